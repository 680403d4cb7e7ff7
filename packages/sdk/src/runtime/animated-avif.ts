import type { Bytes } from './bytes.js';

/**
 * An animated AVIF under the brand of a still one, which it holds too: decoders and header readers that do not know the sequence then find its first
 * picture. Anything else as it is.
 */
export function asStillAvif(bytes: Bytes): Bytes {
  const brand = new TextDecoder('latin1').decode(bytes.subarray(4, 12));
  if (brand !== 'ftypavis') return bytes;
  const still = bytes.slice();
  still.set(new TextEncoder().encode('avif'), 8);
  return still;
}
