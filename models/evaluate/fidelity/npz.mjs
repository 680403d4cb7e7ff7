/** Float arrays from NumPy's archive format. */
import { unzipSync } from 'fflate';

/** @typedef {{ shape: number[], data: Float32Array }} FloatArray */

/**
 * @param {Uint8Array} bytes of a .npz file
 * @returns {Map<string, FloatArray>}
 * @throws RangeError for arrays that are not little-endian float32 in C order
 */
export function readNpz(bytes) {
  return new Map(Object.entries(unzipSync(bytes)).map(([file, content]) => [file.replace(/\.npy$/, ''), readNpy(file, content)]));
}

/**
 * @param {string} file
 * @param {Uint8Array} bytes
 * @returns {FloatArray}
 */
function readNpy(file, bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Magic string, version, then the length of a header in Python's notation: two bytes in version 1, four later.
  const [lengthBytes, headerBytes] = view.getUint8(6) === 1 ? [2, view.getUint16(8, true)] : [4, view.getUint32(8, true)];
  const start = 8 + lengthBytes + headerBytes;
  const header = new TextDecoder().decode(bytes.subarray(8 + lengthBytes, start));
  const shape = /'shape': \(([^)]*)\)/.exec(header)?.[1]?.match(/\d+/g)?.map(Number) ?? [];
  if (!header.includes("'descr': '<f4'") || !header.includes("'fortran_order': False")) {
    throw new RangeError(`${file} is no little-endian float32 array in C order: ${header.trim()}`);
  }
  // The data need not be aligned in the archive.
  return { shape, data: new Float32Array(bytes.slice(start).buffer) };
}
