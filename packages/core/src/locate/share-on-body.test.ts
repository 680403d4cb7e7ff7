import { describe, expect, it } from 'vitest';
import type { Patch } from '../image/view.js';
import { fakeLandmarks, unknownLandmarks } from '../testing/fake-landmarks.js';
import { shareOnBody } from './share-on-body.js';

const body = fakeLandmarks({ xPx: 200, yPx: 100, shoulderWidthPx: 60 });
const solid = (xPx: number, yPx: number, widthPx: number, heightPx: number): Patch => ({
  rect: { xPx, yPx, widthPx, heightPx },
  alpha: new Uint8Array(widthPx * heightPx).fill(255),
});

describe('shareOnBody', () => {
  it('is all of a shirt', () => {
    expect(shareOnBody(solid(165, 85, 70, 110), body)).toBe(1);
  });

  it('is all of a wide skirt of which the knees are not seen', () => {
    const hidden = fakeLandmarks({
      xPx: 200,
      yPx: 100,
      shoulderWidthPx: 60,
      unsure: ['leftKnee', 'rightKnee', 'leftAnkle', 'rightAnkle'],
    });
    expect(shareOnBody(solid(150, 190, 100, 130), hidden)).toBe(1);
  });

  it('is nothing of a wall beside the person', () => {
    expect(shareOnBody(solid(0, 0, 80, 300), body)).toBe(0);
  });

  it('weighs by opacity', () => {
    const { rect, alpha } = solid(0, 100, 240, 40);
    // Faint on the body, solid on the wall.
    alpha.forEach((_, i) => (alpha[i] = i % 240 < 60 ? 255 : i % 240 < 160 ? 0 : 51));
    expect(shareOnBody({ rect, alpha }, body)).toBeCloseTo((80 * 51) / (80 * 51 + 60 * 255), 1);
  });

  it('is not known where the trunk is not', () => {
    expect(shareOnBody(solid(165, 85, 70, 110), unknownLandmarks)).toBeUndefined();
  });
});
