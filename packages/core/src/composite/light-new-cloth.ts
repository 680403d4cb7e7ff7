import { softBlur } from '../image/box-blur.js';
import type { Plane, Rect, RgbaImage, Tensor } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { findInterior } from '../image/interior.js';
import { quantile } from '../image/row-runs.js';
import { resamplePlane, wholeOf } from '../image/resample.js';
import { createRowSampler } from '../image/row-sampler.js';
import { smoothStep } from '../image/smooth-step.js';
import { clampShade, logLuminancePlane, resampleExposed } from '../network/network-input.js';
import type { DecoderOutput } from '../ports.js';
import type { NewCloth } from '../region/new-cloth.js';
import { lightSizePx } from '../region/new-cloth.js';
import { canonicalSizePx } from '../ports.js';

const size = lightSizePx;

/** Light on new cloth. */
export interface NewLight {
  /** Log-gain of the product's colours, `[1, 1, 128, 128]`. */
  readonly gain: Tensor;
  /** Where it holds, in [0, 1]: 0 where the worn garment's own light does. `[1, 1, 128, 128]` */
  readonly share: Tensor;
}

/** Blurs that carry the light of the worn garment on, in shoulder widths, each with its weight: the nearest that reaches there counts. */
const pyramid = [
  [0.03, 1],
  [0.08, 0.15],
  [0.2, 0.03],
  [0.6, 0.004],
] as const;
/** Of worn cloth that is hidden, only what is wider than this counts. */
const widerThanFolds = 0.15;
/** In shoulder widths: over this the light fades to the garment's median; a limb's own shading lies between these two scales. */
const fade = 0.25;
const limbScales = [0.025, 0.16] as const;
const limbShare = 0.75;
const limbRange = [-0.8, 0.5] as const;
/** A sleeve that leaves the limb is darker at its sides by this, with the cube of the way round. */
const roundness = 0.3;
/** In shoulder widths: worn and new light go over into one another; and a worn hem, with its seam and shadow, is no light where cloth goes on. */
const mixing = 0.02;
const hemDepth = 0.05;

/**
 * The light that the worn garment shows, continued over cloth that was not there, with the shading of the limb that is now under it.
 *
 * @param crop of the canonical grid, in photo pixels.
 */
export function lightNewCloth(
  photo: RgbaImage,
  crop: Rect,
  exposure: number,
  shadeReference: Tensor,
  { shading }: DecoderOutput,
  silhouette: NewCloth,
): NewLight {
  const worn = coarse(silhouette.worn);
  const drawn = coarse(silhouette.drawn);
  const { skin, across } = silhouette;
  const shoulderWidthPx = (silhouette.shoulderWidthPx * size) / canonicalSizePx;
  const count = size * size;
  const logL = coarse(logLuminancePlane(resampleExposed(photo, crop, exposure)));
  const fresh = nearNewCloth(worn, drawn, hemDepth * shoulderWidthPx);
  const hidden = coarse(silhouette.hidden);
  const solid = times(erode(worn), without(fresh));
  const visible = times(solid, without(hidden));
  const seen = createPlane(size, size);
  const columns = Float32Array.from({ length: size }, (_, x) => (x + 0.5) / size);
  const [light, reference] = [createRowSampler(shading, columns), createRowSampler(shadeReference, columns)];
  for (let y = 0; y < size; y++) {
    light.moveTo((y + 0.5) / size);
    reference.moveTo((y + 0.5) / size);
    for (let x = 0; x < size; x++) {
      const i = y * size + x;
      seen.data[i] = light.at(0, x) * clampShade((logL.data[i] as number) - reference.at(0, x)) + light.at(1, x);
    }
  }
  const carried = createPlane(size, size);
  const weights = createPlane(size, size);
  for (const [scale, weight] of pyramid) {
    const sigma = scale * shoulderWidthPx;
    const of = scale < widerThanFolds ? visible : solid;
    const blurred = softBlur(times(seen, of), sigma);
    const reached = softBlur(of, sigma);
    for (let i = 0; i < count; i++) {
      carried.data[i] = (carried.data[i] as number) + weight * (blurred.data[i] as number);
      weights.data[i] = (weights.data[i] as number) + weight * (reached.data[i] as number);
    }
  }
  const inside = Array.from(seen.data).filter((_, i) => (solid.data[i] as number) > 0.5);
  const median = inside.length > 0 ? quantile(inside, 0.5) : 0;
  const distance = distanceTo(solid);
  const limb = limbShading(logL, skin, shoulderWidthPx);
  const sides = softBlur(
    { ...across, data: across.data.map((value) => -roundness * Math.abs(value) ** 3) },
    Math.max(0.5, 0.012 * shoulderWidthPx),
  );
  const edge = softBlur(visible, mixing * shoulderWidthPx);
  const gain = new Float32Array(count);
  const share = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const near = Math.exp(-(distance[i] as number) / (fade * shoulderWidthPx));
    const smooth = (carried.data[i] as number) / ((weights.data[i] as number) + 1e-4);
    const { shade, known } = limb(i);
    gain[i] = smooth * near + median * (1 - near) + shade + (sides.data[i] as number) * (1 - 0.5 * known);
    const isWorn = smoothStep(0.25, 0.75, Math.min(edge.data[i] as number, smoothStep(0.6, 0.95, worn.data[i] as number)));
    const isHidden = (hidden.data[i] as number) * (worn.data[i] as number);
    share[i] = Math.max(
      isHidden,
      fresh.data[i] as number,
      (drawn.data[i] as number) > (worn.data[i] as number) + 0.25 ? 1 - isWorn : 0,
    );
  }
  const shape = [1, 1, size, size];
  return { gain: { shape, data: gain }, share: { shape, data: share } };
}

