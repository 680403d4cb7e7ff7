import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { turnUpright } from './turn-upright.js';
import { takeWebpOrientation } from './webp-orientation.js';

/** Six colours on 3 x 2 fields of 16 px: no turn of it looks like another. */
function sixColours(): Sharp {
  const colours = [0xe01010, 0x10e010, 0x1010e0, 0xe0e010, 0x10e0e0, 0xe010e0];
  const rgb = Buffer.alloc(48 * 32 * 3);
  for (let i = 0; i < 48 * 32; i++) {
    const field = Math.floor(Math.floor(i / 48) / 16) * 3 + Math.floor((i % 48) / 16);
    rgb.writeUIntBE(colours[field]!, i * 3, 3);
  }
  return sharp(rgb, { raw: { width: 48, height: 32, channels: 3 } });
}

async function pixels(image: Sharp) {
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, data: new Uint8ClampedArray(data) };
}

describe('the orientation of a WebP', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is taken out and followed: %i', async (orientation) => {
    const webp = await sixColours().webp({ lossless: true }).withMetadata({ orientation }).toBuffer();
    const taken = await takeWebpOrientation(new Blob([new Uint8Array(webp)]));
    expect(taken.orientation).toBe(orientation);
    const bare = Buffer.from(await taken.blob.arrayBuffer());
    expect((await sharp(bare).metadata()).orientation).toBeUndefined();
    const upright = turnUpright(await pixels(sharp(bare)), taken.orientation);
    expect(upright).toEqual(await pixels(sharp(await sharp(webp).autoOrient().png().toBuffer())));
  });

  it('is upright where the file says nothing, and the file stays as it is', async () => {
    for (const bytes of [await sixColours().webp().toBuffer(), Buffer.from('RIFF'), Buffer.alloc(0)]) {
      const file = new Blob([new Uint8Array(bytes)]);
      expect(await takeWebpOrientation(file)).toEqual({ blob: file, orientation: 1 });
    }
  });
});
