/** What a garment can be. */
export const garmentKinds = ['top', 'outerwear', 'bottom', 'dress'] as const;

/** A type that has been decided. */
export type GarmentKind = (typeof garmentKinds)[number];

/** What a product is; `auto` lets the pipeline decide from the product photo's shape and the classes the person wears. */
export const garmentTypes = ['auto', ...garmentKinds] as const;

export type GarmentType = (typeof garmentTypes)[number];
