/** What a product is; `auto` lets the pipeline decide from the product photo's shape and the classes the person wears. */
export const garmentTypes = ['auto', 'top', 'outerwear', 'bottom', 'dress'] as const;

export type GarmentType = (typeof garmentTypes)[number];

/** A type that has been decided. */
export type GarmentKind = Exclude<GarmentType, 'auto'>;
