export type { AlignmentMap } from './alignment/alignment-map.js';
export { sampleAlignment } from './alignment/alignment-map.js';
export * from './errors.js';
export type { ExaminedProduct } from './examined-product.js';
export {
  hemLengths,
  sleeveLengths,
  type GarmentAttributes,
  type HemLength,
  type KnownAttributes,
  type SleeveLength,
} from './garment-attributes.js';
export { productOf, recordOf, type GarmentRecord } from './garment-record.js';
export * from './garment-type.js';
export { srgbFromLinear } from './image/colour.js';
export type { Plane, Rect, RgbaImage, Tensor } from './image/image.js';
export { lookThrough, patchToPhoto } from './image/view.js';
export type { Patch, QuarterTurns, View } from './image/view.js';
export { jointMapCells, jointMapsLength } from './locate/joint-maps.js';
export type { JointMaps } from './locate/joint-maps.js';
export { jointNames } from './locate/landmarks.js';
export type { JointName, Landmark, Landmarks } from './locate/landmarks.js';
export type { GarmentMask } from './mask/garment-mask.js';
export type { MaskedRegion, PreparedRegion } from './region/person-region.js';
export * from './pipeline.js';
export type { DressOptions, Piece, Shape } from './outfit.js';
export { shapes } from './outfit.js';
export {
  findMask,
  findRegion,
  findRegionStages,
  prepareRegion,
  prepareRegionStages,
  replaceMask,
  replaceMaskStages,
} from './region/prepare-region.js';
export type { Engine, PreparedGarment, PreparedPerson } from './prepared.js';
export * from './ports.js';
export * from './run.js';
export * from './stages.js';
export type { StrengthMap } from './strength.js';
export { markAsComposite } from './provenance.js';
