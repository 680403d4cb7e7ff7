import { describe, expect, it } from 'vitest';
import { createPlane } from '../image/image.js';
import { weighColours } from './colour-evidence.js';

const size = 64;

const flat = (value: number) => ({ widthPx: size, heightPx: size, data: new Uint8ClampedArray(size * size * 4).fill(value) });

/** A red square on grey, and a confidence that is sure of its middle, in doubt at its rim, and in doubt about a grey patch. */
function scene() {
  const view = flat(128);
  const confidence = createPlane(size, size);
  for (let i = 0; i < size * size; i++) {
    const [x, y] = [i % size, Math.floor(i / size)];
    if (x >= 16 && x < 48 && y >= 16 && y < 48) {
      view.data.set([200, 20, 30], i * 4);
      confidence.data[i] = x >= 22 && x < 42 && y >= 22 && y < 42 ? 0.95 : 0.45;
    }
    if (x < 8 && y < 8) confidence.data[i] = 0.55;
  }
  return { view, confidence };
}

describe('weighColours', () => {
  it('settles doubt by colour: cloth of the garment in, surroundings out', () => {
    const { view, confidence } = scene();
    const { data } = weighColours(confidence, view);
    expect(data[18 * size + 18], 'rim of the red square').toBeGreaterThan(0.8);
    expect(data[3 * size + 3], 'grey patch').toBeLessThan(0.3);
  });

  it('does not overrule a parser that is sure', () => {
    const { view, confidence } = scene();
    confidence.data[60 * size + 60] = 0.995;
    const { data } = weighColours(confidence, view);
    expect(data[60 * size + 60]).toBeGreaterThan(0.5);
    expect(data[30 * size + 30]).toBeGreaterThan(0.95);
  });

  it('changes little where colours say nothing', () => {
    const { confidence } = scene();
    const { data } = weighColours(confidence, flat(90));
    confidence.data.forEach((before, i) => expect(Math.abs((data[i] ?? NaN) - before)).toBeLessThan(0.06));
  });
});
