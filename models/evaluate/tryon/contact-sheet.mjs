/** Swaps side by side, for people to look at: photo, product and result under a line that names them. */
import { join, parse } from 'node:path';
import sharp from 'sharp';
import { canonicalSizePx } from '@stylemap-tryon/core';
import { canonicalCount } from '../pictures/canonical-view.mjs';

/** @typedef {import('./swap-measurement.mjs').SwapPictures} SwapPictures */

const swapsInRow = 3;
const rowsOnSheet = 5;
const gapPx = 6;
const captionPx = 20;
const swapWidth = 3 * (canonicalSizePx + gapPx) + gapPx;
const swapHeight = captionPx + canonicalSizePx + gapPx;
/** Names of files can be long; what is shown of them tells them apart, the JSON has them whole. */
const shownOfName = 16;

/**
 * @param {string} path of a PNG file; the sheets are numbered: of `swaps.png`, `swaps-1.png`, `swaps-2.png` and so on
 * @param {readonly SwapPictures[]} swaps
 * @returns {Promise<string[]>} the files written, of 15 swaps each
 */
export async function writeContactSheets(path, swaps) {
  const { dir, name, ext } = parse(path);
  const swapsOnSheet = swapsInRow * rowsOnSheet;
  const files = [];
  for (let start = 0; start < swaps.length; start += swapsOnSheet) {
    const file = join(dir, `${name}-${files.length + 1}${ext}`);
    await writeSheet(file, swaps.slice(start, start + swapsOnSheet));
    files.push(file);
  }
  return files;
}

/** @param {string} file @param {readonly SwapPictures[]} swaps */
async function writeSheet(file, swaps) {
  const width = Math.min(swapsInRow, swaps.length) * swapWidth;
  const height = Math.ceil(swaps.length / swapsInRow) * swapHeight;
  const layers = swaps.flatMap((swap, i) => {
    const [left, top] = [(i % swapsInRow) * swapWidth, Math.floor(i / swapsInRow) * swapHeight];
    const pictures = [swap.before, swap.product, swap.after].map((picture, column) => ({
      input: bytesOf(picture),
      raw: { width: canonicalSizePx, height: canonicalSizePx, channels: /** @type {const} */ (3) },
      left: left + gapPx + column * (canonicalSizePx + gapPx),
      top: top + captionPx,
    }));
    return [{ input: Buffer.from(captionOf(swap)), left, top }, ...pictures];
  });
  await sharp({ create: { width, height, channels: 3, background: 'white' } })
    .composite(layers)
    .png()
    .toFile(file);
}

/** @param {SwapPictures} swap @returns {string} SVG */
function captionOf({ number, row: { kinds, worn, product } }) {
  const text = `${number}  ${kinds.join(', ')}: ${worn}, ${product.slice(0, shownOfName)}`;
  const safe = text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${swapWidth}" height="${captionPx}">
    <text x="${gapPx}" y="15" font-family="sans-serif" font-size="15">${safe}</text></svg>`;
}

/** @param {import('../pictures/canonical-view.mjs').CanonicalPicture} picture */
function bytesOf(picture) {
  const bytes = Uint8Array.from({ length: 3 * canonicalCount }, (_, i) =>
    Math.round(255 * picture[(i % 3) * canonicalCount + Math.floor(i / 3)]),
  );
  return Buffer.from(bytes.buffer);
}
