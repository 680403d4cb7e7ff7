import { imageSize } from 'image-size';
import { TryOnError } from '@stylemap-tryon/core';
import { asStillAvif } from '../runtime/animated-avif.js';
import type { Bytes } from '../runtime/bytes.js';
import { readBlob } from './read-blob.js';

/** Photos smaller than this on a side show neither a person nor a garment. */
export const minSidePx = 64;

/** What browsers decode; whether this one does is found out by decoding. */
const decodableTypes = new Set(['jpg', 'png', 'webp', 'gif', 'bmp', 'avif', 'heic', 'heif', 'ico', 'tiff', 'jxl']);

/** Nearly always holds the header. A JPEG may carry megabytes of colour profile and previews first. */
const headBytes = 512 * 1024;

/**
 * Reads type and size from the file's header, so that a picture of a gigapixel is refused before it fills the memory.
 * @returns the type, by its usual file ending
 * @throws TryOnError `not-an-image`, `image-too-large`, `image-too-small`, `image-unavailable`
 */
export async function checkImageHeader(file: Blob, maxPixels: number): Promise<string> {
  const head = readSize(await readBlob(file.slice(0, headBytes)));
  const size = head ?? (file.size > headBytes ? readSize(await readBlob(file)) : undefined);
  if (size?.type === 'svg') {
    throw new TryOnError('not-an-image', 'SVG pictures have no pixels to work on; use JPEG, PNG or WebP.');
  }
  if (!size?.type || !decodableTypes.has(size.type)) {
    throw new TryOnError('not-an-image', 'The file is not a picture that browsers can decode.');
  }
  checkImageSize(size.width, size.height, maxPixels);
  return size.type;
}

/** @throws TryOnError `image-too-large`, `image-too-small` */
export function checkImageSize(widthPx: number, heightPx: number, maxPixels: number): void {
  if (widthPx * heightPx > maxPixels) {
    throw new TryOnError('image-too-large', `${widthPx} x ${heightPx} px is more than ${maxPixels} pixels.`);
  }
  if (widthPx < minSidePx || heightPx < minSidePx) {
    throw new TryOnError('image-too-small', `${widthPx} x ${heightPx} px is less than ${minSidePx} px on a side.`);
  }
}

function readSize(bytes: Bytes): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(asStillAvif(bytes));
  } catch {
    return undefined;
  }
}
