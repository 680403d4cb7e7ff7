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
    return { widthPx: width, heightPx: height, data: readStrips(bitmap) };
  } catch (cause) {
    if (cause instanceof TryOnError) throw cause;
    throw new TryOnError('out-of-memory', `Not enough memory to decode ${width} x ${height} px.`, undefined, { cause });
  } finally {
    bitmap.close();
  }
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
