import { describe, expect, it } from 'vitest';
import type { ClassConfidences, ClothingClass } from '../ports.js';
import { clothingClasses } from '../ports.js';
import { classAreas } from './class-confidences.js';
import { settleDress } from './settle-dress.js';

type Pixel = Partial<Record<ClothingClass, number>>;

/** One row of pixels; what a pixel leaves open is background. */
function parsed(...pixels: Pixel[]): ClassConfidences {
  const data = new Float32Array(clothingClasses.length * pixels.length);
  pixels.forEach((pixel, i) => {
    const rest = 1 - Object.values(pixel).reduce((a, b) => a + b, 0);
    clothingClasses.forEach((name, c) => (data[c * pixels.length + i] = (pixel[name] ?? 0) + (name === 'background' ? rest : 0)));
  });
  return { widthPx: pixels.length, heightPx: 1, data };
}

const many = (count: number, pixel: Pixel) => Array.from({ length: count }, () => pixel);

describe('settleDress', () => {
  it('makes a dress of patches that are believed to be a dress on the whole', () => {
    const confidences = parsed(...many(6, { dress: 0.7, top: 0.2 }), ...many(3, { top: 0.5, dress: 0.4 }), { skin: 1 });
    settleDress(confidences);
    expect(classAreas(confidences)).toMatchObject({ dress: 9, top: 0, skin: 1 });
  });

  it('makes top and trousers of patches of dress on a figure that wears two pieces', () => {
    const confidences = parsed(
      ...many(6, { top: 0.9 }),
      ...many(6, { bottom: 0.9 }),
      { dress: 0.5, top: 0.3 },
      { dress: 0.5, bottom: 0.3 },
    );
    settleDress(confidences);
    expect(classAreas(confidences)).toMatchObject({ dress: 0, top: 7, bottom: 7 });
  });

  it('leaves sure trousers under a tunic', () => {
    const confidences = parsed(...many(6, { dress: 0.9 }), ...many(4, { bottom: 0.95 }));
    settleDress(confidences);
    expect(classAreas(confidences)).toMatchObject({ dress: 6, bottom: 4 });
  });

  it('keeps every pixel summing to 1, and other classes as they are', () => {
    const confidences = parsed({ outerwear: 0.6, dress: 0.2, top: 0.1 }, { dress: 0.6, bottom: 0.3, hair: 0.1 });
    settleDress(confidences);
    for (const i of [0, 1]) {
      const values = clothingClasses.map((_, c) => confidences.data[c * 2 + i] as number);
      expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
    }
    expect(confidences.data[clothingClasses.indexOf('outerwear') * 2]).toBeCloseTo(0.6, 6);
    expect(confidences.data[clothingClasses.indexOf('hair') * 2 + 1]).toBeCloseTo(0.1, 6);
  });
});
