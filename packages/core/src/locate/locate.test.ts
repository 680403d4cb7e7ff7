import { describe, expect, it } from 'vitest';
import type { JointMaps } from './joint-maps.js';
import { jointMapCells, jointMapsLength, meanWithMirrored } from './joint-maps.js';
import type { JointName } from './landmarks.js';
import { jointNames } from './landmarks.js';
import { readLandmarks } from './read-landmarks.js';

/** Maps as the parser was taught: Gaussians of two cells. Places in cells from the picture's corner. */
function drawMaps(joints: Partial<Record<JointName, readonly [x: number, y: number, height: number]>>): JointMaps {
  const maps = new Float32Array(jointMapsLength).fill(0.002);
  for (const [name, [x, y, height]] of Object.entries(joints)) {
    const start = jointNames.indexOf(name as JointName) * jointMapCells ** 2;
    for (let cell = 0; cell < jointMapCells ** 2; cell++) {
      const [column, row] = [cell % jointMapCells, Math.floor(cell / jointMapCells)];
      const squared = (column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2;
      maps[start + cell] = Math.max(0.002, height * Math.exp(-squared / 8));
    }
  }
  return maps;
}

const photo = { xPx: 0, yPx: 0, widthPx: 640, heightPx: 1280 };

describe('readLandmarks', () => {
  it('finds a joint between the cells, in photo pixels', () => {
    const { leftElbow } = readLandmarks(drawMaps({ leftElbow: [40.3, 20.8, 0.9] }), photo);
    expect(leftElbow.xPx).toBeCloseTo(403, 0);
    expect(leftElbow.yPx).toBeCloseTo(416, 0);
    expect(leftElbow.confidence).toBeGreaterThan(0.85);
  });

  it('places the joints of a crop in the photo', () => {
    const crop = { xPx: 100, yPx: 200, widthPx: 320, heightPx: 320 };
    const { nose } = readLandmarks(drawMaps({ nose: [32, 16, 1] }), crop);
    expect([nose.xPx, nose.yPx].map(Math.round)).toEqual([260, 280]);
  });

  it('is sure of no joint of an empty map, and finds one in the corner', () => {
    const { nose, chin } = readLandmarks(drawMaps({ chin: [63.6, 0.4, 1] }), photo);
    expect(nose.confidence).toBeLessThan(0.01);
    expect(chin.xPx).toBeGreaterThan(630);
    expect(chin.yPx).toBeLessThan(15);
  });
});

describe('meanWithMirrored', () => {
  it('keeps a joint that the mirror shows on the other side and under the other name', () => {
    const mean = meanWithMirrored(drawMaps({ leftWrist: [10, 30, 1] }), drawMaps({ rightWrist: [54, 30, 1] }));
    const { leftWrist, rightWrist } = readLandmarks(mean, photo);
    expect(leftWrist.xPx).toBeCloseTo(100, 0);
    expect(leftWrist.confidence).toBeGreaterThan(0.9);
    expect(rightWrist.confidence).toBeLessThan(0.01);
  });

  it('is half sure of what only one of the two views sees', () => {
    const mean = meanWithMirrored(drawMaps({ neck: [20, 20, 1] }), drawMaps({}));
    expect(readLandmarks(mean, photo).neck.confidence).toBeCloseTo(0.5, 1);
  });
});
