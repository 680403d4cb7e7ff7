import { describe, expect, it } from 'vitest';
import { fakeLandmarks } from '../testing/fake-landmarks.js';
import { shareAboveHips } from './share-above-hips.js';

// Hips at row 193.
const body = { xPx: 200, yPx: 100, shoulderWidthPx: 60 };
const solid = (yPx: number, heightPx: number) => ({
  rect: { xPx: 160, yPx, widthPx: 80, heightPx },
  alpha: new Uint8Array(80 * heightPx).fill(255),
});

describe('shareAboveHips', () => {
  it('is most of a shirt, some of a dress, nothing of leggings', () => {
    expect(shareAboveHips(solid(85, 120), fakeLandmarks(body))).toBeGreaterThan(0.85);
    expect(shareAboveHips(solid(85, 220), fakeLandmarks(body))).toBeCloseTo(0.5, 1);
    expect(shareAboveHips(solid(195, 150), fakeLandmarks(body))).toBe(0);
  });

  it('is not known where a hip is hidden', () => {
    expect(shareAboveHips(solid(85, 120), fakeLandmarks({ ...body, unsure: ['leftHip'] }))).toBeUndefined();
  });
});
