import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createColourSegmenter, drawnPalette, drawShirt, scoresOfKind } from '@stylemap-tryon/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseProductsArguments } from './products-command.mjs';
import { measureProducts } from './products/measurement.mjs';
import { productsTable, share } from './products/report.mjs';
import { drawings, laidGarments, ownProducts } from './products/sources.mjs';
import { hasAlpha, mirrored, onGround, rotated } from './products/views.mjs';

const shirt = drawShirt([180, 30, 60], [250, 250, 250]);
/** @param {import('@stylemap-tryon/core').RgbaImage} image @param {number} x @param {number} y */
const pixel = ({ widthPx, data }, x, y) => [...data.subarray((y * widthPx + x) * 4, (y * widthPx + x) * 4 + 4)];

describe('evaluate products', () => {
  /** @type {string} */
  let folder;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'products-'));
    mkdirSync(join(folder, 'things/people'), { recursive: true });
    for (let i = 0; i < 21; i++) writeFileSync(join(folder, 'things', `${String.fromCharCode(97 + i)}.png`), '');
    writeFileSync(join(folder, 'things/people/a.png'), '');
    writeFileSync(
      join(folder, 'labels.csv'),
      ['image,label', ...Array.from({ length: 25 }, (_, i) => `${100 + i},Hoodie`)].join('\n'),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('knows its options', () => {
    expect(parseProductsArguments([])).toMatchObject({ products: 'examples/assets', limit: Infinity });
    expect(() => parseProductsArguments(['--limit', '0'])).toThrow(/--limit/);
  });

  it('looks at nothing that was trained on', () => {
    expect(laidGarments(folder, Infinity).map(({ id }) => id)).toEqual(['100', '110', '120']);
    const [first] = laidGarments(folder, 1);
    expect(first).toMatchObject({ kind: 'top', sleeve: ['long'], view: 'laid' });
    expect(drawings(join(folder, 'things'), Infinity).map(({ id }) => id)).toEqual(['a.png', 'k.png', 't.png']);
  });

  it('shows every product of the demo shop in all its views, and knows sleeve or length of each', () => {
    const pictures = ownProducts('examples/assets', undefined, Infinity);
    expect(new Set(pictures.map(({ id }) => id)).size).toBe(53);
    expect(pictures).toHaveLength(53 * 6);
    for (const { sleeve, length } of pictures) expect(sleeve ?? length).toBeDefined();
  });

  it('mirrors, turns and puts on grounds', () => {
    const size = shirt.widthPx - 1;
    expect(pixel(mirrored(shirt), 60, 50)).toEqual(pixel(shirt, size - 60, 50));
    expect(pixel(rotated(shirt, 180), 60, 60)).toEqual(pixel(shirt, shirt.widthPx - 60, shirt.widthPx - 60));
    expect(pixel(onGround(shirt, 'white'), 2, 2)).toEqual([255, 255, 255, 255]);
    expect(pixel(onGround(shirt, 'a floor'), 100, 60)).toEqual(pixel(shirt, 100, 60));
    expect([hasAlpha(shirt), hasAlpha(onGround(shirt, 'grey'))]).toEqual([true, false]);
  });

  it('tells right from wrong, and refusals from both', async () => {
    const base = { isCut: true, read: async () => shirt, sleeve: ['long'] };
    const pictures = [
      { ...base, id: 'a', view: 'as it is', kind: 'top' },
      { ...base, id: 'b', view: 'as it is', kind: 'dress' },
    ];
    /** @param {'top' | 'none'} kind */
    const verdictsOf = (kind) =>
      measureProducts(pictures, { segmenter: createColourSegmenter(drawnPalette, scoresOfKind(kind)) }, () => undefined);
    const [right, wrong] = await verdictsOf('top');
    expect(right).toMatchObject({ truth: 'top', kind: 'top', sleeveRight: false });
    expect(right?.iou).toBeGreaterThan(0.97);
    expect(wrong).toMatchObject({ truth: 'dress', kind: 'top' });
    const refused = await verdictsOf('none');
    expect(refused.map(({ kind }) => kind)).toEqual(['none', 'none']);
    expect(share(refused, ({ iou }) => iou === undefined)).toBe(1);
    const table = productsTable({ laid: [], own: await verdictsOf('top'), things: [] });
    expect(table).toMatch(/kind\s+0\.500 {2}bar 0\.97/);
    expect(table).toContain('wrong: b (as it is) is dress, taken for top');
  });
});
