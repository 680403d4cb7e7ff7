import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { TryOnError, type RgbaImage } from '@stylemap-tryon/core';
import { asStillAvif, endJpeg } from '@stylemap-tryon/sdk/runtime';
import { srgbOfPngCodes } from './png-gamma.js';

/** The same limit as in the browser. */
const maxPixels = 64_000_000;
const options = { limitInputPixels: maxPixels, failOn: 'error' } as const;

/**
 * Decodes a file to upright sRGB pixels, to those that a browser makes of it.
 * @throws TryOnError `image-unavailable`, `not-an-image`, `image-too-large`
 */
export async function readImage(path: string): Promise<RgbaImage> {
  const file = await readFile(path).catch((cause: unknown) => {
    throw new TryOnError('image-unavailable', `${path} could not be read.`, 'decode', { cause });
  });
  return decodeImage(file, path);
}

/**
 * The same of a file in memory.
 * @param name for messages
 * @throws TryOnError `not-an-image`, `image-too-large`
 */
export async function decodeImage(file: Uint8Array, name: string): Promise<RgbaImage> {
  try {
    const bytes = Buffer.from(asStillAvif(new Uint8Array(file)));
    return await decode(bytes).catch((cause: unknown) => {
      const ended = endJpeg(new Uint8Array(bytes));
      if (!ended) throw cause;
      return decode(Buffer.from(ended));
    });
  } catch (cause) {
    const tooLarge = cause instanceof Error && /pixel limit/.test(cause.message);
    throw tooLarge
      ? new TryOnError('image-too-large', `${name} has more than ${maxPixels} pixels.`, 'decode', { cause })
      : new TryOnError('not-an-image', `${name} is not a picture that can be decoded.`, 'decode', { cause });
  }
}

async function decode(bytes: Buffer): Promise<RgbaImage> {
  const { format, space, hasProfile } = await sharp(bytes, options).metadata();
  // It has no pixels, and could draw other files into the picture.
  if (format === 'svg') throw new Error('SVG');
  if (space === 'cmyk' && !hasProfile) return decodeBareCmyk(bytes);
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const srgb = format === 'png' ? srgbOfPngCodes(bytes) : undefined;
  if (srgb) for (let i = 0; i < data.length; i++) if (i % 4 < 3) data[i] = srgb[data[i] as number] as number;
  return {
    widthPx: info.width,
    heightPx: info.height,
    data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
  };
}

/** Without a profile browsers take ink for a filter of light; libvips would assume a press. */
async function decodeBareCmyk(bytes: Buffer): Promise<RgbaImage> {
  const { data: ink, info } = await sharp(bytes, options)
    .pipelineColourspace('cmyk')
    .autoOrient()
    .toColourspace('cmyk')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const data = new Uint8ClampedArray(ink.length);
  for (let i = 0; i < ink.length; i++) {
    const black = ink[i | 3] as number;
    data[i] = i % 4 === 3 ? 255 : Math.round(((255 - (ink[i] as number)) * (255 - black)) / 255);
  }
  return { widthPx: info.width, heightPx: info.height, data };
}
