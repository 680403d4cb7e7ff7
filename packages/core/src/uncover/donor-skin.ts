import { linearFromCode, luminance } from '../image/colour.js';
import type { RgbaImage } from '../image/image.js';

/** The colour of somebody's skin where it is seen. */
export interface DonorSkin {
  /** Linear light in [0, 1]. */
  readonly linear: readonly [red: number, green: number, blue: number];
  /** Standard deviation of neighbouring pixels' luminance, relative to it: the photo's grain. */
  readonly grain: number;
}

/** Fewer pixels of a hand than this say nothing about its colour. */
const fewestPx = 40;
/** Gaps between fingers do not count, nor nails and highlights. */
const middle = [0.1, 0.9] as const;
const mostGrain = 0.06;
/** Skin of any tone has more red than blue, in linear light; paper and walls about the hand have not. */
const leastWarmth = 1.12;

/** The median colour of the pixels given, by their indices; `undefined` where there are too few. */
export function findDonorSkin({ widthPx, data }: RgbaImage, pixels: readonly number[]): DonorSkin | undefined {
  const isWarm = (i: number) => linearFromCode(data[4 * i] as number) > leastWarmth * linearFromCode(data[4 * i + 2] as number);
  const skin = pixels.filter(isWarm);
  if (skin.length < fewestPx) return undefined;
  const light = (i: number) =>
    luminance(
      linearFromCode(data[4 * i] as number),
      linearFromCode(data[4 * i + 1] as number),
      linearFromCode(data[4 * i + 2] as number),
    );
  const sorted = skin.map((i) => ({ i, value: light(i) })).sort((a, b) => a.value - b.value);
  const used = sorted.slice(Math.floor(middle[0] * sorted.length), Math.ceil(middle[1] * sorted.length)).map(({ i }) => i);
  const linear = [0, 1, 2].map((c) => used.reduce((sum, i) => sum + linearFromCode(data[4 * i + c] as number), 0) / used.length);
  const steps = used.map(
    (i) =>
      Math.abs(light(i) - (light(i - 1) + light(i + 1) + light(i - widthPx) + light(i + widthPx)) / 4) / Math.max(0.01, light(i)),
  );
  const grain = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] as number;
  return { linear: linear as [number, number, number], grain: Number.isFinite(grain) ? Math.min(mostGrain, grain) : 0 };
}
