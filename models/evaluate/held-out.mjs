/** Which photos were never trained on; the same rules as in `models/training/garment_parser/labels.py`. */

export const heldOutEvery = 10;

/** @param {string} photoId digits */
export function isHeldOutPhoto(photoId) {
  return Number(photoId) % heldOutEvery === 0;
}

/**
 * @param {readonly string[]} groups in any order, repeated or not
 * @returns {Set<string>}
 */
export function heldOutGroups(groups) {
  return new Set([...new Set(groups)].sort().filter((_, index) => index % heldOutEvery === 0));
}

/**
 * At most `limit` items, evenly chosen.
 * @template T
 * @param {readonly T[]} items
 * @param {number} limit
 * @returns {T[]}
 */
export function thinOut(items, limit) {
  const count = Math.min(limit, items.length);
  return Array.from({ length: count }, (_, index) => /** @type {T} */ (items[Math.floor((index * items.length) / count)]));
}
