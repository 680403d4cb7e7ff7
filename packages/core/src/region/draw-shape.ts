import { placeOnArm, radiusOf } from '../alignment/locate/arm.js';
import { toUpright } from '../alignment/locate/upright.js';
import { findWornTop } from '../alignment/locate/worn-top.js';
import type { Part, ShapeChange } from '../alignment/shape/part.js';
import { unionDistance } from '../alignment/shape/part.js';
import type { Surroundings } from '../alignment/shape/surroundings.js';
import { shape } from '../alignment/proportions.js';
import type { GarmentKind } from '../garment-type.js';
import { boundingBox, scaleRect } from '../image/bounding-box.js';
import type { Plane, RgbaImage } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { createRowSampler } from '../image/row-sampler.js';
import { samplePlane } from '../image/resample.js';
import type { GarmentMask } from '../mask/garment-mask.js';
import { refineGarmentMask } from '../mask/garment-mask.js';
import { growWithin } from '../network/canonical-frame.js';
import type { ClothingClass } from '../ports.js';
import { canonicalSizePx } from '../ports.js';
import type { NearLook } from './both-looks.js';
import { confidenceOver } from './both-looks.js';
import type { SeenPerson } from './find-figure.js';

/** Width of a drawn edge, in photo pixels. */
const edgePx = 1.6;

/** What may lie in front counts for more than it is sure of: a bag that is painted over is worse than a sleeve with a nick. */
const caution = 1.5;

/** What lies in front of new cloth, at the photo's own edges. */
export interface InFront {
  /** Hair and things that are carried. */
  readonly ofSleeves: GarmentMask;
  /** Those, and arms and hands. */
  readonly ofTrunk: GarmentMask;
}

/** Classes that are worn or carried before a garment of a kind. */
const wornBefore: Readonly<Record<GarmentKind, readonly ClothingClass[]>> = {
  outerwear: ['hair', 'accessory'],
  top: ['hair', 'accessory', 'outerwear'],
  dress: ['hair', 'accessory', 'outerwear'],
  bottom: ['hair', 'accessory', 'top', 'outerwear', 'dress', 'footwear'],
};

export function findInFront(person: SeenPerson, near: NearLook | undefined, around: Surroundings, kind: GarmentKind): InFront {
  const { photo } = person;
  const rect = growWithin(around.crop, 0, 0, photo);
  const size = canonicalSizePx;
  const over = (names: readonly ClothingClass[]) => confidenceOver(person, near, rect, names, 'replicate');
  const scale = size / around.crop.widthPx;
  const [stepX, stepY] = [(rect.widthPx / size) * scale, (rect.heightPx / size) * scale];
  const [offsetX, offsetY] = [(rect.xPx - around.crop.xPx) * scale, (rect.yPx - around.crop.yPx) * scale];
  const before = over(wornBefore[kind]);
  const skin = over(['skin']);
  const { body, sleeves } = findWornTop(around.worn, false);
  const withArms = createPlane(size, size);
  for (let i = 0; i < withArms.data.length; i++) {
    const at = { x: ((i % size) + 0.5) * stepX + offsetX, y: (Math.floor(i / size) + 0.5) * stepY + offsetY };
    // What is replaced may be of a class that would otherwise lie before it.
    before.data[i] = Math.min(1, caution * (before.data[i] as number)) * (1 - samplePlane(around.worn.mask, at.x, at.y));
    const point = toUpright(body.frame, at);
    const isArm =
      (skin.data[i] as number) > 0.05 &&
      sleeves.some(({ arm }) => {
        const { along, outward } = placeOnArm(arm, point);
        const reach = shape.armSkin * radiusOf(arm, along) * (along > arm.lengthPx ? shape.handWidth : 1);
        return along > 0.7 * arm.upperPx && along < 1.45 * arm.lengthPx && Math.abs(outward) < reach;
      });
    withArms.data[i] = (before.data[i] as number) + (isArm ? (skin.data[i] as number) : 0);
  }
  return { ofSleeves: refineGarmentMask(photo, before, rect), ofTrunk: refineGarmentMask(photo, withArms, rect) };
}

/** The worn mask changed into the silhouette that the product has. */
export function drawShape(
  photo: RgbaImage,
  mask: GarmentMask,
  around: Surroundings,
  change: ShapeChange,
  front: InFront,
): GarmentMask {
  const alpha = new Uint8Array(photo.widthPx * photo.heightPx);
  const { rect } = mask;
  for (let row = 0; row < rect.heightPx; row++) {
    alpha.set(mask.alpha.subarray(row * rect.widthPx, (row + 1) * rect.widthPx), (rect.yPx + row) * photo.widthPx + rect.xPx);
  }
  forEachNear(photo, around, [...change.released, ...change.bared], (x, y, opacity) => {
    const i = y * photo.widthPx + x;
    alpha[i] = Math.round((1 - opacity) * (alpha[i] as number));
  });
  const cover = (parts: readonly Part[], { rect: over, alpha: before }: GarmentMask) =>
    forEachNear(photo, around, parts, (x, y, opacity) => {
      const i = y * photo.widthPx + x;
      const inFront = (before[(y - over.yPx) * over.widthPx + x - over.xPx] as number) / 255;
      alpha[i] = Math.max(alpha[i] as number, Math.round(255 * opacity * (1 - inFront)));
    });
  cover(change.onArms, front.ofSleeves);
  cover(change.onTrunk, front.ofTrunk);
  return { rect: { xPx: 0, yPx: 0, widthPx: photo.widthPx, heightPx: photo.heightPx }, alpha };
}

/** Visits the photo's pixels that parts cover, at least in part. */
function forEachNear(
  photo: RgbaImage,
  { crop }: Surroundings,
  parts: readonly Part[],
  visit: (x: number, y: number, opacity: number) => void,
): void {
  if (parts.length === 0) return;
  const plane = distancePlane(parts);
  const perPx = crop.widthPx / canonicalSizePx;
  const box = boundingBox(plane, -1);
  if (!box) return;
  const within = scaleRect(box, perPx, perPx);
  const rect = growWithin({ ...within, xPx: within.xPx + crop.xPx, yPx: within.yPx + crop.yPx }, perPx, perPx, photo);
  const columns = Float32Array.from({ length: rect.widthPx }, (_, x) => (rect.xPx + x + 0.5 - crop.xPx) / crop.widthPx);
  const sampler = createRowSampler({ shape: [1, 1, plane.heightPx, plane.widthPx], data: plane.data }, columns);
  for (let y = rect.yPx; y < rect.yPx + rect.heightPx; y++) {
    sampler.moveTo((y + 0.5 - crop.yPx) / crop.heightPx);
    for (let column = 0; column < rect.widthPx; column++) {
      const opacity = 0.5 + (sampler.at(0, column) * perPx) / edgePx;
      if (opacity > 0) visit(rect.xPx + column, y, Math.min(1, opacity));
    }
  }
}

/** Signed distance to the parts on the canonical grid; far outside where there are none. */
export function distancePlane(parts: readonly Part[]): Plane {
  const size = canonicalSizePx;
  const plane = createPlane(size, size);
  if (parts.length === 0) {
    plane.data.fill(-8);
    return plane;
  }
  for (let i = 0; i < plane.data.length; i++) {
    plane.data[i] = Math.max(-8, unionDistance(parts, (i % size) + 0.5, Math.floor(i / size) + 0.5));
  }
  return plane;
}
