import { readBlob } from './read-blob.js';

const exifFlag = 0x08;
const orientationTag = 0x0112;

/**
 * A WebP without its Exif orientation, and what that was (1 to 8, 1 is upright). Chromium leaves such a picture as it is stored, other browsers turn it;
 * without the tag all of them do the same.
 * @see https://developers.google.com/speed/webp/docs/riff_container
 */
export async function takeWebpOrientation(file: Blob): Promise<{ blob: Blob; orientation: number }> {
  const head = await readBlob(file.slice(0, 21));
  if (textAt(head, 12) !== 'VP8X' || ((head[20] ?? 0) & exifFlag) === 0) return { blob: file, orientation: 1 };
  const bytes = await readBlob(file);
  const view = new DataView(bytes.buffer);
  for (let at = 12; at + 8 <= bytes.length;) {
    const sizeBytes = view.getUint32(at + 4, true);
    if (textAt(bytes, at) === 'EXIF') {
      const orientation = readOrientation(bytes.subarray(at + 8, at + 8 + sizeBytes));
      // An unknown chunk is passed over.
      bytes.set(new TextEncoder().encode('NONE'), at);
      bytes[20] = (bytes[20] as number) & ~exifFlag;
      return { blob: new Blob([bytes], { type: file.type }), orientation };
    }
    at += 8 + sizeBytes + (sizeBytes & 1);
  }
  return { blob: file, orientation: 1 };
}

/** From the first directory of the TIFF structure that Exif is. */
function readOrientation(exif: Uint8Array): number {
  const tiff = textAt(exif, 0) === 'Exif' ? exif.subarray(6) : exif;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittleEndian = tiff[0] === 0x49;
  const word = (at: number) => (at + 2 <= tiff.length ? view.getUint16(at, isLittleEndian) : 0);
  const directory = tiff.length >= 8 ? view.getUint32(4, isLittleEndian) : tiff.length;
  for (let entry = 0; entry < word(directory); entry++) {
    const at = directory + 2 + 12 * entry;
    const value = word(at + 8);
    if (word(at) === orientationTag) return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
