import { readFile, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('./', import.meta.url);
const PICTURE_LIMIT_BYTES = 60_000;
const RANGE_LIMIT_BYTES = 3_500_000;

const products = JSON.parse(await readFile(new URL('products.json', FOLDER), 'utf8'));
const pictures = new Map(products.map(({ id, file }) => [id, new URL(file, FOLDER)]));
const groupedBy = (field) => {
  const groups = new Map();
  for (const product of products) groups.set(product[field], [...(groups.get(product[field]) ?? []), product]);
  return groups;
};
const designs = groupedBy('colourway');

describe('the demo shop’s range', () => {
  it('holds at least 18 designs, most of them in several colourways', () => {
    const several = [...designs.values()].filter((colourways) => colourways.length > 1);
    expect(designs.size).toBeGreaterThanOrEqual(18);
    expect(several.length).toBeGreaterThan(designs.size / 2);
    expect(pictures.size).toBe(products.length);
  });

  it('changes nothing but the colour within a design', () => {
    for (const colourways of designs.values()) {
      const [first] = colourways;
      const { name, type, price, shape } = first;
      for (const product of colourways) expect(product).toMatchObject({ name, type, price, shape });
      expect(new Set(colourways.map(({ colour }) => colour)).size).toBe(colourways.length);
    }
  });

  it('cuts every shape for one type only', () => {
    for (const cut of groupedBy('shape').values()) {
      expect(new Set(cut.map(({ type }) => type)).size).toBe(1);
    }
  });

  it.each(products)('pictures $id whole, framed and small', async ({ id }) => {
    const { size } = await stat(pictures.get(id));
    expect(size).toBeLessThanOrEqual(PICTURE_LIMIT_BYTES);
    const { width, height, hasAlpha } = await sharp(await readFile(pictures.get(id))).metadata();
    expect([width, height]).toEqual([800, 800]);
    if (!hasAlpha) return;
    const alpha = await sharp(await readFile(pictures.get(id)))
      .extractChannel('alpha')
      .raw()
      .toBuffer();
    const edge = (i) => Math.max(alpha[i], alpha[799 * 800 + i], alpha[800 * i], alpha[800 * i + 799]);
    expect(Math.max(...Array.from({ length: 800 }, (_, i) => edge(i)))).toBe(0);
    expect(alpha[400 * 800 + 300]).toBe(255);
  });

  it('lays at least four on white, without alpha, and stays small as a whole', async () => {
    const plain = await Promise.all(
      [...pictures.values()].map(async (file) => !(await sharp(await readFile(file)).metadata()).hasAlpha),
    );
    expect(plain.filter(Boolean).length).toBeGreaterThanOrEqual(4);
    const sizes = await Promise.all([...pictures.values()].map(async (file) => (await stat(file)).size));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(RANGE_LIMIT_BYTES);
  });
});