function coarse(plane: Plane): Plane {
  return resamplePlane(plane, wholeOf(plane), size, size, 'replicate');
}

/** New cloth with what lies up to this far from it, fading, in [0, 1]. */
function nearNewCloth(worn: Plane, drawn: Plane, reachPx: number): Plane {
  const isNew = drawn.data.map((value, i) => (value > 0.5 && (worn.data[i] as number) < 0.5 ? 1 : 0));
  if (!isNew.includes(1)) return createPlane(worn.widthPx, worn.heightPx);
  const distance = distanceTo({ ...worn, data: isNew });
  return { ...worn, data: distance.map((value) => 1 - smoothStep(reachPx, 2 * reachPx + 1, value)) };
}

/** A limb's own shading under new cloth: its skin's log-luminance between two scales. */
function limbShading(logL: Plane, skin: Plane, shoulderWidthPx: number): (i: number) => { shade: number; known: number } {
  const solid = erode(skin);
  const [fine, coarse] = limbScales.map((scale) => {
    const sigma = Math.max(0.5, scale * shoulderWidthPx);
    return { light: softBlur(times(logL, solid), sigma), share: softBlur(solid, sigma) };
  }) as [Blurred, Blurred];
  const mean = ({ light, share }: Blurred, i: number) => (light.data[i] as number) / ((share.data[i] as number) + 1e-5);
  return (i) => {
    const known = smoothStep(0.15, 0.6, fine.share.data[i] as number);
    const centred = Math.min(limbRange[1], Math.max(limbRange[0], mean(fine, i) - mean(coarse, i)));
    return { shade: limbShare * centred * known, known };
  };
}

interface Blurred {
  readonly light: Plane;
  readonly share: Plane;
}

function times(a: Plane, b: Plane): Plane {
  return { ...a, data: a.data.map((value, i) => value * (b.data[i] as number)) };
}

function without(plane: Plane): Plane {
  return { ...plane, data: plane.data.map((value) => 1 - value) };
}

/** What is solid, a pixel away from its rim. */
function erode(plane: Plane): Plane {
  const { widthPx, heightPx, data } = plane;
  const solid = createPlane(widthPx, heightPx);
  for (let y = 1; y < heightPx - 1; y++) {
    for (let x = 1; x < widthPx - 1; x++) {
      const i = y * widthPx + x;
      const least = Math.min(
        data[i] as number,
        data[i - 1] as number,
        data[i + 1] as number,
        data[i - widthPx] as number,
        data[i + widthPx] as number,
      );
      solid.data[i] = smoothStep(0.6, 0.95, least);
    }
  }
  return solid;
}

function distanceTo(solid: Plane): Float32Array {
  const { nearest, widthPx } = findInterior(solid, 0);
  return Float32Array.from(nearest, (to, i) =>
    to < 0 ? solid.widthPx : Math.hypot((to % widthPx) - (i % widthPx), Math.floor(to / widthPx) - Math.floor(i / widthPx)),
  );
}
