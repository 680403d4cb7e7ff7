import type { WarningCode } from '../errors.js';
import { TryOnError } from '../errors.js';
import { boundingBox } from '../image/bounding-box.js';
import { removeSpecksAndHoles } from '../image/components.js';
import { fitGuidedModel } from '../image/guided-filter.js';
import type { Plane, Rect, RgbaImage } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { resamplePlane, resampleRgb, wholeOf } from '../image/resample.js';
import { createRowSampler } from '../image/row-sampler.js';
import { smoothStep } from '../image/smooth-step.js';

/** Opacity of the garment over a rectangle of the photo; zero everywhere else. */
export interface GarmentMask {
  /** Whole photo pixels, inside the photo. */
  readonly rect: Rect;
  /** `rect` sized, 0..255. */
  readonly alpha: Uint8Array;
}

/** Longest side of the grid on which the edge model is fitted. */
const fitSizePx = 384;
const guidedRadiusPx = 5;
/** Colour variance of an edge that still counts, (2.5 % of full scale) squared. */
const guidedEpsilon = 6e-4;
const speckFraction = 0.03;
const holeFraction = 0.002;
/** Narrower than this the result has too few pixels to show a print; a warning. */
const smallestGarmentPx = 96;
/** Fewer solid pixels than this are noise; an error. */
const smallestSolidPx = 64;

/**
 * The parser's confidence, carried to the photo's own edges.
 *
 * @param confidence the garment's confidence on any grid that covers `rect`.
 * @param rect part of the photo that contains the whole garment.
 */
export function refineGarmentMask(photo: RgbaImage, confidence: Plane, rect: Rect): GarmentMask {
  const scale = Math.min(1, fitSizePx / Math.max(rect.widthPx, rect.heightPx));
  const widthPx = Math.max(1, Math.round(rect.widthPx * scale));
  const heightPx = Math.max(1, Math.round(rect.heightPx * scale));
  const coarse = resamplePlane(confidence, wholeOf(confidence), widthPx, heightPx, 'replicate');
  removeSpecksAndHoles(coarse, speckFraction, holeFraction);
  const guide = resampleRgb(photo, rect, widthPx, heightPx);
  for (let i = 0; i < guide.length; i++) guide[i] = (guide[i] as number) / 255;
  const model = fitGuidedModel(guide, steepen(coarse), guidedRadiusPx, guidedEpsilon);

  const columns = Float32Array.from({ length: rect.widthPx }, (_, x) => (x + 0.5) / rect.widthPx);
  const prior = createRowSampler({ shape: [1, 1, heightPx, widthPx], data: coarse.data }, columns);
  const edge = createRowSampler(model, columns);
  const alpha = new Uint8Array(rect.widthPx * rect.heightPx);
  for (let y = 0; y < rect.heightPx; y++) {
    prior.moveTo((y + 0.5) / rect.heightPx);
    edge.moveTo((y + 0.5) / rect.heightPx);
    for (let x = 0; x < rect.widthPx; x++) {
      // Far from an edge the model has nothing to add, and evaluating it there would let the pattern into the mask.
      const expected = prior.at(0, x);
      if (expected <= 0.02) continue;
      let opacity = 1;
      if (expected < 0.98) {
        const source = ((rect.yPx + y) * photo.widthPx + rect.xPx + x) * 4;
        const value =
          (edge.at(0, x) * (photo.data[source] as number) +
            edge.at(1, x) * (photo.data[source + 1] as number) +
            edge.at(2, x) * (photo.data[source + 2] as number)) /
            255 +
          edge.at(3, x);
        opacity = smoothStep(0.25, 0.75, value);
      }
      alpha[y * rect.widthPx + x] = Math.round(opacity * 255);
    }
  }
  return { rect, alpha };
}

/** The mask over a rectangle of the photo on another grid, in [0, 1]. */
export function resampleMask({ rect, alpha }: GarmentMask, over: Rect, widthPx: number, heightPx: number): Plane {
  const inMask: Rect = { ...over, xPx: over.xPx - rect.xPx, yPx: over.yPx - rect.yPx };
  const plane = resamplePlane({ ...rect, data: alpha }, inMask, widthPx, heightPx, 'zero');
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = (plane.data[i] as number) / 255;
  return plane;
}

/** Confidence to near-binary: the soft middle of an up-sampled 256-pixel map is blur, not transparency. */
function steepen(plane: Plane): Plane {
  const steep = createPlane(plane.widthPx, plane.heightPx);
  for (let i = 0; i < steep.data.length; i++) steep.data[i] = smoothStep(0.3, 0.7, plane.data[i] as number);
  return steep;
}

/**
 * Cuts the mask to the garment's bounding box and looks at its place in the photo.
 *
 * @throws TryOnError `no-garment` when hardly a pixel is solid.
 */
export function trimMask(photo: RgbaImage, mask: GarmentMask): { mask: GarmentMask; warnings: readonly WarningCode[] } {
  const { rect, alpha } = mask;
  const box = boundingBox({ ...rect, data: alpha }, 1);
  if (!box || countSolid(alpha) < smallestSolidPx) {
    throw new TryOnError('no-garment', 'The garment to replace was not found in the photo.');
  }
  const tight: Rect = { ...box, xPx: rect.xPx + box.xPx, yPx: rect.yPx + box.yPx };
  const cut = new Uint8Array(tight.widthPx * tight.heightPx);
  for (let y = 0; y < tight.heightPx; y++) {
    const from = (y + box.yPx) * rect.widthPx + box.xPx;
    cut.set(alpha.subarray(from, from + tight.widthPx), y * tight.widthPx);
  }
  const warnings: WarningCode[] = [];
  if (tight.widthPx < smallestGarmentPx) warnings.push('garment-small');
  if (tight.xPx === 0 || tight.xPx + tight.widthPx === photo.widthPx || tight.yPx + tight.heightPx === photo.heightPx) {
    warnings.push('garment-cropped');
  }
  return { mask: { rect: tight, alpha: cut }, warnings };
}

function countSolid(alpha: Uint8Array): number {
  let count = 0;
  for (const value of alpha) if (value >= 128) count++;
  return count;
}
