/** Words as prints carry them, in capitals of our own on a 5 x 7 grid: no font has to be installed. */

/** @typedef {import('./texture.mjs').Colour} Colour */

/** Rows from top to bottom. @type {Readonly<Record<string, string>>} */
const capitals = {
  A: '.###. #...# #...# ##### #...# #...# #...#',
  E: '##### #.... #.... ####. #.... #.... #####',
  H: '#...# #...# #...# ##### #...# #...# #...#',
  K: '#...# #..#. #.#.. ##... #.#.. #..#. #...#',
  L: '#.... #.... #.... #.... #.... #.... #####',
  M: '#...# ##.## #.#.# #.#.# #...# #...# #...#',
  N: '#...# ##..# #.#.# #..## #...# #...# #...#',
  O: '.###. #...# #...# #...# #...# #...# .###.',
  R: '####. #...# #...# ####. #.#.. #..#. #...#',
  S: '.#### #.... #.... .###. ....# ....# ####.',
  T: '##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..',
  U: '#...# #...# #...# #...# #...# #...# .###.',
};
const [columns, rows] = [5, 7];

export const printedWords = ['SUN', 'MOON', 'NORTH', 'LUSH', 'SALT', 'HEAT', 'MAKE', 'ROAM'];

/**
 * A word on plain cloth.
 * @param {{ base: Colour, colour: Colour, word: string, box: import('@stylemap-tryon/core').Rect }} print the box in fractions of the crop
 * @returns {import('./texture.mjs').Texture}
 * @throws RangeError for a letter that is not there
 */
export function print({ base, colour, word, box }) {
  const letters = [...word].map((letter) => {
    const shape = capitals[letter];
    if (!shape) throw new RangeError(`There is no letter ${letter}.`);
    return shape.split(' ');
  });
  // One empty column between letters.
  const width = letters.length * (columns + 1) - 1;
  const isInk = (/** @type {number} */ x, /** @type {number} */ y) => {
    if (x < 0 || y < 0 || x >= width || y >= rows) return 0;
    return Number(letters[Math.floor(x / (columns + 1))][y][x % (columns + 1)] === '#');
  };
  /** Exact share of a pixel that is inked, as a pixel is narrower than a cell. @type {import('./texture.mjs').Coverage} */
  const coverage = (u, v, pixel) => {
    const across = splitPixel(((u - pixel / 2 - box.xPx) / box.widthPx) * width, (pixel / box.widthPx) * width);
    const down = splitPixel(((v - pixel / 2 - box.yPx) / box.heightPx) * rows, (pixel / box.heightPx) * rows);
    let share = 0;
    for (const [y, high] of down) for (const [x, wide] of across) share += wide * high * isInk(x, y);
    return share;
  };
  return { base, layers: [{ colour, coverage }] };
}

/**
 * The cells that an interval lies in, with its share in each.
 * @param {number} start in cells
 * @param {number} length in cells, at most 1
 * @returns {[cell: number, share: number][]}
 */
function splitPixel(start, length) {
  const cell = Math.floor(start);
  const inFirst = Math.min(1, (cell + 1 - start) / length);
  return inFirst < 1
    ? [
        [cell, inFirst],
        [cell + 1, 1 - inFirst],
      ]
    : [[cell, 1]];
}
