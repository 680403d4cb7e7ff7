import type { RgbaImage } from '../image/image.js';
import { jointMapsLength } from '../locate/joint-maps.js';
import type { ClothingClass, ParserAnswer, Segmenter } from '../ports.js';
import { clothingClasses } from '../ports.js';

/** 8-bit sRGB. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A segmenter for drawn test pictures: every pixel belongs to the class whose colour is nearest, and nobody has joints. */
export function createColourSegmenter(palette: Partial<Record<ClothingClass, Colour>>): Segmenter {
  const entries = Object.entries(palette) as [ClothingClass, Colour][];
  return {
    segment(image) {
      return Promise.resolve(classify(image, entries));
    },
    dispose() {},
  };
}

function classify(image: RgbaImage, entries: readonly [ClothingClass, Colour][]): ParserAnswer {
  const count = image.widthPx * image.heightPx;
  const data = new Float32Array(clothingClasses.length * count);
  for (let i = 0; i < count; i++) {
    const distance = ([, colour]: [ClothingClass, Colour]) =>
      colour.reduce((sum, value, c) => sum + (value - (image.data[i * 4 + c] as number)) ** 2, 0);
    const nearest = entries.reduce((a, b) => (distance(b) < distance(a) ? b : a));
    data[clothingClasses.indexOf(nearest[0]) * count + i] = 1;
  }
  return { widthPx: image.widthPx, heightPx: image.heightPx, data, jointMaps: new Float32Array(jointMapsLength) };
}
