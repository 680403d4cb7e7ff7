/** Class maps stored as palette pictures. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

const signatureBytes = 8;
const chunkFrameBytes = 12;

/**
 * The index of every pixel. Of equal colours in the palette the first one counts.
 * @param {string} path of a palette PNG
 * @returns {Promise<import('../masks.mjs').LabelMap>}
 */
export async function readPaletteLabels(path) {
  const file = readFileSync(path);
  const palette = paletteOf(file);
  if (!palette) throw new RangeError(`${path} has no palette.`);
  /** @type {Map<number, number>} */
  const indices = new Map();
  for (let i = palette.length / 3 - 1; i >= 0; i--) indices.set(palette.readUIntBE(3 * i, 3), i);
  const { data: rgb, info } = await sharp(file).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const data = new Uint8Array(info.width * info.height);
  for (let i = 0; i < data.length; i++) data[i] = Number(indices.get(rgb.readUIntBE(3 * i, 3)));
  return { widthPx: info.width, heightPx: info.height, data };
}

/** @param {Buffer} png */
function paletteOf(png) {
  for (let at = signatureBytes; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'PLTE') return png.subarray(at + 8, at + 8 + length);
    at += chunkFrameBytes + length;
  }
  return undefined;
}
