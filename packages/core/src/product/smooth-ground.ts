import { labelComponents } from '../image/components.js';
import type { Plane, RgbaImage } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { resampleImage, resamplePlane, wholeOf } from '../image/resample.js';
import { fitSurface } from '../image/smooth-surface.js';

/** Largest colour distance (0..441) from the ground that is still ground; less where the light falls off so smoothly that less is enough. */
const keyTolerance = 14;
const leastTolerance = 6;
/** Of what is left over by the fit, in root mean squares. */
const noiseTolerance = 4;
/** Share of the rim that has to be ground. */
const rimFraction = 0.9;
/** A photographer's backdrop gets darker to its corners, as polynomials of these degrees do; the later ones see more of it. */
const degrees = [2, 2, 3, 4, 4] as const;
/** What is smooth is seen on a small grid too. */
const gridPx = 128;
/** Confidence in cloth, or in its absence, at which the parser is sure; share of what is sure that a ground may contradict. */
const sure = 0.8;
const mostContradiction = 0.03;
/** A floor with a pattern is not reached everywhere. */
const mostUnreached = 0.08;

/** What a product stands on. */
export interface SmoothGround {
  /** sRGB codes, each channel a plane over the picture, also where the ground is hidden. */
  readonly channels: readonly [red: Plane, green: Plane, blue: Plane];
  /** Colour distance up to which a pixel is ground. */
  readonly tolerance: number;
}

/** Colour distance (0..441) of a pixel from the ground. */
export function distanceToGround({ channels }: SmoothGround, index: number, codes: ArrayLike<number>, offset: number): number {
  return Math.hypot(...channels.map(({ data }, c) => (codes[offset + c] as number) - (data[index] as number)));
}

/**
 * Paper of one colour, or a backdrop whose light falls off slowly: fitted to the picture's rim, then to all that is reached from there. `undefined` where
 * the rim is no smooth surface. White cloth on white paper could be taken for a backdrop that gets brighter, and a floor's joints for a garment: only what
 * the parser agrees with is taken for more than one level colour.
 *
 * @param cloth confidence in cloth, on any grid over the picture.
 * @returns planes of the asked size.
 */
export function findSmoothGround(product: RgbaImage, cloth: Plane, widthPx: number, heightPx: number): SmoothGround | undefined {
  const scale = Math.min(1, gridPx / Math.max(widthPx, heightPx));
  const [width, height] = [Math.max(1, Math.round(widthPx * scale)), Math.max(1, Math.round(heightPx * scale))];
  const clothOnGrid = resamplePlane(cloth, wholeOf(cloth), width, height, 'replicate');
  const ground = findOnGrid(resampleImage(product, wholeOf(product), width, height), clothOnGrid.data);
  if (!ground) return undefined;
  const whole = ({ channels }: SmoothGround) =>
    ofChannels((c) => resamplePlane(channels[c] as Plane, wholeOf(channels[c] as Plane), widthPx, heightPx, 'replicate'));
  return { ...whole(ground), tolerance: ground.tolerance };
}

function findOnGrid(view: RgbaImage, cloth: Float32Array): SmoothGround | undefined {
  const { widthPx, heightPx } = view;
  const rim: number[] = [];
  for (let i = 0; i < widthPx * heightPx; i++) {
    const [x, y] = [i % widthPx, Math.floor(i / widthPx)];
    if (x === 0 || y === 0 || x === widthPx - 1 || y === heightPx - 1) rim.push(i);
  }
  const holdsRim = (ground: SmoothGround) =>
    rim.filter((i) => looksLike(ground, view, i)).length >= rimFraction * rim.length ? ground : undefined;
  const sureCloth = cloth.reduce((count, value) => count + Number(value > sure), 0);
  const agrees = (ground: readonly number[]) =>
    ground.filter((i) => (cloth[i] as number) > sure).length <= mostContradiction * sureCloth;

  const level = holdsRim(medianOf(rim, view));
  let ground = level ?? holdsRim(fitted(rim, 2, view));
  if (!ground) return undefined;
  let reached = reachedFromRim(ground, view);
  for (const degree of degrees) {
    const next = fitted(reached, degree, view);
    const further = reachedFromRim(next, view);
    // Where hardly more is found, there is nothing more to it.
    if (further.length < 1.002 * reached.length || !agrees(further)) break;
    const squares = further.reduce((sum, i) => sum + distanceToGround(next, i, view.data, i * 4) ** 2, 0);
    const noise = Math.sqrt(squares / further.length);
    ground = { ...next, tolerance: Math.min(keyTolerance, Math.max(leastTolerance, noiseTolerance * noise)) };
    reached = further;
  }
  if (level) return ground;
  const sureGround = cloth.reduce((count, value) => count + Number(value < 1 - sure), 0);
  const unreached = sureGround - reached.filter((i) => (cloth[i] as number) < 1 - sure).length;
  return agrees(reached) && unreached <= mostUnreached * sureGround ? ground : undefined;
}

function fitted(known: readonly number[], degree: number, { widthPx, heightPx, data }: RgbaImage): SmoothGround {
  const across = (i: number) => ((i % widthPx) / widthPx) * 2 - 1;
  const down = (i: number) => (Math.floor(i / widthPx) / heightPx) * 2 - 1;
  return ofChannels((c) => {
    const surface = fitSurface(Float64Array.from(known.flatMap((i) => [across(i), down(i), data[i * 4 + c] as number])), degree);
    const plane = createPlane(widthPx, heightPx);
    for (let i = 0; i < plane.data.length; i++) plane.data[i] = surface.at(across(i), down(i));
    return plane;
  });
}

function medianOf(rim: readonly number[], { widthPx, heightPx, data }: RgbaImage): SmoothGround {
  return ofChannels((c) => {
    const values = rim.map((i) => data[i * 4 + c] as number).sort((a, b) => a - b);
    return { widthPx, heightPx, data: new Float32Array(widthPx * heightPx).fill(values[values.length >> 1] as number) };
  });
}

function ofChannels(plane: (channel: number) => Plane): SmoothGround {
  return { channels: [plane(0), plane(1), plane(2)], tolerance: keyTolerance };
}

function looksLike(ground: SmoothGround, view: RgbaImage, i: number): boolean {
  return distanceToGround(ground, i, view.data, i * 4) < ground.tolerance;
}

function reachedFromRim(ground: SmoothGround, view: RgbaImage): number[] {
  const alike = createPlane(view.widthPx, view.heightPx);
  for (let i = 0; i < alike.data.length; i++) alike.data[i] = Number(looksLike(ground, view, i));
  const { labels, components } = labelComponents(alike, (value) => value === 1);
  const outer = new Set(components.filter(({ touchesBorder }) => touchesBorder).map(({ label }) => label));
  return [...labels.keys()].filter((i) => outer.has(labels[i] as number));
}
