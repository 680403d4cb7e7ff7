import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readImage } from './read-image.js';
import { writeImage } from './write-image.js';

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

  it('fail by what is wrong with them', async () => {
    await writeFile(path('text.jpg'), 'once upon a time');
    await expect(readImage(path('text.jpg'))).rejects.toMatchObject({ code: 'not-an-image', stage: 'decode' });
    await expect(readImage(path('absent.jpg'))).rejects.toMatchObject({ code: 'image-unavailable' });
    const large = sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'white' } });
    await large.png().toFile(path('large.png'));
    await expect(readImage(path('large.png'))).rejects.toMatchObject({ code: 'image-too-large' });
  });
});
