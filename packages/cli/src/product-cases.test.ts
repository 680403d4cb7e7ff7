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

  it('are worn without the backdrop that gets darker to its corners', async () => {
    expect(await overlapWith('tee-sunset', 'product-vignette')).toBeGreaterThan(0.97);
  });

  it('are worn without the badge that is printed over them', async () => {
    // The bite of the badge is out of the shoulder.
    expect(await overlapWith('tee-sunset', 'product-badge')).toBeGreaterThan(0.96);
    const { crop, mask } = await prepare('e2e/cases/product-badge.webp');
    // The whole badge lies in this square of the picture.
    const inBadge = [...mask.data.keys()].filter((i) => {
      const x = crop.xPx + (((i % mask.widthPx) + 0.5) * crop.widthPx) / mask.widthPx;
      const y = crop.yPx + ((Math.floor(i / mask.widthPx) + 0.5) * crop.heightPx) / mask.heightPx;
      return Math.hypot(x - 80, y - 80) < 66 && mask.data[i]! >= 0.5;
    });
    expect(inBadge).toHaveLength(0);
  });

  it('are worn one at a time, and it is said that there were several', async () => {
    const { crop, kind, warnings } = await prepare('e2e/cases/product-two-garments.webp', 'auto');
    expect({ kind, warnings }).toEqual({ kind: 'top', warnings: ['several-products'] });
    // The left one, 1240 px is the pair.
    expect(crop.xPx + crop.widthPx / 2).toBeLessThan(620);
    expect(await overlapWith('tee-sunset', 'product-two-garments')).toBeGreaterThan(0.96);
  });

  it.each(['mug', 'placeholder'])('are refused where they show a %s, whatever the shop calls it', async (name) => {
    for (const type of ['auto', 'top'] as const) {
      await expect(prepare(`e2e/cases/product-${name}.webp`, type)).rejects.toMatchObject({ code: 'no-product' });
    }
  });

  it('say what the product is: its kind, its sleeves, where it ends, and whether somebody wears it', async () => {
    const described = async (path: string) => {
      const { kind, attributes, warnings } = await prepare(path, 'auto');
      return { kind, ...attributes, warnings };
    };
    const [none, flat] = [
      { sleeve: undefined, length: undefined, legs: undefined },
      { worn: false, warnings: [] },
    ];
    const product = (id: string) => described(`examples/assets/${id}.webp`);
    expect(await product('tee-sunset')).toEqual({ ...none, ...flat, kind: 'top', sleeve: 'short' });
    expect(await product('jacket-bomber')).toEqual({ ...none, ...flat, kind: 'outerwear', sleeve: 'long' });
    expect(await product('jeans-black')).toEqual({ ...none, ...flat, kind: 'bottom', length: 'long', legs: true });
    expect(await product('skirt-denim')).toEqual({ ...none, ...flat, kind: 'bottom', length: 'short', legs: false });
    expect(await product('dress-daisy')).toMatchObject({ kind: 'dress', sleeve: 'none', worn: false });
    expect(await described('e2e/cases/product-worn-on-white.webp')).toMatchObject({ kind: 'top', sleeve: 'short', worn: true });
  });

  it('are refused where the edges of the picture have cut sleeves and hem', async () => {
    await expect(prepare('e2e/cases/product-cropped-edges.webp')).rejects.toMatchObject({ code: 'no-product' });
  });

  it('are taken off the model who wears them, each kind alone', async () => {
    const path = 'e2e/cases/product-worn-on-white.webp';
    const photo = await readImage(inRoot(path));
    /** Shares of what is cut out: the trousers are dark, the top is pale blue, and skin and hair are redder than blue. */
    const sharesOf = async (type: GarmentType) => {
      const { crop, mask, kind } = await prepare(path, type);
      const counts = { all: 0, dark: 0, pale: 0, reddish: 0 };
      mask.data.forEach((value, i) => {
        if (value < 0.5) return;
        const x = Math.floor(crop.xPx + (((i % mask.widthPx) + 0.5) * crop.widthPx) / mask.widthPx);
        const y = Math.floor(crop.yPx + ((Math.floor(i / mask.widthPx) + 0.5) * crop.heightPx) / mask.heightPx);
        const [red, , blue] = photo.data.subarray((y * photo.widthPx + x) * 4);
        counts.all++;
        if (red! > blue!) counts.reddish++;
        else if (red! < 110) counts.dark++;
        else counts.pale++;
      });
      return {
        kind,

        dark: counts.dark / counts.all,
        pale: counts.pale / counts.all,
        reddish: counts.reddish / counts.all,
      };
    };
    const top = await sharesOf('auto');
    expect(top.kind).toBe('top');
    expect(top.pale).toBeGreaterThan(0.95);
    expect(top.reddish).toBeLessThan(0.02);
    const trousers = await sharesOf('bottom');
    expect(trousers.dark).toBeGreaterThan(0.95);
    expect(trousers.reddish).toBeLessThan(0.02);
  });
});
