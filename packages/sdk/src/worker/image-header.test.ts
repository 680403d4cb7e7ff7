import { openAsBlob } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkImageHeader } from './image-header.js';

/** A PNG's signature and IHDR; no pixels follow. */
function pngHeader(widthPx: number, heightPx: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, widthPx);
  view.setUint32(20, heightPx);
  return bytes;
}

/** A JPEG whose size is told only after `paddingBytes` of application segments. */
function jpegHeader(widthPx: number, heightPx: number, paddingBytes: number): Blob {
  const segments: Uint8Array<ArrayBuffer>[] = [new Uint8Array([0xff, 0xd8])];
  for (let left = paddingBytes; left > 0; left -= 65_000) {
    const segment = new Uint8Array(65_002);
    segment.set([0xff, 0xe2, 65_000 >> 8, 65_000 & 255]);
    segments.push(segment);
  }
  const size = [heightPx >> 8, heightPx & 255, widthPx >> 8, widthPx & 255];
  segments.push(new Uint8Array([0xff, 0xc0, 0, 17, 8, ...size, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9]));
  return new Blob(segments);
}

const check = (...parts: BlobPart[]) => checkImageHeader(new Blob(parts), 64_000_000);

describe('the header check', () => {
  it('lets a picture of a usual size pass', async () => {
    await expect(check(pngHeader(4000, 3000))).resolves.toBe('png');
  });

  it('refuses a gigapixel by its header, before anything is decoded', async () => {
    await expect(check(pngHeader(40_000, 40_000))).rejects.toMatchObject({ code: 'image-too-large' });
  });

  it('takes the limit itself', async () => {
    await expect(check(pngHeader(8000, 8000))).resolves.toBe('png');
    await expect(check(pngHeader(8000, 8001))).rejects.toMatchObject({ code: 'image-too-large' });
  });

  it('knows an animated AVIF', async () => {
    const animated = await readFile(new URL('../../../../e2e/cases/photo-animated.avif', import.meta.url));
    expect(animated.toString('latin1', 4, 12)).toBe('ftypavis');
    await expect(check(new Uint8Array(animated))).resolves.toBe('avif');
  });

  it('refuses a thumbnail', async () => {
    await expect(check(pngHeader(64, 63))).rejects.toMatchObject({ code: 'image-too-small' });
  });

  it('finds the size behind megabytes of metadata', async () => {
    await expect(check(jpegHeader(300, 200, 2_000_000))).resolves.toBe('jpg');
    await expect(check(jpegHeader(30_000, 20_000, 2_000_000))).rejects.toMatchObject({ code: 'image-too-large' });
  });

  it.each([
    ['text', 'once upon a time'],
    ['nothing', ''],
    ['a PDF', '%PDF-1.7\n%âãÏÓ'],
    ['zeros', new Uint8Array(4096)],
  ])('refuses %s', async (_, content) => {
    await expect(check(content)).rejects.toMatchObject({ code: 'not-an-image' });
  });

  it('says so when the file was deleted after it was chosen', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stylemap-tryon-'));
    const path = join(folder, 'photo.png');
    await writeFile(path, pngHeader(400, 300));
    const photo = await openAsBlob(path);
    await expect(checkImageHeader(photo, 64_000_000)).resolves.toBe('png');
    await rm(folder, { recursive: true });
    await expect(checkImageHeader(photo, 64_000_000)).rejects.toMatchObject({ code: 'image-unavailable' });
  });

  it('refuses SVG and says what to use instead', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"></svg>';
    await expect(check(svg)).rejects.toMatchObject({ code: 'not-an-image', message: expect.stringContaining('PNG') as string });
  });
});
