import { TryOnError } from '@stylemap-tryon/core';
import type { Bytes } from '../runtime/bytes.js';

/**
 * The bytes of a file. A shopper may delete or move a photo after it was chosen; the browser finds out only now.
 * @throws TryOnError `image-unavailable`
 */
export async function readBlob(file: Blob): Promise<Bytes> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new TryOnError('image-unavailable', 'The file cannot be read any more; choose it again.', undefined, { cause });
  }
}
