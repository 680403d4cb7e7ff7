/**
 * sRGB transfer (IEC 61966-2-1) by table, and luminance. Light adds linearly, so relighting and blending happen in linear light;
 * the network and the resamplers see sRGB-encoded values.
 */

const linearTable = Float32Array.from({ length: 256 }, (_, code) => linearFromSrgb(code / 255));

/** Entries of the encoding table; the steepest slope (12.92 near black) then moves 0.2 codes per entry. */
const encodeSteps = 16383;
const encodeTable = Uint8Array.from({ length: encodeSteps + 1 }, (_, i) => Math.round(srgbFromLinear(i / encodeSteps) * 255));

/** Exact transfer, `value` in [0, 1]. */
export function linearFromSrgb(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** sRGB-encoded value of linear light, both in [0, 1]; exact (IEC 61966-2-1). */
export function srgbFromLinear(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

/** Linear light of an 8-bit sRGB code. */
export function linearFromCode(code: number): number {
  return linearTable[code] as number;
}

/** Linear light of an averaged sRGB value in [0, 255], interpolated between codes; within 2e-5 of the exact transfer. */
export function linearFromAverage(value: number): number {
  const below = value <= 0 ? 0 : value >= 254 ? 254 : value | 0;
  const from = linearTable[below] as number;
  return from + Math.min(1, value - below) * ((linearTable[below + 1] as number) - from);
}

/** 8-bit sRGB code of linear light; clamps to [0, 1]. */
export function codeFromLinear(linear: number): number {
  const clamped = linear <= 0 ? 0 : linear >= 1 ? 1 : linear;
  return encodeTable[(clamped * encodeSteps + 0.5) | 0] as number;
}

/**
 * Part of the way from one light to another, in steps that look even: by their square roots, which are about as far apart as they look.
 * Light itself, averaged, shows a white shirt over a black one almost white at half and half. Exact at the ends.
 */
export function fadeLight(from: number, to: number, share: number): number {
  if (share === 0) return from;
  if (share === 1) return to;
  const root = (1 - share) * Math.sqrt(Math.max(0, from)) + share * Math.sqrt(Math.max(0, to));
  return root * root;
}

/** Relative luminance (Rec. 709 primaries) of linear-light RGB. */
export function luminance(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Keeps the logarithm finite in black cloth, where sensor noise would otherwise become folds. */
export const luminanceFloor = 0.02;

/** `ln(Y + floor)` of linear-light luminance; the shading signal before it is centred on the mask. */
export function logLuminance(y: number): number {
  return Math.log(y + luminanceFloor);
}
