import { scaleRect } from '../image/bounding-box.js';
import type { Plane, Rect } from '../image/image.js';
import type { Edge } from '../image/resample.js';
import { resamplePlane } from '../image/resample.js';
import { sumOfClasses } from '../mask/class-confidences.js';
import type { ClassConfidences, ClothingClass } from '../ports.js';
import { canonicalSizePx } from '../ports.js';
import type { SeenPerson } from './find-figure.js';

/** The parser's answer to a part of the photo. */
export interface NearLook {
  readonly confidences: ClassConfidences;
  /** Photo pixels. */
  readonly rect: Rect;
}

/** How much more than the first look, on the whole figure, the look from near counts; it sees straps and fingers. */
const nearWeight = 0.7;
/** Over this share of its side it comes in. */
const featherShare = 0.06;

/** Confidence of some classes over a crop of the photo, by both looks; a plane in [0, 1] on the canonical grid's size. */
export function confidenceOver(
  { photo, confidences }: SeenPerson,
  near: NearLook | undefined,
  crop: Rect,
  names: readonly ClothingClass[],
  edge: Edge = 'zero',
): Plane {
  const size = canonicalSizePx;
  const onGrid = ({ confidences: of, rect }: NearLook) => {
    const at = { ...crop, xPx: crop.xPx - rect.xPx, yPx: crop.yPx - rect.yPx };
    const inLook = scaleRect(at, of.widthPx / rect.widthPx, of.heightPx / rect.heightPx);
    return resamplePlane(sumOfClasses(of, names), inLook, size, size, edge);
  };
  const whole = onGrid({ confidences, rect: { xPx: 0, yPx: 0, widthPx: photo.widthPx, heightPx: photo.heightPx } });
  if (!near) return whole;
  const closer = onGrid(near);
  const weightAlong = (start: number, step: number, from: number, length: number, end: number) =>
    Float32Array.from({ length: size }, (_, i) => {
      const position = start + (i + 0.5) * step - from;
      const fromStart = from <= 0 ? Infinity : position;
      const fromEnd = from + length >= end ? Infinity : length - position;
      return position < 0 || position > length ? 0 : Math.min(1, Math.min(fromStart, fromEnd) / (featherShare * length));
    });
  const { rect } = near;
  const columns = weightAlong(crop.xPx, crop.widthPx / size, rect.xPx, rect.widthPx, photo.widthPx);
  const rows = weightAlong(crop.yPx, crop.heightPx / size, rect.yPx, rect.heightPx, photo.heightPx);
  for (let i = 0; i < whole.data.length; i++) {
    const weight = nearWeight * Math.min(columns[i % size] as number, rows[Math.floor(i / size)] as number);
    whole.data[i] = (whole.data[i] as number) * (1 - weight) + weight * (closer.data[i] as number);
  }
  return whole;
}
