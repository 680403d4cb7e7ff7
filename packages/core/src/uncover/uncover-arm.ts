import type { BaredArm } from '../alignment/shape/bare-sleeve.js';
import { boundingBox, scaleRect } from '../image/bounding-box.js';
import { softBlur } from '../image/box-blur.js';
import { codeFromLinear, linearFromCode } from '../image/colour.js';
import type { Plane, Rect, RgbaImage } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { samplePlane } from '../image/resample.js';
import { smoothStep } from '../image/smooth-step.js';
import type { GarmentMask } from '../mask/garment-mask.js';
import { growWithin } from '../network/canonical-frame.js';
import { findDonorSkin } from './donor-skin.js';
import { fillBehind } from './fill-behind.js';

/** What a photo would show where a worn sleeve was. */
export interface Uncovered {
  /** Whole photo pixels. */
  readonly rect: Rect;
  /** Where the photo is changed, `rect` sized, 0..255. */
  readonly alpha: Uint8Array;
  /** Interleaved sRGB codes. */
  readonly rgb: Uint8ClampedArray;
}

/** What is known about the worn garment, on a square grid over `crop`. */
export interface Covered {
  readonly photo: RgbaImage;
  readonly mask: GarmentMask;
  /** In photo pixels. */
  readonly crop: Rect;
  readonly worn: Plane;
  readonly skin: Plane;
  /** `logLuminance` of the photo. */
  readonly logL: Plane;
  /** In pixels of the grid. */
  readonly shoulderWidthPx: number;
}

/** The rim of the old cloth, in photo pixels a thousand pixels of garment. */
const rimShare = 4;
/** Lengths in shoulder widths: over this the sleeve's light is smooth, and the new cuff's shadow is as long as that. */
const lightScale = 0.1;
const shadowLength = 0.05;
const wristBlend = 0.14;
/** How much of the sleeve's light falls on the arm, how much of it comes from the front, and how dark the cuff's shadow is. */
const lightShare = 0.3;
const lightLimit = 0.45;
const roundness = 0.45;
const shadow = 0.2;
/** Skin is known to be the arm's own from this confidence on. */
const sureSkin = 0.6;

/**
 * An arm where a worn sleeve was: the colour of the hand, under the light that the sleeve shows, round as a limb (Lambert's cosine and light from all around), with the photo's grain; and about it what lies
 * behind, continued from beside the sleeve.
 *
 * @returns `undefined` where no hand is seen.
 */
export function uncoverArm(covered: Covered, arm: BaredArm): Uncovered | undefined {
  const { photo, mask, crop, worn, skin, shoulderWidthPx } = covered;
  const size = worn.widthPx;
  const perPx = crop.widthPx / size;
  const holes = createPlane(size, size);
  for (let i = 0; i < holes.data.length; i++) holes.data[i] = arm.hole((i % size) + 0.5, Math.floor(i / size) + 0.5);
  const box = boundingBox(holes, 0);
  if (!box) return undefined;
  const inPhoto = scaleRect(box, perPx, perPx);
  const roomPx = 0.35 * shoulderWidthPx * perPx;
  const rect = growWithin({ ...inPhoto, xPx: inPhoto.xPx + crop.xPx, yPx: inPhoto.yPx + crop.yPx }, roomPx, roomPx, photo);
  const toGrid = (x: number, y: number) => ({ x: (x + 0.5 - crop.xPx) / perPx, y: (y + 0.5 - crop.yPx) / perPx });

  const hand: number[] = [];
  const wrist: number[] = [];
  for (let y = Math.max(1, rect.yPx); y < Math.min(photo.heightPx - 1, rect.yPx + rect.heightPx); y++) {
    for (let x = Math.max(1, rect.xPx); x < Math.min(photo.widthPx - 1, rect.xPx + rect.widthPx); x++) {
      const at = toGrid(x, y);
      if (!arm.isHand(at.x, at.y) || samplePlane(skin, at.x, at.y) < sureSkin) continue;
      hand.push(y * photo.widthPx + x);
      if (arm.place(at.x, at.y).alongPx < arm.lengthPx + 0.15 * shoulderWidthPx) wrist.push(y * photo.widthPx + x);
    }
  }
  const donor = findDonorSkin(photo, hand);
  if (!donor) return undefined;
  const atWrist = findDonorSkin(photo, wrist) ?? donor;

  const rimPx = Math.max(2, Math.round((rimShare * Math.max(mask.rect.widthPx, mask.rect.heightPx)) / 1000));
  const nearMask = dilated(mask, rect, rimPx);
  const isHand = (x: number, y: number) => {
    const at = toGrid(x, y);
    return arm.isHand(at.x, at.y) && samplePlane(skin, at.x, at.y) >= 0.3;
  };
  const inRect = (x: number, y: number) => (y - rect.yPx) * rect.widthPx + x - rect.xPx;
  const behind = fillBehind(photo, rect, (x, y) => nearMask[inRect(x, y)] === 0 && !isHand(x, y));
  const light = sleeveLight(covered, holes);

  const alpha = new Uint8Array(rect.widthPx * rect.heightPx);
  const rgb = new Uint8ClampedArray(3 * alpha.length);
  const texel = new Float32Array(3);
  for (let y = rect.yPx; y < rect.yPx + rect.heightPx; y++) {
    for (let x = rect.xPx; x < rect.xPx + rect.widthPx; x++) {
      const i = inRect(x, y);
      const at = toGrid(x, y);
      const { alongPx, across } = arm.place(at.x, at.y);
      const share = Math.min(1, Math.max(0, 0.5 + (arm.limb(at.x, at.y) * perPx) / 1.6));
      const gone = Math.min(1, Math.max(0, 0.5 + arm.hole(at.x, at.y) * perPx)) * ((nearMask[i] as number) / 255);
      // The seen part of the arm begins without a step, and without the shadow of the old cuff.
      const blended =
        alongPx > arm.lengthPx - 2 ? share * smoothStep(wristBlend * shoulderWidthPx, 0, alongPx - arm.lengthPx) : 0;
      const opacity = Math.max(gone, blended);
      if (opacity === 0) continue;
      alpha[i] = Math.round(255 * opacity);
      behind(x, y, texel);
      const toHand = smoothStep(0.35 * shoulderWidthPx, 0, arm.lengthPx - alongPx);
      const gain =
        lightShare * Math.min(lightLimit, Math.max(-lightLimit, light(at.x, at.y))) +
        roundShade(across) -
        shadow * Math.exp(-Math.max(0, alongPx) / (shadowLength * shoulderWidthPx)) +
        donor.grain * noise(x, y);
      for (let c = 0; c < 3; c++) {
        const colour = (donor.linear[c] as number) + toHand * ((atWrist.linear[c] as number) - (donor.linear[c] as number));
        const limb = Math.min(1, colour * Math.exp(gain));
        const ground = linearFromCode(Math.round(texel[c] as number));
        rgb[3 * i + c] = codeFromLinear(ground + share * (limb - ground));
      }
    }
  }
  return { rect, alpha, rgb };
}

