import { acrossOf } from '../alignment/shape/part.js';
import type { ShapedProduct } from '../alignment/shape/plan-shape.js';
import { planShape } from '../alignment/shape/plan-shape.js';
import type { Surroundings } from '../alignment/shape/surroundings.js';
import type { ShapeChange } from '../alignment/shape/part.js';
import type { NewCloth } from './new-cloth.js';
import { lightSizePx } from './new-cloth.js';
import type { WarningCode } from '../errors.js';
import type { GarmentKind } from '../garment-type.js';
import { contains, scaleRect } from '../image/bounding-box.js';
import type { Plane, Rect } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { resamplePlane } from '../image/resample.js';
import { logLuminancePlane, resampleExposed } from '../network/network-input.js';
import type { Uncovered } from '../uncover/uncover-arm.js';
import { uncoverArm } from '../uncover/uncover-arm.js';
import { resampleMask, trimMask } from '../mask/garment-mask.js';
import { canonicalRect } from '../network/canonical-frame.js';
import type { StylemapNetwork } from '../ports.js';
import { canonicalSizePx } from '../ports.js';
import { distancePlane, drawShape, findInFront } from './draw-shape.js';
import type { InFront } from './draw-shape.js';
import type { SeenPerson } from './find-figure.js';
import { encodeRegion, useMask } from './person-region.js';
import type { PreparedRegion } from './person-region.js';
import { findSurroundings } from './surroundings.js';

/** What a region tells about shapes, whichever the product is. */
export interface ShapeGround {
  readonly around: Surroundings;
  readonly front: InFront;
  /** What the network makes of the photo, by canonical crop; filled on first use. */
  readonly encoded: Map<string, Pick<PreparedRegion, 'features' | 'shadeReference'>>;
}

export function findShapeGround(person: SeenPerson, region: PreparedRegion, kind: GarmentKind): ShapeGround {
  const around = findSurroundings(person, region, kind);
  return { around, front: findInFront(person, region.near, around, kind), encoded: new Map() };
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
  { around, front, encoded }: ShapeGround,
  garment: ShapedProduct,
  kind: GarmentKind,
  network: StylemapNetwork,
): Promise<ShapedRegion> {
  const change = planShape(around, garment, kind);
  const uncovered = uncoverArms(person, region, around, change);
  const isKept = change.kept || uncovered === undefined;
  const warnings: readonly WarningCode[] = isKept ? ['shape-kept'] : [];
  if (change.onArms.length + change.onTrunk.length + change.released.length + (uncovered?.length ?? 0) === 0) {
    return { region, warnings };
  }
  const { mask, warnings: ofMask } = trimMask(
    person.photo,
    drawShape(person.photo, region.mask, around, change, front, uncovered ?? []),
  );
  const crop = cropAbout(region, mask.rect);
  const masked = useMask(person, mask, crop);
  const wornMask =
    crop === region.crop ? region.canonicalMask : resampleMask(region.mask, crop, canonicalSizePx, canonicalSizePx);
  // The network sees the worn garment as ever: what it says of folds holds where that was.
  const encode = () => encodeRegion(person.photo, { ...masked, canonicalMask: wornMask }, network);
  const key = Object.values(crop).join();
  const { features, shadeReference } = crop === region.crop ? region : (encoded.get(key) ?? (await encode()));
  encoded.set(key, { features, shadeReference });
  const newCloth: NewCloth = {
    ...{ worn: wornMask, hidden: hiddenUnder(around, change, crop), drawn: masked.canonicalMask },
    ...limbsUnder(around, change, crop),
    shoulderWidthPx: (change.shoulderWidthPx * around.crop.widthPx) / crop.widthPx,
  };
  return { region: { ...masked, warnings: ofMask, rim: region.rim, features, shadeReference, newCloth, uncovered }, warnings };
}

/** All arms that are to be bared, or none: `undefined` where one cannot be. */
function uncoverArms(
  { photo, exposure }: SeenPerson,
  { mask }: PreparedRegion,
  { crop, worn, skin }: Surroundings,
  { bared, shoulderWidthPx }: ShapeChange,
): readonly Uncovered[] | undefined {
  if (bared.length === 0) return [];
  const logL = logLuminancePlane(resampleExposed(photo, crop, exposure));
  const covered = { photo, mask, crop, worn: worn.mask, skin, logL, shoulderWidthPx };
  const arms = bared.map((arm) => uncoverArm(covered, arm));
  return arms.every((arm) => arm !== undefined) ? arms : undefined;
}

/** Crops about shapes that are not inside the worn garment's grow by such steps, of its longer side, so that like shapes share one. */
const cropStep = 0.08;

function cropAbout({ crop, mask: { rect: worn } }: PreparedRegion, drawn: Rect): Rect {
  if (contains(crop, drawn)) return crop;
  const step = cropStep * Math.max(worn.widthPx, worn.heightPx);
  const grow = (beyondPx: number) => step * Math.max(0, Math.ceil(beyondPx / step));
  const left = grow(worn.xPx - drawn.xPx);
  const top = grow(worn.yPx - drawn.yPx);
  const right = grow(drawn.xPx + drawn.widthPx - worn.xPx - worn.widthPx);
  const bottom = grow(drawn.yPx + drawn.heightPx - worn.yPx - worn.heightPx);
  return canonicalRect({
    xPx: worn.xPx - left,
    yPx: worn.yPx - top,
    widthPx: worn.widthPx + left + right,
    heightPx: worn.heightPx + top + bottom,
  });
}

/** Worn cloth under the product, on the canonical grid of a crop. */
function hiddenUnder(around: Surroundings, { hidden }: ShapeChange, crop: Rect): Plane {
  const size = canonicalSizePx;
  const distances = distancePlane(hidden);
  distances.data.forEach((distance, i) => (distances.data[i] = Math.min(1, Math.max(0, 0.5 + distance / 4))));
  const scale = size / around.crop.widthPx;
  const [xPx, yPx] = [crop.xPx - around.crop.xPx, crop.yPx - around.crop.yPx];
  return resamplePlane(distances, scaleRect({ ...crop, xPx, yPx }, scale, scale), size, size, 'zero');
}

/** What lies under new cloth, and how it goes round it; on the grid of its light. */
function limbsUnder(around: Surroundings, { onArms }: ShapeChange, crop: Rect): Pick<NewCloth, 'skin' | 'across'> {
  const scale = canonicalSizePx / around.crop.widthPx;
  const [offsetX, offsetY] = [crop.xPx - around.crop.xPx, crop.yPx - around.crop.yPx];
  const across = createPlane(lightSizePx, lightSizePx);
  const step = crop.widthPx / lightSizePx;
  for (let i = 0; i < across.data.length; i++) {
    const [column, row] = [i % lightSizePx, Math.floor(i / lightSizePx)];
    across.data[i] = acrossOf(onArms, ((column + 0.5) * step + offsetX) * scale, ((row + 0.5) * step + offsetY) * scale);
  }
  const inAround = scaleRect({ ...crop, xPx: offsetX, yPx: offsetY }, scale, scale);
  return { across, skin: resamplePlane(around.skin, inAround, lightSizePx, lightSizePx, 'zero') };
}
