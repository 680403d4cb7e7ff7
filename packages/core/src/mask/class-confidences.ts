import { garmentKinds } from '../garment-type.js';
import type { Plane, Rect, RgbaImage } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { resampleImage } from '../image/resample.js';
import { meanWithMirrored } from '../locate/joint-maps.js';
import type { ClassConfidences, ClothingClass, ParserAnswer, Segmenter } from '../ports.js';
import { clothingClasses, parserSizePx } from '../ports.js';

/** Runs the parser on a part of the photo, stretched to the parser's square. */
export function segmentRect(photo: RgbaImage, rect: Rect, segmenter: Segmenter): Promise<ParserAnswer> {
  return segmenter.segment(resampleImage(photo, rect, parserSizePx, parserSizePx));
}

/**
 * The mean of the parser's answers to the photo and to its mirror image: what a figure wears does not depend on the side it is seen from, and where
 * the two disagree neither is sure.
 */
export async function segmentBothWays(photo: RgbaImage, rect: Rect, segmenter: Segmenter): Promise<ParserAnswer> {
  const view = resampleImage(photo, rect, parserSizePx, parserSizePx);
  const answer = await segmenter.segment(view);
  const { widthPx, data } = answer;
  const { data: mirrored, jointMaps } = await segmenter.segment(mirrorImage(view));
  for (let row = 0; row < data.length; row += widthPx) {
    for (let x = 0; x < widthPx; x++) {
      data[row + x] = ((data[row + x] as number) + (mirrored[row + widthPx - 1 - x] as number)) / 2;
    }
  }
  return { ...answer, jointMaps: meanWithMirrored(answer.jointMaps, jointMaps) };
}

function mirrorImage(image: RgbaImage): RgbaImage {
  const { widthPx, heightPx } = image;
  const from = new Uint32Array(image.data.buffer, image.data.byteOffset, widthPx * heightPx);
  const to = new Uint32Array(from.length);
  for (let row = 0; row < from.length; row += widthPx)
    to.set(
      from
        .subarray(row, row + widthPx)
        .slice()
        .reverse(),
      row,
    );
  return { ...image, data: new Uint8ClampedArray(to.buffer) };
}

/** Sum of the confidences of some classes; a plane in [0, 1]. */
export function sumOfClasses(confidences: ClassConfidences, classes: readonly ClothingClass[]): Plane {
  const sum = createPlane(confidences.widthPx, confidences.heightPx);
  const count = sum.data.length;
  for (const name of classes) {
    const start = clothingClasses.indexOf(name) * count;
    for (let i = 0; i < count; i++) sum.data[i] = (sum.data[i] as number) + (confidences.data[start + i] as number);
  }
  return sum;
}

/** Confidence that a pixel is cloth, of whatever kind. */
export function clothPlane(confidences: ClassConfidences): Plane {
  return sumOfClasses(confidences, garmentKinds);
}

/** Everything that is not background. */
export function personPlane(confidences: ClassConfidences): Plane {
  const person = sumOfClasses(confidences, ['background']);
  for (let i = 0; i < person.data.length; i++) person.data[i] = 1 - (person.data[i] as number);
  return person;
}

/** Sets a pixel of all classes to pure background. */
export function clearToBackground(confidences: ClassConfidences, index: number): void {
  const count = confidences.widthPx * confidences.heightPx;
  for (let c = 0; c < clothingClasses.length; c++) confidences.data[c * count + index] = c === 0 ? 1 : 0;
}

/** Index into `clothingClasses` of every pixel's strongest class. */
export function strongestClasses(confidences: ClassConfidences): Uint8Array {
  const count = confidences.widthPx * confidences.heightPx;
  const strongest = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    let best = 0;
    for (let c = 1; c < clothingClasses.length; c++) {
      if ((confidences.data[c * count + i] as number) > (confidences.data[best * count + i] as number)) best = c;
    }
    strongest[i] = best;
  }
  return strongest;
}

/** Pixels whose strongest class is each class. */
export function classAreas(confidences: ClassConfidences): Readonly<Record<ClothingClass, number>> {
  const areas = Object.fromEntries(clothingClasses.map((name) => [name, 0])) as Record<ClothingClass, number>;
  for (const index of strongestClasses(confidences)) areas[clothingClasses[index] as ClothingClass]++;
  return areas;
}