/** Log-light on a round limb by how far round it is, 0 on average. */
function roundShade(across: number): number {
  return Math.log(1 - roundness + roundness * Math.sqrt(Math.max(0, 1 - across * across))) + roundness / 4;
}

/** The log-light on the sleeve, smooth and about its mean. */
function sleeveLight({ worn, logL, shoulderWidthPx }: Covered, holes: Plane): (x: number, y: number) => number {
  const weight = createPlane(worn.widthPx, worn.heightPx);
  const weighted = createPlane(worn.widthPx, worn.heightPx);
  for (let i = 0; i < weight.data.length; i++) {
    weight.data[i] = (worn.data[i] as number) > 0.9 && (holes.data[i] as number) > -2 ? 1 : 0;
    weighted.data[i] = (weight.data[i] as number) * (logL.data[i] as number);
  }
  const sigma = lightScale * shoulderWidthPx;
  const [sum, total] = [softBlur(weighted, sigma), softBlur(weight, sigma)];
  let [mean, count] = [0, 0];
  for (let i = 0; i < weight.data.length; i++) {
    mean += weighted.data[i] as number;
    count += weight.data[i] as number;
  }
  mean /= Math.max(1, count);
  return (x, y) => {
    const share = samplePlane(total, x, y);
    return share < 0.02 ? 0 : samplePlane(sum, x, y) / share - mean;
  };
}

/** The mask over a rectangle, grown by some pixels. */
function dilated({ rect: of, alpha }: GarmentMask, over: Rect, radiusPx: number): Uint8Array {
  const { widthPx, heightPx } = over;
  const rows = new Uint8Array(widthPx * heightPx);
  const grown = new Uint8Array(widthPx * heightPx);
  const at = (x: number, y: number) => {
    const [column, row] = [x - of.xPx, y - of.yPx];
    return column < 0 || row < 0 || column >= of.widthPx || row >= of.heightPx ? 0 : (alpha[row * of.widthPx + column] as number);
  };
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      let most = 0;
      for (let k = -radiusPx; k <= radiusPx; k++) most = Math.max(most, at(over.xPx + x + k, over.yPx + y));
      rows[y * widthPx + x] = most;
    }
  }
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      let most = 0;
      for (let k = Math.max(0, y - radiusPx); k <= Math.min(heightPx - 1, y + radiusPx); k++) {
        most = Math.max(most, rows[k * widthPx + x] as number);
      }
      grown[y * widthPx + x] = most;
    }
  }
  return grown;
}

/** The same for a pixel every time, about normal. */
function noise(x: number, y: number): number {
  let sum = 0;
  for (let k = 0; k < 3; k++) {
    let h = Math.imul(x + 374761393 * (k + 1), 668265263) ^ Math.imul(y + 3 * k, 2246822519);
    h = Math.imul(h ^ (h >>> 15), 2246822519);
    h ^= h >>> 13;
    sum += (h >>> 0) / 4294967296 - 0.5;
  }
  return 2 * sum;
}
