import { describe, expect, it } from 'vitest';
import type { Plane } from '../../image/image.js';
import { createPlane } from '../../image/image.js';
import { canonicalRect } from '../../network/canonical-frame.js';
import type { ClassConfidences, ClothingClass } from '../../ports.js';
import { clothingClasses, parserSizePx } from '../../ports.js';
import { fakeLandmarks } from '../../testing/fake-landmarks.js';
import { findWorn } from './find-worn.js';

const size = parserSizePx;
type Drawing = (x: number, y: number) => ClothingClass;

function confidencesOf(drawing: Drawing): ClassConfidences {
  const data = new Float32Array(clothingClasses.length * size * size);
  for (let i = 0; i < size * size; i++) {
    data[clothingClasses.indexOf(drawing(i % size, Math.floor(i / size))) * size * size + i] = 1;
  }
  return { widthPx: size, heightPx: size, data };
}

/** The worn garment of a class; photo and parser have the same pixels. */
function wornOf(drawing: Drawing, kind: ClothingClass) {
  const pixels = [...Array(size * size).keys()].filter((i) => drawing(i % size, Math.floor(i / size)) === kind);
  const [xs, ys] = [pixels.map((i) => i % size), pixels.map((i) => Math.floor(i / size))];
  const [xPx, yPx] = [Math.min(...xs), Math.min(...ys)];
  const box = { xPx, yPx, widthPx: Math.max(...xs) + 1 - xPx, heightPx: Math.max(...ys) + 1 - yPx };
  const crop = canonicalRect(box);
  const mask: Plane = createPlane(size, size);
  mask.data.forEach((_, i) => {
    const x = Math.floor(crop.xPx + (((i % size) + 0.5) / size) * crop.widthPx);
    const y = Math.floor(crop.yPx + ((Math.floor(i / size) + 0.5) / size) * crop.heightPx);
    const inside = x >= 0 && y >= 0 && x < size && y < size && drawing(x, y) === kind;
    mask.data[i] = inside ? 1 : 0;
  });
  return findWorn(mask, box, crop, { widthPx: size, heightPx: size }, confidencesOf(drawing), landmarks);
}

/** Knees in row 187, ankles in row 236. */
const landmarks = fakeLandmarks({ xPx: 128, yPx: 72, shoulderWidthPx: 41.6 });

/** A figure of 236 px from row 10: tee, and below it what is given. */
const dressed =
  (below: Drawing): Drawing =>
  (x, y) => {
    const out = Math.abs(x + 0.5 - 128);
    if (y < 10) return 'background';
    if (y < 40) return out < 12 ? 'hair' : 'background';
    if (y < 46) return out < 8 ? 'skin' : 'background';
    if (y < 122) return out < (y < 70 ? 31 : 26) ? 'top' : 'background';
    return below(x, y);
  };
const leg = (x: number) => Math.abs(x + 0.5 - 128) < 24 && Math.abs(x + 0.5 - 128) > 3;

describe('findWorn', () => {
  it('sees the hem of trousers above shoes', () => {
    const worn = wornOf(
      dressed((x, y) => (!leg(x) || y >= 246 ? 'background' : y < 234 ? 'bottom' : 'footwear')),
      'bottom',
    );
    expect(worn.hemSeen).toBe(true);
  });

  it('sees none where the picture ends', () => {
    const worn = wornOf(
      dressed((x) => (leg(x) ? 'bottom' : 'background')),
      'bottom',
    );
    expect(worn.hemSeen).toBe(false);
  });

  it('sees none where trousers go into boots, and that of a skirt above boots', () => {
    const boots: Drawing = (x, y) => (!leg(x) || y >= 246 ? 'background' : y < 200 ? 'bottom' : 'footwear');
    expect(wornOf(dressed(boots), 'bottom').hemSeen).toBe(false);
    const skirt: Drawing = (x, y) => (y < 180 ? (Math.abs(x + 0.5 - 128) < 50 ? 'bottom' : 'background') : boots(x, 220));
    expect(wornOf(dressed(skirt), 'bottom').hemSeen).toBe(true);
  });

  it('takes joints to the grid of the crop, and tells where nothing of the person is', () => {
    const { background, landmarks: inCrop } = wornOf(
      dressed(() => 'background'),
      'top',
    );
    expect(background.data[128 * size + 128]).toBe(0);
    expect(background.data[128 * size + 4]).toBe(1);
    expect(inCrop.leftShoulder.xPx).toBeGreaterThan(128);
    expect(inCrop.leftShoulder.xPx + inCrop.rightShoulder.xPx).toBeCloseTo(256, 0);
  });
});
