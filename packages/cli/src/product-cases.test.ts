import { fileURLToPath } from 'node:url';
import { createRun, prepareGarment, type GarmentType } from '@stylemap-tryon/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine, type NodeEngine } from './node-engine.js';
import { readImage } from './read-image.js';

const root = new URL('../../../', import.meta.url);
const inRoot = (path: string) => fileURLToPath(new URL(path, root));

describe('product photos as shops have them', () => {
  let engine: NodeEngine;
  beforeAll(async () => {
    engine = await createNodeEngine(inRoot('models'));
  });
  afterAll(() => engine.dispose());

  const prepare = async (path: string, type: GarmentType = 'top') =>
    prepareGarment(await readImage(inRoot(path)), type, engine, createRun([], { now: () => performance.now() }));

  /** Overlap of a case's cloth and that of the same product on no ground, both on the canonical grid. */
  async function overlapWith(product: string, name: string): Promise<number> {
    const [found, right] = [await prepare(`e2e/cases/${name}.webp`), await prepare(`examples/assets/${product}.webp`)];
    let [both, either] = [0, 0];
    found.mask.data.forEach((value, i) => {
      const [inFound, inRight] = [value >= 0.5, right.mask.data[i]! >= 0.5];
      both += Number(inFound && inRight);
      either += Number(inFound || inRight);
    });
    return both / either;
  }

  it('are worn without their frame', async () => {
    expect(await overlapWith('tee-sunset', 'product-frame-8px')).toBeGreaterThan(0.98);
  });
});
