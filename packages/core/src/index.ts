export * from './errors.js';
export * from './garment-type.js';
export type { Plane, Rect, RgbaImage, Tensor } from './image.js';
export type { GarmentMask } from './mask/garment-mask.js';
export * from './pipeline.js';
export * from './ports.js';
export * from './run.js';
export * from './stages.js';
