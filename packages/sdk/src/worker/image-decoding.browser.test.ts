import { describe, expect, it } from 'vitest';
import { isAbortError } from '@stylemap-tryon/core';
import { fetchCase } from '../../test/served-cases.js';
import { decodeImage } from './image-decoding.js';

const options = { maxPixels: 64_000_000, signal: new AbortController().signal };

/** Left half red, right half blue; wider than high. */
function drawHalves(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(96, 64);
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'red';
  context.fillRect(0, 0, 48, 64);
  context.fillStyle = 'blue';
  context.fillRect(48, 0, 48, 64);
  return canvas;
}

/** Puts an Exif segment with an orientation behind the start of a JPEG. */
async function withOrientation(jpeg: Blob, orientation: number): Promise<Blob> {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  return new Blob([bytes.slice(0, 2), new Uint8Array([0xff, 0xe1, 0, exif.length + 2, ...exif]), bytes.slice(2)]);
}

const decodeBlob = (blob: Blob) => decodeImage({ kind: 'blob', blob }, options);

describe('decoding', () => {
  it.each(['image/png', 'image/jpeg', 'image/webp'])('reads %s', async (type) => {
    const { widthPx, heightPx, data } = await decodeBlob(await drawHalves().convertToBlob({ type, quality: 1 }));
    expect([widthPx, heightPx]).toEqual([96, 64]);
    expect(data[0]).toBeGreaterThan(240);
    expect(data[(96 * 32 + 90) * 4 + 2]).toBeGreaterThan(240);
  });

  it('turns a photo upright by its Exif orientation', async () => {
    const turned = await withOrientation(await drawHalves().convertToBlob({ type: 'image/jpeg', quality: 1 }), 6);
    const { widthPx, heightPx, data } = await decodeBlob(turned);
    expect([widthPx, heightPx]).toEqual([64, 96]);
    // A quarter turn clockwise brings the left half to the top.
    expect(data[0]).toBeGreaterThan(200);
    expect(data[(64 * 90 + 32) * 4 + 2]).toBeGreaterThan(200);
  });

  it('turns a WebP upright by its Exif orientation', async () => {
    const turned = await decodeBlob(await fetchCase('photo-exif6.webp'));
    const upright = await decodeBlob(await fetchCase('photo-no-end-marker.jpg'));
    expect(turned).toMatchObject({ widthPx: upright.widthPx, heightPx: upright.heightPx });
    const differences = turned.data.reduce((sum, value, i) => sum + Math.abs(value - upright.data[i]!), 0);
    expect(differences / turned.data.length).toBeLessThan(2);
  });

  it('takes the first picture of an animated AVIF', async () => {
    const { widthPx, heightPx, data } = await decodeBlob(await fetchCase('photo-animated.avif'));
    expect([widthPx, heightPx]).toEqual([80, 64]);
    expect(data[0]).toBeGreaterThan(180);
  });

  it('gives the same pixels twice', async () => {
    const blob = await drawHalves().convertToBlob({ type: 'image/jpeg', quality: 0.7 });
    expect((await decodeBlob(blob)).data).toEqual((await decodeBlob(blob)).data);
  });

  it('reads a picture of many megapixels whole, and what is clear stays clear', async () => {
    const canvas = new OffscreenCanvas(2500, 3500);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const gradient = context.createLinearGradient(0, 0, 0, 3500);
    gradient.addColorStop(0, 'red');
    gradient.addColorStop(1, 'lime');
    context.fillStyle = gradient;
    context.fillRect(0, 0, 1250, 3500);
    const { data } = await decodeBlob(await canvas.convertToBlob({ type: 'image/png' }));
    const expected = context.getImageData(0, 0, 2500, 3500).data;
    expect(data.length).toBe(expected.length);
    expect(data.findIndex((value, i) => value !== expected[i])).toBe(-1);
  });

  it('reads a JPEG whose end marker is missing, and refuses one whose pixels are', async () => {
    const jpeg = await drawHalves().convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    expect(await decodeBlob(jpeg.slice(0, -2))).toEqual(await decodeBlob(jpeg));
    await expect(decodeBlob(jpeg.slice(0, -20))).rejects.toMatchObject({ code: 'not-an-image' });
  });

  it('refuses a picture that ends in its header', async () => {
    const png = await drawHalves().convertToBlob({ type: 'image/png' });
    await expect(decodeBlob(png.slice(0, 40))).rejects.toMatchObject({ code: 'not-an-image' });
  });

  it('refuses what is too large before it decodes it', async () => {
    const png = await drawHalves().convertToBlob({ type: 'image/png' });
    const small = decodeImage({ kind: 'blob', blob: png.slice(0, 40) }, { ...options, maxPixels: 96 * 64 - 1 });
    await expect(small).rejects.toMatchObject({ code: 'image-too-large' });
  });

  it('takes a bitmap over and closes it', async () => {
    const bitmap = await createImageBitmap(drawHalves());
    expect(await decodeImage({ kind: 'bitmap', bitmap }, options)).toMatchObject({ widthPx: 96, heightPx: 64 });
    expect(bitmap.width).toBe(0);
  });

  it('holds pixels and bitmaps to the same limits as files', async () => {
    const image = { widthPx: 63, heightPx: 64, data: new Uint8ClampedArray(63 * 64 * 4) };
    await expect(decodeImage({ kind: 'pixels', image }, options)).rejects.toMatchObject({ code: 'image-too-small' });
    const bitmap = await createImageBitmap(drawHalves());
    await expect(decodeImage({ kind: 'bitmap', bitmap }, { ...options, maxPixels: 100 })).rejects.toMatchObject({
      code: 'image-too-large',
    });
  });

  it('scales a picture down to what results may have, once and in proportion', async () => {
    const limits = { ...options, maxResultPixels: (96 * 64) / 4 };
    const blob = await drawHalves().convertToBlob({ type: 'image/png' });
    const image = { widthPx: 96, heightPx: 64, data: (await decodeBlob(blob)).data };
    for (const payload of [{ kind: 'blob', blob } as const, { kind: 'pixels', image } as const]) {
      const small = await decodeImage(payload, limits);
      expect(small).toMatchObject({ widthPx: 48, heightPx: 32, scale: 0.5 });
      expect([...small.data.slice(0, 4)]).toEqual([255, 0, 0, 255]);
      expect([...small.data.slice(-4)]).toEqual([0, 0, 255, 255]);
    }
    expect(await decodeImage({ kind: 'blob', blob }, { ...limits, maxResultPixels: 96 * 64 })).toMatchObject({
      widthPx: 96,
      scale: 1,
    });
  });

  it('fetches by URL', async () => {
    const url = URL.createObjectURL(await drawHalves().convertToBlob());
    expect(await decodeImage({ kind: 'url', url }, options)).toMatchObject({ widthPx: 96, heightPx: 64 });
    URL.revokeObjectURL(url);
    await expect(decodeImage({ kind: 'url', url }, options)).rejects.toMatchObject({ code: 'image-unavailable' });
  });

  it('rejects with an abort when the fetch is aborted', async () => {
    const outcome = decodeImage({ kind: 'url', url: location.href }, { ...options, signal: AbortSignal.abort() });
    await expect(outcome).rejects.toSatisfy(isAbortError);
  });
});
