import { readFile } from 'node:fs/promises';
import sharp, { type JpegOptions } from 'sharp';
import { describe, expect, it } from 'vitest';
import { endJpeg } from './jpeg-end.js';

/** Of odd sides, with noise, so that the last block of every line is cut and every block has something to say. */
async function noisyJpeg(options: JpegOptions, sides = { width: 93, height: 71 }): Promise<Uint8Array<ArrayBuffer>> {
  const noise = Buffer.from(Array.from({ length: sides.width * sides.height * 3 }, (_, i) => (i * i * 2654435761) % 256));
  const image = sharp(noise, { raw: { ...sides, channels: 3 } }).jpeg(options);
  return new Uint8Array(await image.toBuffer());
}

const kinds: [string, JpegOptions][] = [
  ['4:2:0', { chromaSubsampling: '4:2:0' }],
  ['4:4:4', { chromaSubsampling: '4:4:4' }],
  ['finely quantised', { quality: 100 }],
  ['with tables of its own', { optimiseCoding: true }],
];

/** 24 x 17 greys with a restart marker after every two blocks, made by `cjpeg -restart 2B`. */
const withRestarts =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8yb' +
  'qmx5moq6T/wAALCAARABgBAREA/8QAGAAAAwEBAAAAAAAAAAAAAAAAAgMEAQX/xAAqEAEAAQIEAwcFAAAAAAAAAAABAgMRAAQhMQUSYRM1QUJR' +
  'c8IUIlKCw//dAAQAAv/aAAgBAQAAPwDn8N4fTrUWtWSNOJdk4s+kywHJlYi2YlT7pSLPlNtTe9sf/9BVSjlrwnGjTIMQtEiXbvi8xe3U229dyd' +
  'jJ5aFrpHnIoWlJ0j1/K/TH/9EgKpUlKrzRlZViHhu9fQ2AFC2AqSXl7S8SRsgLroXdhHZLamkdMf/SRLuuj7PxqYpzfk/X+WP/00S7ro+z8amP' +
  '/9k=';

describe('endJpeg', () => {
  it.each(kinds)('gives a JPEG its end marker back, %s', async (_, options) => {
    const whole = await noisyJpeg(options);
    expect([...whole.slice(-2)]).toEqual([0xff, 0xd9]);
    expect(endJpeg(whole.slice(0, -2))).toEqual(whole);
  });

  it.each(kinds)('refuses one that has lost pixels, %s', async (_, options) => {
    const whole = await noisyJpeg(options);
    for (const lostBytes of [4, 40, 400]) expect(endJpeg(whole.slice(0, -2 - lostBytes))).toBeUndefined();
  });

  it('reads greys and a single block', async () => {
    const grey = sharp({ create: { width: 70, height: 65, channels: 3, background: '#876' } }).greyscale();
    const whole = new Uint8Array(await grey.jpeg().toBuffer());
    expect(endJpeg(whole.slice(0, -2))).toEqual(whole);
    const block = await noisyJpeg({}, { width: 5, height: 3 });
    expect(endJpeg(block.slice(0, -2))).toEqual(block);
  });

  it('passes restart markers', () => {
    const whole = Uint8Array.from(Buffer.from(withRestarts, 'base64'));
    expect(whole.filter((byte, i) => byte === 0xff && whole[i + 1]! >= 0xd0 && whole[i + 1]! <= 0xd7)).toHaveLength(4);
    expect(endJpeg(whole.slice(0, -2))).toEqual(whole);
    expect(endJpeg(whole.slice(0, -6))).toBeUndefined();
  });

  it('reads the case that a shopper had', async () => {
    const cut = new Uint8Array(await readFile(new URL('../../../../e2e/cases/photo-no-end-marker.jpg', import.meta.url)));
    expect(endJpeg(cut)).toHaveLength(cut.length + 2);
    expect(endJpeg(cut.subarray(0, -200))).toBeUndefined();
  });

  it('cannot tell of a progressive one, and of what is no JPEG', async () => {
    const progressive = await noisyJpeg({ progressive: true });
    expect(endJpeg(progressive.slice(0, -2))).toBeUndefined();
    for (const bytes of [[], [0xff], [0xff, 0xd8], [0xff, 0xd8, 0xff, 0xda, 0, 2], [1, 2, 3, 4]]) {
      expect(endJpeg(new Uint8Array(bytes))).toBeUndefined();
    }
  });
});
