import { createAbortError, TryOnError, type RgbaImage } from '@stylemap-tryon/core';
import type { ImagePayload } from '../shared/protocol.js';
import { checkImageHeader, checkImageSize } from './image-header.js';

export interface DecodeOptions {
  readonly maxPixels: number;
  readonly signal?: AbortSignal;
}

/**
 * Turns what the client sent into upright sRGB pixels. Of an animation the first frame is taken.
 * @throws TryOnError `image-unavailable`, `not-an-image`, `image-too-large`, `image-too-small`, `out-of-memory`; AbortError
 */
export async function decodeImage(payload: ImagePayload, options: DecodeOptions): Promise<RgbaImage> {
  switch (payload.kind) {
    case 'pixels':
      checkImageSize(payload.image.widthPx, payload.image.heightPx, options.maxPixels);
      return payload.image;
    case 'bitmap':
      return readPixels(payload.bitmap, options);
    case 'blob':
      return decodeFile(payload.blob as Blob, options);
    case 'url':
      return decodeFile(await fetchImage(payload.url, options.signal), options);
  }
}

/** A download only: nothing of a photo is ever sent. */
async function fetchImage(url: string, signal: AbortSignal | undefined): Promise<Blob> {
  try {
    const response = await fetch(url, { mode: 'cors', credentials: 'same-origin', signal: signal ?? null });
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return await response.blob();
  } catch (cause) {
    if (signal?.aborted) throw createAbortError();
    throw new TryOnError('image-unavailable', `${url} could not be fetched, or its host forbids reading it (CORS).`, undefined, {
      cause,
    });
  }
}

async function decodeFile(file: Blob, options: DecodeOptions): Promise<RgbaImage> {
  await checkImageHeader(file, options.maxPixels);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image', colorSpaceConversion: 'default' });
  } catch (cause) {
    throw new TryOnError('not-an-image', 'The picture is damaged or of a format that this browser cannot decode.', undefined, {
      cause,
    });
  }
  return readPixels(bitmap, options);
}

/** Takes the bitmap over and closes it. */
function readPixels(bitmap: ImageBitmap, { maxPixels }: DecodeOptions): RgbaImage {
  const { width, height } = bitmap;
  try {
    checkImageSize(width, height, maxPixels);
    const canvas = new OffscreenCanvas(width, height);
    // A canvas in main memory gives the same pixels on every device; one on the GPU need not.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas of this size');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    // Frees the canvas now instead of at the next collection: at 50 MP it holds 200 MB.
    canvas.width = canvas.height = 0;
    return { widthPx: width, heightPx: height, data };
  } catch (cause) {
    if (cause instanceof TryOnError) throw cause;
    throw new TryOnError('out-of-memory', `Not enough memory to decode ${width} x ${height} px.`, undefined, { cause });
  } finally {
    bitmap.close();
  }
}
