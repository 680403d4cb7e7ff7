import type { Bytes } from './bytes.js';

/**
 * What is in a gzip file. Bytes that are none are given back as they are: some servers unpack on the way.
 * @returns `undefined` when the file is damaged
 * @see https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1 for its first two bytes
 */
export async function unpacked(bytes: Bytes): Promise<Bytes | undefined> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return undefined;
  }
}
