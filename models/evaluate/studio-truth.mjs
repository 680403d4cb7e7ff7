/**
 * What is surely not the garment on a studio photo. The masks cover the panels that were recoloured: sleeves or a hood of other cloth may be
 * missing, and a perfect mask of the whole garment would score badly for them. Only the white wall and skin are certain, by their colours; other
 * parts of the person become unknown. What is lost is leakage on other clothes, so these figures stand beside those of all pixels.
 */
import { unknown } from './ccp-labels.mjs';

/** @typedef {import('./masks.mjs').LabelMap} LabelMap */

/** The darkest channel of a wall that JPEG has touched. */
const whiteWall = 236;
/** Half the side of the smallest unknown square, as a fraction of the longer side: narrower strips are edges between the mask and the wall. */
const edgeFraction = 1 / 400;

/**
 * @param {import('@stylemap-tryon/core').RgbaImage} photo
 * @param {LabelMap} mask
 * @returns {LabelMap}
 */
export function onlyCertain({ data: rgba }, mask) {
  const { widthPx, heightPx } = mask;
  const doubtful = mask.data.map((value, i) => {
    const [red, green, blue] = [rgba[i * 4], rgba[i * 4 + 1], rgba[i * 4 + 2]];
    const isWall = Math.min(red, green, blue) >= whiteWall;
    return Number(value === 0 && !isWall && !isSkin(red, green, blue));
  });
  const solid = withoutNarrowParts({ widthPx, heightPx, data: doubtful }, Math.ceil(edgeFraction * Math.max(widthPx, heightPx)));
  return { widthPx, heightPx, data: mask.data.map((value, i) => (solid[i] ? unknown : value)) };
}

/**
 * Skin under studio light, a box in Y'CrCb; the same as in the training's `studio.py`.
 * @param {number} red
 * @param {number} green
 * @param {number} blue
 */
function isSkin(red, green, blue) {
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  const [redness, blueness] = [128 + 0.713 * (red - luma), 128 + 0.564 * (blue - luma)];
  return luma > 75 && redness > 141 && redness < 170 && blueness > 90 && blueness < 122;
}

/**
 * The union of all squares that fit in (a morphological opening).
 * @param {LabelMap} mask
 * @param {number} radiusPx half the square's side
 */
function withoutNarrowParts({ widthPx, heightPx, data }, radiusPx) {
  const inverted = data.map((value) => 1 - value);
  const eroded = widen(widen(inverted, widthPx, 1, radiusPx), heightPx, widthPx, radiusPx).map((value) => 1 - value);
  return widen(widen(eroded, widthPx, 1, radiusPx), heightPx, widthPx, radiusPx);
}

/**
 * Marks what lies within a distance along rows (`stride` 1) or columns (`stride` of a row).
 * @param {Uint8Array} data
 * @param {number} length of a line
 * @param {number} stride between neighbours of a line
 * @param {number} radiusPx
 */
function widen(data, length, stride, radiusPx) {
  const widened = new Uint8Array(data.length);
  for (let line = 0; line < data.length / length; line++) {
    const start = stride === 1 ? line * length : line;
    let reachedTo = 0;
    for (let i = 0; i < length; i++) {
      if (!data[start + i * stride]) continue;
      const end = Math.min(length, i + radiusPx + 1);
      for (let j = Math.max(reachedTo, i - radiusPx); j < end; j++) widened[start + j * stride] = 1;
      reachedTo = end;
    }
  }
  return widened;
}
