/** How long a garment's sleeves are. */
export const sleeveLengths = ['none', 'short', 'three-quarter', 'long'] as const;
export type SleeveLength = (typeof sleeveLengths)[number];

/** Where legs, a skirt or a dress end: above the knee, about it, or below it. */
export const hemLengths = ['short', 'knee', 'long'] as const;
export type HemLength = (typeof hemLengths)[number];

/** What the fit of a garment depends on, beside its kind. */
export interface GarmentAttributes {
  /** Of tops, outerwear and dresses. */
  readonly sleeve: SleeveLength | undefined;
  /** Of bottoms and dresses. */
  readonly length: HemLength | undefined;
  /** Of bottoms: trousers and shorts have legs, skirts have none. */
  readonly legs: boolean | undefined;
  /** The product photo shows it on a person. */
  readonly worn: boolean;
}

/** What a shop knows of a garment; what it leaves out, or leaves `undefined`, is read off the picture. */
export type KnownAttributes = { readonly [Name in keyof GarmentAttributes]?: GarmentAttributes[Name] | undefined };

/** What a shop knows counts more than what was seen. */
export function withKnown(seen: GarmentAttributes, known: KnownAttributes): GarmentAttributes {
  return { ...seen, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) };
}
