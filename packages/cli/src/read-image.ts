import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { TryOnError, type RgbaImage } from '@stylemap-tryon/core';
import { endJpeg } from '@stylemap-tryon/sdk/runtime';

/** The same limit as in the browser. */
const maxPixels = 64_000_000;

/**
 * Decodes a file to upright sRGB pixels.
 * @throws TryOnError `image-unavailable`, `not-an-image`, `image-too-large`
 */
export async function readImage(path: string): Promise<RgbaImage> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new TryOnError('image-unavailable', `${path} could not be read.`, 'decode', { cause });
  });
  try {
    return await decode(bytes).catch((cause: unknown) => {
      const ended = endJpeg(new Uint8Array(bytes));
      if (!ended) throw cause;
      return decode(ended);
    });
  } catch (cause) {
    const tooLarge = cause instanceof Error && /pixel limit/.test(cause.message);
    throw tooLarge
      ? new TryOnError('image-too-large', `${path} has more than ${maxPixels} pixels.`, 'decode', { cause })
      : new TryOnError('not-an-image', `${path} is not a picture that can be decoded.`, 'decode', { cause });
  }
}

async function decode(bytes: Uint8Array): Promise<RgbaImage> {
  const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .autoOrient()
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return {
    widthPx: info.width,
    heightPx: info.height,
    data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
  };
}
