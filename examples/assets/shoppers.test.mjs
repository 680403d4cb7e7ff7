import { readFile, readdir, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';

const FOLDER = new URL('./', import.meta.url);
const TRUTH_LIMIT_BYTES = 6_000_000;
const CLASS_OF = { top: 3, outerwear: 4, bottom: 5, dress: 6 };
const LABEL_COLOURS = [
  [0, 0, 0],
  [120, 70, 30],
  [240, 190, 150],
  [70, 140, 220],
  [40, 80, 140],
  [60, 160, 90],
  [200, 80, 160],
];

const read = async (file) => JSON.parse(await readFile(new URL(file, FOLDER), 'utf8'));
const pixels = async (file) =>
  sharp(await readFile(new URL(file, FOLDER)))
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });

const shoppers = await read('shoppers.json');
let products;
beforeAll(async () => {
  products = new Map((await read('products.json')).map((product) => [product.id, product]));
});

/** The class of a pixel of a label picture. */
function classAt({ data, info }, x, y) {
  const [r, g, b] = data.subarray((y * info.width + x) * 3);
  return LABEL_COLOURS.findIndex((colour) => colour[0] === r && colour[1] === g && colour[2] === b);
}

describe('the sample shoppers', () => {
  it('are at least eight, with their own names and descriptions', () => {
    expect(shoppers.length).toBeGreaterThanOrEqual(8);
    expect(new Set(shoppers.map((shopper) => shopper.id)).size).toBe(shoppers.length);
    expect(new Set(shoppers.map((shopper) => shopper.alt)).size).toBe(shoppers.length);
  });

  it('have a truth of at most six megabytes', async () => {
    const files = await readdir(new URL('truth/', FOLDER));
    const sizes = await Promise.all(files.map(async (file) => (await stat(new URL(`truth/${file}`, FOLDER))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(TRUTH_LIMIT_BYTES);
  });

  describe.each(shoppers)('$id', ({ id, file, wears }) => {
    it('wears products of the shop, of their own kind', () => {
      for (const { product, type } of wears) expect(products.get(product)?.type).toBe(type);
    });

    it('shows every garment it wears, and nothing else, in the labels', async () => {
      const labels = await pixels(`truth/${id}-labels.png`);
      const photo = await sharp(await readFile(new URL(file, FOLDER))).metadata();
      expect([labels.info.width, labels.info.height]).toEqual([photo.width, photo.height]);
      const found = new Set();
      for (let y = 0; y < labels.info.height; y += 4)
        for (let x = 0; x < labels.info.width; x += 4) found.add(classAt(labels, x, y));
      const worn = wears.map(({ type }) => CLASS_OF[type]);
      expect([...found].filter((label) => label >= 3).sort()).toEqual([...worn].sort());
    });

    it('has worn-to-flat correspondence inside its garments only, rising from left to right and downwards', async () => {
      const labels = await pixels(`truth/${id}-labels.png`);
      const flow = await pixels(`truth/${id}-flow.png`);
      expect([flow.info.width * 4, flow.info.height * 4]).toEqual([labels.info.width, labels.info.height]);
      let known = 0;
      let rising = 0;
      let pairs = 0;
      const at = (x, y) => {
        const [r, g, b] = flow.data.subarray((y * flow.info.width + x) * 3);
        return r || g || b ? { u: (r << 4) | (g >> 4), v: ((g & 15) << 8) | b } : undefined;
      };
      for (let y = 0; y < flow.info.height - 1; y++)
        for (let x = 0; x < flow.info.width - 1; x++) {
          const here = at(x, y);
          if (!here) continue;
          known++;
          const label = classAt(labels, x * 4 + 2, y * 4 + 2);
          expect(wears.map(({ type }) => CLASS_OF[type])).toContain(label);
          const right = at(x + 1, y);
          const below = at(x, y + 1);
          if (!right || !below) continue;
          pairs++;
          if (right.u > here.u && below.v > here.v) rising++;
        }
      expect(known).toBeGreaterThan(flow.info.width * flow.info.height * 0.1);
      expect(rising / pairs).toBeGreaterThan(0.75);
    });
  });
});
