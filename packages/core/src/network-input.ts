import { gaussianBlur } from './box-blur.js';
import { linearFromAverage } from './colour.js';
import type { Plane, Rect, RgbaImage, Tensor } from './image.js';
import { createPlane } from './image.js';
import { clampSignal, photoSignals, signalCount } from './photo-signals.js';
import { canonicalSizePx } from './ports.js';
import { resampleRgb } from './resample.js';
import { createSignalReference } from './signal-reference.js';

const size = canonicalSizePx;
const count = size * size;
const lowPassSigmaPx = 4;

export interface ContentInput {
  /** `[1, 8, 256, 256]`: low-passed logL, M, photo RGB in [-1, 1], person mask, x and y in (-1, 1). */
  readonly tensor: Tensor;
  /** `photoSignals` without shadow or print, `[1, 3, 256, 256]`; shading at photo resolution is measured from it. */
  readonly signalReference: Tensor;
}

/** @param mask, person, lower on the canonical grid, in [0, 1]: the garment, the person, and the share of a lower garment. */
export function createContentInput(photo: RgbaImage, crop: Rect, mask: Plane, person: Plane, lower: Plane): ContentInput {
  const rgb = resampleRgb(photo, crop, size, size);
  const signals: Tensor = { shape: [1, signalCount, size, size], data: new Float32Array(signalCount * count) };
  for (let i = 0; i < count; i++) {
    const red = linearFromAverage(rgb[i] as number);
    const green = linearFromAverage(rgb[count + i] as number);
    const blue = linearFromAverage(rgb[2 * count + i] as number);
    photoSignals(red, green, blue, signals.data, i, count);
  }
  const signalReference = createSignalReference(signals, mask, lower);
  const shade = createPlane(size, size);
  for (let i = 0; i < count; i++) {
    const centred = (signals.data[i] as number) - (signalReference.data[i] as number);
    shade.data[i] = clampSignal(centred) * (mask.data[i] as number);
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
  return { tensor: { shape: [1, 8, size, size], data }, signalReference };
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
