import { gaussianBlur } from '../image/box-blur.js';
import { linearFromAverage, linearFromCode, logLuminance, luminance, srgbFromLinear } from '../image/colour.js';
import type { Plane, Rect, RgbaImage, Tensor } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { resampleRgb } from '../image/resample.js';
import { canonicalSizePx } from '../ports.js';
import { createShadeReference } from './shade-reference.js';

const size = canonicalSizePx;
const count = size * size;
const lowPassSigmaPx = 4;
const logLuminanceLimit = 2.5;

export interface ContentInput {
  /** `[1, 8, 256, 256]`: low-passed logL, M, photo RGB in [-1, 1], person mask, x and y in (-1, 1). */
  readonly tensor: Tensor;
  /** `logLuminance` without shadow, `[1, 1, 256, 256]`; shading at photo resolution is measured from it. */
  readonly shadeReference: Tensor;
}

/**
 * @param mask, person, lower on the canonical grid, in [0, 1]: the garment, the person, and the share of a lower garment.
 * @param exposure of the photo; the network sees it as if it were 1.
 */
export function createContentInput(
  photo: RgbaImage,
  crop: Rect,
  mask: Plane,
  person: Plane,
  lower: Plane,
  exposure: number,
): ContentInput {
  const rgb = resampleExposed(photo, crop, exposure);
  const shade = logLuminancePlane(rgb);
  const shadeReference = createShadeReference(shade, mask, lower);
  for (let i = 0; i < count; i++) {
    const centred = (shade.data[i] as number) - (shadeReference.data[i] as number);
    shade.data[i] = clampShade(centred) * (mask.data[i] as number);
  }
  const blurredShade = gaussianBlur(shade, lowPassSigmaPx);
  const blurredMask = gaussianBlur(mask, lowPassSigmaPx);

  const data = new Float32Array(8 * count);
  for (let i = 0; i < count; i++) {
    const m = mask.data[i] as number;
    data[i] = ((blurredShade.data[i] as number) / Math.max(blurredMask.data[i] as number, 1e-3)) * m;
    data[count + i] = m;
    for (let c = 0; c < 3; c++) data[(2 + c) * count + i] = (rgb[c * count + i] as number) / 127.5 - 1;
    data[5 * count + i] = person.data[i] as number;
    data[6 * count + i] = (((i % size) + 0.5) / size) * 2 - 1;
    data[7 * count + i] = ((Math.floor(i / size) + 0.5) / size) * 2 - 1;
  }
  return { tensor: { shape: [1, 8, size, size], data }, shadeReference };
}

/** `ln(Y + floor)` of a crop as the network sees it. @param rgb see `resampleExposed`. */
export function logLuminancePlane(rgb: Float32Array): Plane {
  const plane = createPlane(size, size);
  for (let i = 0; i < count; i++) {
    const red = linearFromAverage(rgb[i] as number);
    const green = linearFromAverage(rgb[count + i] as number);
    const blue = linearFromAverage(rgb[2 * count + i] as number);
    plane.data[i] = logLuminance(luminance(red, green, blue));
  }
  return plane;
}

/** The crop as the network sees it, `[3, 256, 256]`, sRGB-encoded in [0, 255]: well exposed. */
export function resampleExposed(photo: RgbaImage, crop: Rect, exposure: number): Float32Array {
  const rgb = resampleRgb(photo, crop, size, size);
  if (exposure === 1) return rgb;
  const table = Float32Array.from(
    { length: 256 },
    (_, code) => 255 * srgbFromLinear(Math.min(1, linearFromCode(code) / exposure)),
  );
  return rgb.map((value) => {
    const below = Math.min(254, Math.max(0, Math.floor(value)));
    const from = table[below] as number;
    return from + Math.min(1, value - below) * ((table[below + 1] as number) - from);
  });
}

/** Centred log-luminance beyond this is specular or crushed, and no fold. */
export function clampShade(centredLogLuminance: number): number {
  return Math.min(logLuminanceLimit, Math.max(-logLuminanceLimit, centredLogLuminance));
}

/** `ln(Y + floor)` of an 8-bit pixel of a photo of this exposure. */
export function logLuminanceOfCodes(red: number, green: number, blue: number, exposure: number): number {
  return logLuminance(luminance(linearFromCode(red), linearFromCode(green), linearFromCode(blue)) / exposure);
}

/**
 * `[1, 4, 256, 256]`: the aligned garment, RGB in [-1, 1] times validity, and the validity.
 *
 * @param rgb `[3, 256, 256]`, sRGB-encoded in [0, 255]; @param validity in [0, 1].
 */
export function createStyleInput(rgb: Float32Array, validity: Plane): Tensor {
  const data = new Float32Array(4 * count);
  for (let i = 0; i < count; i++) {
    const v = validity.data[i] as number;
    for (let c = 0; c < 3; c++) data[c * count + i] = ((rgb[c * count + i] as number) / 127.5 - 1) * v;
    data[3 * count + i] = v;
  }
  return { shape: [1, 4, size, size], data };
}
