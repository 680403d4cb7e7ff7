import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { clothingClasses, jointMapCells, jointMapsLength, jointNames, productScoresLength } from '@stylemap-tryon/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measureLandmarks } from './landmark-measurement.mjs';
import { landmarkTable } from './landmark-report.mjs';
import { openRendered, openTaught } from './landmark-truth.mjs';
import { parseLandmarksArguments } from './landmarks-command.mjs';

/** A figure that looks the same in a mirror; its left is on the right. Fractions of the picture. */
const figure = /** @type {Record<string, [number, number]>} */ ({
  nose: [0.5, 0.2],
  leftShoulder: [0.6, 0.3],
  rightShoulder: [0.4, 0.3],
  leftHip: [0.55, 0.55],
  rightHip: [0.45, 0.55],
});

/**
 * An engine whose parser sees a top in the middle of every picture, and a figure in it.
 * @param {typeof figure} seen
 */
function engineThatSees(seen) {
  /** @type {import('@stylemap-tryon/core').Segmenter} */
  const segmenter = {
    segment: async ({ widthPx, heightPx }) => {
      const count = widthPx * heightPx;
      const data = new Float32Array(clothingClasses.length * count);
      for (let i = 0; i < count; i++) {
        const [x, y] = [(i % widthPx) / widthPx, Math.floor(i / widthPx) / heightPx];
        const isTop = Math.abs(x - 0.5) < 0.2 && Math.abs(y - 0.5) < 0.3;
        data[(isTop ? clothingClasses.indexOf('top') : 0) * count + i] = 1;
      }
      return { widthPx, heightPx, data, jointMaps: drawMaps(seen), productScores: new Float32Array(productScoresLength) };
    },
    dispose: () => undefined,
  };
  return /** @type {import('@stylemap-tryon/core').Engine} */ (/** @type {unknown} */ ({ segmenter, network: {} }));
}

/** @param {typeof figure} seen */
function drawMaps(seen) {
  const maps = new Float32Array(jointMapsLength);
  jointNames.forEach((name, joint) => {
    const place = seen[name];
    if (!place) return;
    for (let cell = 0; cell < jointMapCells ** 2; cell++) {
      const dx = (cell % jointMapCells) + 0.5 - place[0] * jointMapCells;
      const dy = Math.floor(cell / jointMapCells) + 0.5 - place[1] * jointMapCells;
      maps[joint * jointMapCells ** 2 + cell] = Math.exp(-(dx * dx + dy * dy) / 8);
    }
  });
  return maps;
}

describe('the measurement of landmarks', () => {
  /** @type {string} */
  let folder;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-landmarks-'));
    mkdirSync(join(folder, 'photos'));
    const picture = sharp({ create: { width: 120, height: 160, channels: 3, background: '#888' } });
    for (const file of ['0010.jpg', '0011.jpg', 'random-1.png']) await picture.clone().toFile(join(folder, 'photos', file));
    const names = Object.keys(figure);
    const points = (/** @type {number} */ visibility) =>
      names.map((name) => [.../** @type {[number, number]} */ (figure[name]), visibility]);
    const hyphened = names.map((name) => name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`));
    const taught = { joints: hyphened, photos: { '0010': points(0.9), '0011': points(0.9), '0020': points(0.9) } };
    writeFileSync(join(folder, 'landmarks.json'), JSON.stringify(taught));
    writeFileSync(join(folder, 'joints.json'), JSON.stringify({ joints: names, photos: { 'random-1': points(1) } }));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes held-out photos that are there', () => {
    const ids = (/** @type {boolean} */ all) => openTaught(folder, { limit: Infinity, all }).map(({ id }) => id);
    expect(ids(false)).toEqual(['0010']);
    expect(ids(true)).toEqual(['0010', '0011']);
  });

  it('finds a parser that knows everything perfect', async () => {
    for (const photos of [openTaught(folder, { limit: Infinity, all: false }), openRendered(folder, { limit: Infinity })]) {
      const figures = await measureLandmarks(photos, engineThatSees(figure));
      expect(figures).toMatchObject({ photos: 1, joints: 5, found: 1, sure: { share: 1, found: 1 } });
      expect(figures.medianTrunks).toBeLessThan(0.02);
      expect(landmarkTable({ taught: figures })).toMatch(/all +1\.000 .* clears 0\.92/);
    }
  });

  it('counts a joint that is a tenth of the trunk away as missed', async () => {
    // The trunk is 0.25 of the height long, and the same for both ways round.
    const off = { ...figure, nose: /** @type {[number, number]} */ ([0.5, 0.2 + 0.03]) };
    const figures = await measureLandmarks(openRendered(folder, { limit: Infinity }), engineThatSees(off));
    expect(figures.byJoint['nose']).toMatchObject({ joints: 1, found: 0 });
    expect(figures.byJoint['nose']?.medianTrunks).toBeCloseTo(0.12, 2);
    expect(figures.found).toBe(0.8);
    expect(landmarkTable({ rendered: figures })).toMatch(/all +0\.800 .* BELOW 0\.95/);
  });
});

describe('the arguments of the measurement', () => {
  it('are two folders, or one of them', () => {
    expect(parseLandmarksArguments(['--people', 'a', '--limit', '3'])).toMatchObject({ people: 'a', limit: 3 });
    expect(parseLandmarksArguments(['--renders', 'b', '--all'])).toMatchObject({ renders: 'b', all: true, limit: Infinity });
  });

  it.each([[[]], [['--people', 'a', '--limit', '0']], [['--persons', 'a']]])('are not %j', (args) => {
    expect(() => parseLandmarksArguments(args)).toThrow(TypeError);
  });
});
