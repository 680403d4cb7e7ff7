/** The renderer's correspondence: for blocks of the photo, the place in the worn product's own picture. */
import sharp from 'sharp';

/** Places are whole numbers of this part of the picture's side. */
const units = 4096;

/**
 * Interleaved (u, v) in fractions of the product's picture, row by row; NaN where no place is known.
 * @typedef {{ widthPx: number, heightPx: number, places: Float32Array }} FlowMap
 */

/**
 * Two 12-bit numbers in the three bytes of a pixel, R = u >> 4, G = (u & 15) << 4 | v >> 8, B = v & 255; both 0: no garment, or a part that the
 * product's picture does not show.
 * @param {string} path of an RGB PNG
 * @returns {Promise<FlowMap>}
 */
export async function readFlowMap(path) {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new RangeError(`${path} is not an RGB picture.`);
  const places = new Float32Array(2 * info.width * info.height).fill(NaN);
  for (let i = 0; i < info.width * info.height; i++) {
    const [red, green, blue] = data.subarray(3 * i, 3 * i + 3);
    const [u, v] = [(red << 4) | (green >> 4), ((green & 15) << 8) | blue];
    if (u === 0 && v === 0) continue;
    places[2 * i] = u / units;
    places[2 * i + 1] = v / units;
  }
  return { widthPx: info.width, heightPx: info.height, places };
}

/** @param {FlowMap} flow @param {string} path of a PNG */
export async function writeFlowMap({ widthPx, heightPx, places }, path) {
  const bytes = new Uint8Array(3 * widthPx * heightPx);
  for (let i = 0; i < widthPx * heightPx; i++) {
    if (Number.isNaN(places[2 * i])) continue;
    const [u, v] = [places[2 * i], places[2 * i + 1]].map((place) => Math.min(units - 1, Math.max(1, Math.round(units * place))));
    bytes.set([u >> 4, ((u & 15) << 4) | (v >> 8), v & 255], 3 * i);
  }
  await sharp(bytes, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png()
    .toFile(path);
}
