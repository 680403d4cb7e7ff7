import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readImage } from './read-image.js';
import { writeImage } from './write-image.js';

/** @see https://www.w3.org/TR/png-3/#5Chunk-layout */
function pngChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  let check = 0xffffffff;
  for (const byte of named) {
    check ^= byte;
    for (let bit = 0; bit < 8; bit++) check = check & 1 ? (check >>> 1) ^ 0xedb88320 : check >>> 1;
  }
  const chunk = Buffer.alloc(8 + named.length);
  chunk.writeUInt32BE(data.length);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(~check >>> 0, 4 + named.length);
  return chunk;
}

describe('image files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stylemap-tryon-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const path = (name: string) => join(folder, name);
  const wide = () => sharp({ create: { width: 90, height: 70, channels: 3, background: { r: 10, g: 200, b: 30 } } });

  it('are read upright', async () => {
    await wide().jpeg().withMetadata({ orientation: 6 }).toFile(path('turned.jpg'));
    expect(await readImage(path('turned.jpg'))).toMatchObject({ widthPx: 70, heightPx: 90 });
  });

  it('become sRGB with alpha, whatever they are', async () => {
    await wide().greyscale().png().toFile(path('grey.png'));
    await wide().toColourspace('rgb16').png().toFile(path('deep.png'));
    for (const name of ['grey.png', 'deep.png']) {
      const { data, widthPx, heightPx } = await readImage(path(name));
      expect(data).toHaveLength(widthPx * heightPx * 4);
      expect(data[3]).toBe(255);
    }
    expect([...(await readImage(path('deep.png'))).data.subarray(0, 3)]).toEqual([10, 200, 30]);
  });

  it('keep every pixel as PNG, and an alpha channel only where there is one', async () => {
    const data = Uint8ClampedArray.from({ length: 65 * 64 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 7) % 256));
    const image = { widthPx: 65, heightPx: 64, data };
    await writeImage(path('out.png'), image);
    expect(await readImage(path('out.png'))).toEqual(image);
    expect((await sharp(path('out.png')).metadata()).hasAlpha).toBe(false);
    data[3] = 0;
    await writeImage(path('clear.PNG'), image);
    expect((await sharp(path('clear.PNG')).metadata()).hasAlpha).toBe(true);
  });

  it.each(['jpeg', 'webp'] as const)('are written as %s by their ending', async (format) => {
    await writeImage(path(`out.${format}`), { widthPx: 64, heightPx: 64, data: new Uint8ClampedArray(64 * 64 * 4).fill(255) });
    expect((await sharp(path(`out.${format}`)).metadata()).format).toBe(format);
  });

  it('are read without their end marker, and refused where pixels are missing', async () => {
    const [file, whole] = [
      fileURLToPath(new URL('../../../e2e/cases/photo-no-end-marker.jpg', import.meta.url)),
      path('whole.jpg'),
    ];
    const bytes = await readFile(file);
    await writeFile(whole, Buffer.concat([bytes, Buffer.from([0xff, 0xd9])]));
    const [read, right] = [await readImage(file), await readImage(whole)];
    expect([read.widthPx, read.heightPx]).toEqual([900, 1200]);
    expect(Buffer.from(read.data).equals(Buffer.from(right.data))).toBe(true);
    await writeFile(path('half.jpg'), bytes.subarray(0, bytes.length - 300));
    await expect(readImage(path('half.jpg'))).rejects.toMatchObject({ code: 'not-an-image' });
  });

  it('have the colours of a browser where a PNG has a gamma', async () => {
    const png = await wide().png().toBuffer();
    const withGamma = (hundredThousandths: number, before: Buffer = Buffer.alloc(0)) => {
      const gamma = Buffer.alloc(4);
      gamma.writeUInt32BE(hundredThousandths);
      return Buffer.concat([png.subarray(0, 33), before, pngChunk('gAMA', gamma), png.subarray(33)]);
    };
    const firstPixel = async (bytes: Buffer) => {
      await writeFile(path('gamma.png'), bytes);
      return [...(await readImage(path('gamma.png'))).data.subarray(0, 4)];
    };
    // What Chromium 156 makes of 10, 200, 30.
    expect(await firstPixel(withGamma(100_000))).toEqual([56, 229, 96, 255]);
    for (const plain of [withGamma(45_455), withGamma(100_000, pngChunk('sRGB', Buffer.from([0])))]) {
      expect(await firstPixel(plain)).toEqual([10, 200, 30, 255]);
    }
  });

  it('have the colours of a browser where a CMYK JPEG has no profile', async () => {
    await wide().toColourspace('cmyk').jpeg({ quality: 100 }).toFile(path('ink.jpg'));
    const [cyan, magenta, yellow, black] = await sharp(path('ink.jpg'))
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer();
    const light = [cyan!, magenta!, yellow!].map((ink) => Math.round(((255 - ink) * (255 - black!)) / 255));
    expect([...(await readImage(path('ink.jpg'))).data.subarray(0, 4)]).toEqual([...light, 255]);
  });

  it('are the first picture of an animated AVIF', async () => {
    const { widthPx, heightPx, data } = await readImage(
      fileURLToPath(new URL('../../../e2e/cases/photo-animated.avif', import.meta.url)),
    );
    expect([widthPx, heightPx, data[0]! > 180, data[2]! < 80]).toEqual([80, 64, true, true]);
  });

  it.each(['<svg', '<?xml version="1.0"?>\n<!-- a picture -->\n<svg'])('are no drawings that begin with %s', async (start) => {
    await writeFile(
      path('drawn.png'),
      `${start} xmlns="http://www.w3.org/2000/svg" width="90" height="90"><script>1</script></svg>`,
    );
    await expect(readImage(path('drawn.png'))).rejects.toMatchObject({ code: 'not-an-image' });
  });

  it('fail by what is wrong with them', async () => {
    await writeFile(path('text.jpg'), 'once upon a time');
    await expect(readImage(path('text.jpg'))).rejects.toMatchObject({ code: 'not-an-image', stage: 'decode' });
    await expect(readImage(path('absent.jpg'))).rejects.toMatchObject({ code: 'image-unavailable' });
    const large = sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'white' } });
    await large.png().toFile(path('large.png'));
    await expect(readImage(path('large.png'))).rejects.toMatchObject({ code: 'image-too-large' });
  });
});
