/** The parts of a garment, told by the product's own silhouette. */
import { covers } from './correspondence.mjs';

/**
 * @typedef {'torso' | 'sleeves' | 'legs'} Region
 * @typedef {import('@stylemap-tryon/core').Plane} Plane
 */

/** Rows of the garment, as fractions of its height, where the cloth about the axis is the trunk alone. */
const trunkRows = /** @type {const} */ ([0.5, 0.8]);
/** A dress widens below its waist. */
const dressTrunkRows = /** @type {const} */ ([0.3, 0.45]);

/**
 * @param {import('@stylemap-tryon/core').GarmentKind} kind
 * @param {Plane} mask of the product on its canonical grid
 * @param {import('@stylemap-tryon/core').Rect} box about it, in fractions
 * @returns {(x: number, y: number) => Region} of a place in fractions of the product's canonical crop
 */
export function regionsOf(kind, mask, box) {
  if (kind === 'bottom') return () => 'legs';
  const axis = box.xPx + box.widthPx / 2;
  const [from, to] = kind === 'dress' ? dressTrunkRows : trunkRows;
  const halves = [];
  for (let share = from; share <= to; share += 0.02) halves.push(halfWidth(mask, axis, box.yPx + share * box.heightPx));
  // Wide outliers are rows in which a sleeve touches the trunk.
  const half = halves.sort((a, b) => a - b)[Math.floor(halves.length / 3)];
  const skirtFrom = kind === 'dress' ? box.yPx + 0.5 * box.heightPx : Infinity;
  return (x, y) => (y < skirtFrom && Math.abs(x - axis) > 1.05 * half ? 'sleeves' : 'torso');
}

/** From the axis to the end of the cloth about it, the mean of both sides. @param {Plane} mask @param {number} axis @param {number} y */
function halfWidth(mask, axis, y) {
  const step = 1 / mask.widthPx;
  let [left, right] = [axis, axis];
  while (covers(mask, left - step, y)) left -= step;
  while (covers(mask, right + step, y)) right += step;
  return (right - left) / 2;
}
