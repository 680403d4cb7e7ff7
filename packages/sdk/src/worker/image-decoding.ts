import { createAbortError, TryOnError } from '@stylemap-tryon/core';
import { endJpeg } from '../runtime/jpeg-end.js';
import type { ImagePayload } from '../shared/protocol.js';
import type { DecodedImage, DecodeLimits } from './engine.js';
import { checkImageHeader, checkImageSize } from './image-header.js';
import { readBlob } from './read-blob.js';
import { turnUpright } from './turn-upright.js';
import { takeWebpOrientation } from './webp-orientation.js';

/**
 * Turns what the client sent into upright sRGB pixels. Of an animation the first frame is taken.
 * @throws TryOnError `image-unavailable`, `not-an-image`, `image-too-large`, `image-too-small`, `out-of-memory`; AbortError
 */
export async function decodeImage(payload: ImagePayload, limits: DecodeLimits): Promise<DecodedImage> {
  switch (payload.kind) {
    case 'pixels': {
      const { widthPx, heightPx, data } = payload.image;
      checkImageSize(widthPx, heightPx, limits.maxPixels);
      if (scaleFor(widthPx, heightPx, limits) === 1) return { ...payload.image, scale: 1 };
      return readPixels(
        await createImageBitmap(new ImageData(data as Uint8ClampedArray<ArrayBuffer>, widthPx, heightPx)),
        limits,
      );
    }
    case 'bitmap':
      return readPixels(payload.bitmap, limits);
    case 'blob':
      return decodeFile(payload.blob as Blob, limits);
    case 'url':
      return decodeFile(await downloadImage(payload.url, limits.signal), limits);
  }
}

/**
 * A download only: nothing of a photo is ever sent.
 * @throws TryOnError `image-unavailable`; AbortError
 */
export async function downloadImage(url: string, signal: AbortSignal): Promise<Blob> {
  try {
    const response = await fetch(url, { mode: 'cors', credentials: 'same-origin', signal });
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return await response.blob();
  } catch (cause) {
    if (signal.aborted) throw createAbortError();
    throw new TryOnError('image-unavailable', `${url} could not be fetched, or its host forbids reading it (CORS).`, undefined, {
      cause,
    });
  }
}

async function decodeFile(file: Blob, limits: DecodeLimits): Promise<DecodedImage> {
  const type = await checkImageHeader(file, limits.maxPixels);
  const decode = (blob: Blob) => createImageBitmap(blob, { imageOrientation: 'from-image', colorSpaceConversion: 'default' });
  const { blob, orientation } = type === 'webp' ? await takeWebpOrientation(file) : { blob: file, orientation: 1 };
  let bitmap: ImageBitmap;
  try {
    bitmap = await decode(blob).catch(async (cause: unknown) => {
      const ended = type === 'jpg' ? endJpeg(await readBlob(file)) : undefined;
      if (!ended) throw cause;
      return decode(new Blob([ended]));
    });
  } catch (cause) {
    if (cause instanceof TryOnError) throw cause;
    throw new TryOnError('not-an-image', 'The picture is damaged or of a format that this browser cannot decode.', undefined, {
      cause,
    });
  }
  const stored = await readPixels(bitmap, limits);
  return { ...turnUpright(stored, orientation), scale: stored.scale };
}

/** Takes the bitmap over and closes it. */
async function readPixels(bitmap: ImageBitmap, limits: DecodeLimits): Promise<DecodedImage> {
  const { width, height } = bitmap;
  try {
    checkImageSize(width, height, limits.maxPixels);
    const scale = scaleFor(width, height, limits);
    if (scale === 1) return { widthPx: width, heightPx: height, data: readStrips(bitmap), scale };
    const small = await createImageBitmap(bitmap, {
      resizeWidth: Math.max(1, Math.floor(width * scale)),
      resizeHeight: Math.max(1, Math.floor(height * scale)),
      resizeQuality: 'high',
    });
    try {
      return { widthPx: small.width, heightPx: small.height, data: readStrips(small), scale };
    } finally {
      small.close();
    }
  } catch (cause) {
    if (cause instanceof TryOnError) throw cause;
    throw new TryOnError('out-of-memory', `Not enough memory to decode ${width} x ${height} px.`, undefined, { cause });
  } finally {
    bitmap.close();
  }
}

/** Of the sides, so that the area keeps to `maxResultPixels`; never above 1. */
function scaleFor(widthPx: number, heightPx: number, { maxResultPixels = Infinity }: DecodeLimits): number {
  return Math.min(1, Math.sqrt(maxResultPixels / (widthPx * heightPx)));
}

/** Safari on iOS limits the area of a canvas and draws nothing, in silence, on a larger one; strips also spare the memory of a copy. */
const stripPixels = 4_000_000;

function readStrips(bitmap: ImageBitmap): Uint8ClampedArray<ArrayBuffer> {
  const { width, height } = bitmap;
  const data = new Uint8ClampedArray(width * height * 4);
  const stripHeightPx = Math.min(height, Math.max(1, Math.floor(stripPixels / width)));
  // A canvas in main memory gives the same pixels on every device; one on the GPU need not.
  const context = new OffscreenCanvas(width, stripHeightPx).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas of this size');
  // Replaces what the strip before left, also where the picture is transparent.
  context.globalCompositeOperation = 'copy';
  for (let yPx = 0; yPx < height; yPx += stripHeightPx) {
    const rows = Math.min(stripHeightPx, height - yPx);
    context.drawImage(bitmap, 0, yPx, width, rows, 0, 0, width, rows);
    data.set(context.getImageData(0, 0, width, rows).data, yPx * width * 4);
  }
  return data;
}
