/** Swaps side by side, for people to look at: photo, product, result; a bar of another colour for each change. */
import sharp from 'sharp';
import { canonicalSizePx } from '@stylemap-tryon/core';
import { canonicalCount } from '../pictures/canonical-view.mjs';

const swapsInRow = 2;
const gapPx = 6;
const barPx = 10;
const barColours = /** @type {const} */ ([
  [214, 120, 30],
  [40, 120, 200],
  [90, 90, 90],
]);

/**
 * @param {string} path of a PNG file
 * @param {readonly import('./swap-measurement.mjs').SwapPictures[]} swaps at least one
 */
export async function writeContactSheet(path, swaps) {
  const changes = [...new Set(swaps.map(({ change }) => change))];
  const swapWidth = barPx + 3 * (canonicalSizePx + gapPx);
  const rowHeight = canonicalSizePx + gapPx;
  const width = Math.min(swapsInRow, swaps.length) * swapWidth;
  const height = Math.ceil(swaps.length / swapsInRow) * rowHeight;
  const sheet = new Uint8Array(3 * width * height).fill(255);
  swaps.forEach(({ change, before, product, after }, i) => {
    const [left, top] = [(i % swapsInRow) * swapWidth, Math.floor(i / swapsInRow) * rowHeight];
    const colour = barColours[changes.indexOf(change) % barColours.length];
    for (let y = top; y < top + canonicalSizePx; y++) {
      for (let x = left; x < left + barPx - 2; x++) sheet.set(colour, 3 * (y * width + x));
    }
    [before, product, after].forEach((picture, column) => {
      const start = left + barPx + column * (canonicalSizePx + gapPx);
      for (let at = 0; at < canonicalCount; at++) {
        const [x, y] = [start + (at % canonicalSizePx), top + Math.floor(at / canonicalSizePx)];
        for (let c = 0; c < 3; c++) sheet[3 * (y * width + x) + c] = Math.round(255 * picture[c * canonicalCount + at]);
      }
    });
  });
  await sharp(sheet, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(path);
}
