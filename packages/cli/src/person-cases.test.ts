import { fileURLToPath } from 'node:url';
import {
  createRun,
  dress,
  prepareGarment,
  prepareGarmentStages,
  preparePerson,
  preparePersonStages,
  stagesToDress,
  type Rect,
  type RgbaImage,
} from '@stylemap-tryon/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine, type NodeEngine } from './node-engine.js';
import { readImage } from './read-image.js';

const root = new URL('../../../', import.meta.url);
const inRoot = (path: string) => fileURLToPath(new URL(path, root));
const clock = { now: () => performance.now() };

describe('people as shoppers photograph them', () => {
  let engine: NodeEngine;
  beforeAll(async () => {
    engine = await createNodeEngine(inRoot('models'));
  });
  afterAll(() => engine.dispose());

  async function wear(name: string, product: string) {
    const photo = await readImage(inRoot(`e2e/cases/person-${name}.webp`));
    const picture = await readImage(inRoot(`examples/assets/${product}.webp`));
    const garment = await prepareGarment(picture, 'top', engine, createRun(prepareGarmentStages, clock));
    const person = await preparePerson(photo, engine, createRun(preparePersonStages, clock));
    const { image, mask } = await dress(person, garment, engine, createRun(stagesToDress(person, [{ garment }]), clock));
    return { photo, person, image, mask };
  }

  it('keep a strap and a bag, and wear the garment behind them', async () => {
    const { photo, image } = await wear('crossbody', 'top-breton');
    const isLeather = (red: number, blue: number) => red < 130 && red - blue > 35 && blue < 75;
    const leather = pixelsOf(photo).filter((i) => isLeather(photo.data[4 * i]!, photo.data[4 * i + 2]!));
    const kept = leather.filter((i) => difference(photo, image, i) < 24);
    expect(kept.length / leather.length).toBeGreaterThan(0.9);
  });

  it.each([
    ['tilt10', 10],
    ['tilt15-whole', 15],
  ])('lean, and the stripes with them: %s', async (name, degrees) => {
    const { image, mask } = await wear(name, 'top-breton');
    const { xPx, yPx, widthPx, heightPx } = mask.rect;
    const chest = { xPx: xPx + 0.35 * widthPx, yPx: yPx + 0.3 * heightPx, widthPx: 0.3 * widthPx, heightPx: 0.4 * heightPx };
    expect(Math.abs(leanOfStripes(image, chest) - degrees)).toBeLessThan(5);
  });

  it('wear a garment that is as dark as their photo', async () => {
    const { photo, image, mask } = await wear('dim40', 'tee-plain-white');
    const { rect, alpha } = mask;
    let [before, after] = [0, 0];
    alpha.forEach((opacity, i) => {
      if (opacity < 255) return;
      const pixel = (rect.yPx + Math.floor(i / rect.widthPx)) * photo.widthPx + rect.xPx + (i % rect.widthPx);
      before += (photo.data[4 * pixel + 1]! / 255) ** 2.2;
      after += (image.data[4 * pixel + 1]! / 255) ** 2.2;
    });
    // White against pale blue, which reflects two thirds as much.
    expect(after / before).toBeGreaterThan(1);
    expect(after / before).toBeLessThan(2);
  });

  it('may be small', async () => {
    const { photo, person, image } = await wear('small', 'tee-sunday');
    expect(person.view.rect.widthPx).toBeLessThan(photo.widthPx / 2);
    const [red, green, blue] = photo.data;
    const isWall = (i: number) =>
      Math.abs(photo.data[4 * i]! - red!) + Math.abs(photo.data[4 * i + 1]! - green!) + Math.abs(photo.data[4 * i + 2]! - blue!) <
      12;
    const changed = pixelsOf(photo).filter((i) => difference(photo, image, i) > 24);
    expect(changed.length).toBeGreaterThan(1000);
    expect(changed.filter(isWall).length / changed.length).toBeLessThan(0.02);
  });

  it.each(['sideways', 'upside-down'])('may lie %s', async (name) => {
    const { photo, person, image } = await wear(name, 'tee-sunday');
    expect(person.view.quarterTurns === 2).toBe(name === 'upside-down');
    expect(person.view.quarterTurns).not.toBe(0);
    expect(image).toMatchObject({ widthPx: photo.widthPx, heightPx: photo.heightPx });
    const paleBlue = pixelsOf(photo).filter(
      (i) => photo.data[4 * i + 2]! > 190 && photo.data[4 * i + 2]! - photo.data[4 * i]! > 20,
    );
    const changed = paleBlue.filter((i) => difference(photo, image, i) > 60);
    expect(changed.length / paleBlue.length).toBeGreaterThan(0.9);
  });
});

function pixelsOf({ widthPx, heightPx }: RgbaImage): number[] {
  return Array.from({ length: widthPx * heightPx }, (_, i) => i);
}

/** Largest of the three channels, in codes. */
function difference(one: RgbaImage, other: RgbaImage, pixel: number): number {
  return Math.max(...[0, 1, 2].map((c) => Math.abs(one.data[4 * pixel + c]! - other.data[4 * pixel + c]!)));
}

/** Clockwise from level, degrees: the main direction of the structure tensor, which is across the stripes. */
function leanOfStripes(image: RgbaImage, { xPx, yPx, widthPx, heightPx }: Rect): number {
  let [xx, xy, yy] = [0, 0, 0];
  const at = (x: number, y: number) => image.data[4 * (y * image.widthPx + x) + 1]!;
  for (let y = Math.round(yPx); y < yPx + heightPx; y++) {
    for (let x = Math.round(xPx); x < xPx + widthPx; x++) {
      const [slopeX, slopeY] = [at(x + 2, y) - at(x - 2, y), at(x, y + 2) - at(x, y - 2)];
      xx += slopeX * slopeX;
      xy += slopeX * slopeY;
      yy += slopeY * slopeY;
    }
  }
  return (-0.5 * Math.atan2(2 * xy, yy - xx) * 180) / Math.PI;
}
