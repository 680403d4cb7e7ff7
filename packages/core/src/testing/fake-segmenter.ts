import type { RgbaImage } from '../image/image.js';
import { jointMapsLength } from '../locate/joint-maps.js';
import type { GarmentKind } from '../garment-type.js';
import { garmentKinds } from '../garment-type.js';
import type { ClothingClass, ParserAnswer, ProductScores, Segmenter } from '../ports.js';
import { clothingClasses, productScoresLength } from '../ports.js';

/** 8-bit sRGB. */
export type Colour = readonly [red: number, green: number, blue: number];

/** The parser's answer about a product of which only the kind is known, and that for sure; `none` is no garment. */
export function scoresOfKind(kind: GarmentKind | 'none'): ProductScores {
  const scores = new Float32Array(productScoresLength).fill(0.1);
  scores.fill(0.01, 0, garmentKinds.length + 1);
  scores[kind === 'none' ? garmentKinds.length : garmentKinds.indexOf(kind)] = 0.99;
  return scores;
}

/**
 * A segmenter for drawn test pictures: every pixel belongs to the class whose colour is nearest, nobody has joints, and every product is what
 * `productScores` say.
 */
export function createColourSegmenter(
  palette: Partial<Record<ClothingClass, Colour>>,
  productScores: ProductScores = scoresOfKind('top'),
): Segmenter {
  const entries = Object.entries(palette) as [ClothingClass, Colour][];
  return {
    segment(image) {
      return Promise.resolve({ ...classify(image, entries), productScores: productScores.slice() });
    },
    dispose() {},
  };
}

function classify(image: RgbaImage, entries: readonly [ClothingClass, Colour][]): Omit<ParserAnswer, 'productScores'> {
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
