/** The comparison must let rounding pass and nothing that a shopper would see; every fault is made in the garment of a golden alone. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { looksTheSame, pictureDifference } from './picture-difference.js';
import type { RawPicture } from './raw-picture.js';
import { rawPicture } from './raw-picture.js';

const goldens = readdirSync(join(import.meta.dirname, 'goldens')).map((file) => ({
  file: join(import.meta.dirname, 'goldens', file),
  photo: join(import.meta.dirname, '../examples/assets/shoppers', `${file.split('-')[0]}.webp`),
  name: file,
}));

/** Sum over the channels, 8-bit codes, from which a pixel counts as dressed. */
const DRESSED_CODES = 30;

describe.each(goldens)('beside $name', ({ file, photo: photoFile }) => {
  const loaded = Promise.all([decode(file), decode(photoFile)]);
  /** The golden with another colour for each pixel of its garment. */
  const inGarment = async (colour: (golden: RawPicture, x: number, y: number, channel: number) => number) => {
    const [golden, photo] = await loaded;
    const data = Uint8Array.from(golden.data);
    for (let i = 0; i < data.length; i += 3) {
      const change = [0, 1, 2].reduce((sum, channel) => sum + Math.abs(golden.data[i + channel]! - photo.data[i + channel]!), 0);
      if (change <= DRESSED_CODES) continue;
      const [x, y] = [(i / 3) % golden.widthPx, Math.floor(i / 3 / golden.widthPx)];
      for (let channel = 0; channel < 3; channel++) {
        data[i + channel] = Math.max(0, Math.min(255, colour(golden, x, y, channel)));
      }
    }
    return looksTheSame(pictureDifference(golden, { ...golden, data }));
  };

  it('passes rounding', async () => {
    expect(await inGarment((golden, x, y, channel) => at(golden, x, y, channel) + ((x * 7 + y * 3) % 5) - 2)).toBe(true);
  });

  it('passes another encoding', async () => {
    const [golden] = await loaded;
    const again = await asSharp(golden).webp({ quality: 80 }).toBuffer();
    expect(looksTheSame(pictureDifference(golden, await rawPicture(sharp(again))))).toBe(true);
  });

  it.each([
    ['to the right', 4, 0],
    ['downwards', 0, 4],
    ['to the right by half of that', 2, 0],
    ['downwards by half of that', 0, 2],
  ])('fails a print that slid %s', async (_, right, down) => {
    expect(await inGarment((golden, x, y, channel) => at(golden, x - right, y - down, channel))).toBe(false);
  });

  it('fails another dye', async () => {
    const tint = [14, 0, -14];
    expect(await inGarment((golden, x, y, channel) => at(golden, x, y, channel) + tint[channel]!)).toBe(false);
  });

  it('fails cloth without its folds and its print', async () => {
    const [golden] = await loaded;
    const smooth = await rawPicture(asSharp(golden).blur(6));
    expect(await inGarment((_, x, y, channel) => at(smooth, x, y, channel))).toBe(false);
  });

  it('fails a mask that misses a patch of the garment', async () => {
    const [golden, photo] = await loaded;
    const { data, widthPx, heightPx } = golden;
    const [left, top] = [widthPx / 2 - 15, heightPx / 2 - 15];
    const patched = { ...golden, data: Uint8Array.from(data) };
    for (let y = top; y < top + 30; y++) {
      const row = (y * widthPx + left) * 3;
      patched.data.set(photo.data.subarray(row, row + 30 * 3), row);
    }
    expect(looksTheSame(pictureDifference(golden, patched))).toBe(false);
  });
});

it('compares pictures of one size only', () => {
  const one = { data: new Uint8Array(12), widthPx: 2, heightPx: 2 };
  expect(() => pictureDifference(one, { ...one, widthPx: 4, heightPx: 1 })).toThrow(RangeError);
});

async function decode(file: string): Promise<RawPicture> {
  return rawPicture(sharp(await readFile(file)).resize(450, 600));
}

function asSharp({ data, widthPx, heightPx }: RawPicture): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

/** 8-bit code; beyond the edge the nearest one. */
function at({ data, widthPx, heightPx }: RawPicture, x: number, y: number, channel: number): number {
  const [column, row] = [Math.max(0, Math.min(widthPx - 1, x)), Math.max(0, Math.min(heightPx - 1, y))];
  return data[(row * widthPx + column) * 3 + channel]!;
}
