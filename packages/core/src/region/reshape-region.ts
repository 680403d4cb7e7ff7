import { distanceToAcross } from '../alignment/shape/part.js';
import { planShape } from '../alignment/shape/plan-shape.js';
import type { Surroundings } from '../alignment/shape/surroundings.js';
import type { NewCloth } from '../composite/new-cloth.js';
import type { WarningCode } from '../errors.js';
import type { GarmentKind } from '../garment-type.js';
import type { Rect } from '../image/image.js';
import type { Interior } from '../image/interior.js';
import { createPlane } from '../image/image.js';
import { resamplePlane } from '../image/resample.js';
import { resampleMask } from '../mask/garment-mask.js';
import type { StylemapNetwork } from '../ports.js';
import { canonicalSizePx } from '../ports.js';
import { drawShape, findInFront } from './draw-shape.js';
import type { InFront } from './draw-shape.js';
import type { SeenPerson } from './find-figure.js';
import { encodeRegion, useMask } from './person-region.js';
import type { PreparedRegion } from './person-region.js';
import { findSurroundings } from './surroundings.js';

/** What a region tells about shapes, whichever the product is. */
export interface ShapeGround {
  readonly around: Surroundings;
  readonly front: InFront;
}

export function findShapeGround(person: SeenPerson, region: PreparedRegion, kind: GarmentKind): ShapeGround {
  const around = findSurroundings(person, region, kind);
  return { around, front: findInFront(person, around) };
}

/** What a product is drawn on. */
export interface ShapedRegion {
  /** The worn region itself where the product has its silhouette. */
  readonly region: PreparedRegion;
  /** `shape-kept`. */
  readonly warnings: readonly WarningCode[];
}

/** A region with the silhouette that a product has on this body: the region itself where that is the worn one. */
export async function reshapeRegion(
  person: SeenPerson,
  region: PreparedRegion,
  { around, front }: ShapeGround,
  interior: Interior,
  kind: GarmentKind,
  network: StylemapNetwork,
): Promise<ShapedRegion> {
  const change = planShape(around, interior, kind);
  const warnings: readonly WarningCode[] = change.kept ? ['shape-kept'] : [];
  if (change.onArms.length + change.onTrunk.length + change.released.length + change.bared.length === 0) {
    return { region, warnings };
  }
  const mask = drawShape(person.photo, region.mask, around, change, front);
  const masked = useMask(person, mask, region.crop);
  const { crop } = masked;
  const size = canonicalSizePx;
  const isSame = crop === region.crop;
  const wornMask = isSame ? region.canonicalMask : resampleMask(region.mask, crop, size, size);
  const encoded = isSame ? region : await encodeRegion(person.photo, { ...masked, canonicalMask: wornMask }, network);
  const across = createPlane(size, size);
  const toAround = (index: number, axis: 'xPx' | 'yPx') =>
    ((crop[axis] + ((index + 0.5) / size) * crop.widthPx - around.crop[axis]) / around.crop.widthPx) * size;
  for (let i = 0; i < across.data.length; i++) {
    across.data[i] = distanceToAcross(change.onArms, toAround(i % size, 'xPx'), toAround(Math.floor(i / size), 'yPx'));
  }
  const inAround: Rect = {
    xPx: ((crop.xPx - around.crop.xPx) / around.crop.widthPx) * size,
    yPx: ((crop.yPx - around.crop.yPx) / around.crop.heightPx) * size,
    widthPx: (crop.widthPx / around.crop.widthPx) * size,
    heightPx: (crop.heightPx / around.crop.heightPx) * size,
  };
  const newCloth: NewCloth = {
    worn: wornMask,
    drawn: masked.canonicalMask,
    skin: resamplePlane(around.skin, inAround, size, size, 'zero'),
    across,
    shoulderWidthPx: (change.shoulderWidthPx * around.crop.widthPx) / crop.widthPx,
  };
  const { features, shadeReference } = encoded;
  return { region: { ...masked, rim: region.rim, features, shadeReference, newCloth }, warnings };
}
