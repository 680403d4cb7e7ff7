import { expect, it } from 'vitest';
import { createPlane } from '../../image/image.js';
import { fakeLandmarks } from '../../testing/fake-landmarks.js';
import { findWornLower } from './worn-lower.js';

const size = 256;
const seen = fakeLandmarks({ xPx: 128, yPx: -60, shoulderWidthPx: 60 });

function shorts() {
  const mask = createPlane(size, size);
  for (let i = 0; i < mask.data.length; i++) {
    const [x, y] = [i % size, Math.floor(i / size)];
    mask.data[i] = Number(y >= 40 && y < 90 && Math.abs(x - 128) < 40);
  }
  return mask;
}

it('hangs a photo of legs alone on its waistband, and any other on its hips', () => {
  const unsure = { ...seen, leftHip: { ...seen.leftHip, confidence: 0 }, rightHip: { ...seen.rightHip, confidence: 0 } };
  const of = (landmarks: typeof seen) =>
    findWornLower({ mask: shorts(), background: createPlane(size, size), landmarks, hemSeen: true }, createPlane(size, size));
  const [{ body: known }, { body: hung, legs }] = [of(seen), of(unsure)];
  expect(hung.hipRow + hung.legPx).toBeCloseTo(known.hipRow + known.legPx, 3);
  expect(hung.hipRow - 0.2 * hung.legPx).toBeCloseTo(legs.topRow, 3);
  expect(hung.legs[0][0].y).toBeCloseTo(hung.hipRow, 3);
});
