/** Chance that repeats itself: the same seed, the same measurement. */

/**
 * @typedef {object} Random
 * @property {(low: number, high: number) => number} uniform
 * @property {() => number} normal mean 0, deviation 1
 * @property {<T>(items: readonly T[]) => T} pick
 */

/**
 * Independent streams for every name, so that a sample does not depend on how many were drawn before it.
 * @param {string} name
 * @returns {Random}
 */
export function createRandom(name) {
  let state = hash(name);
  // Mulberry32, a public-domain generator by Tommy Ettinger: one 32-bit state, full period.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    uniform: (low, high) => low + (high - low) * next(),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (items) => items[Math.floor(next() * items.length)],
  };
}

/** FNV-1a. @param {string} text */
function hash(text) {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

/**
 * Normal noise on a lattice over the unit square, interpolated smoothly (Catmull-Rom).
 * @param {Random} random
 * @param {number} nodes along a side
 * @returns {(u: number, v: number) => number}
 */
export function createSmoothField(random, nodes) {
  const values = Float64Array.from({ length: nodes * nodes }, () => random.normal());
  const at = (/** @type {number} */ column, /** @type {number} */ row) =>
    values[Math.min(nodes - 1, Math.max(0, row)) * nodes + Math.min(nodes - 1, Math.max(0, column))];
  return (u, v) => {
    const [x, y] = [u, v].map((fraction) => Math.min(1, Math.max(0, fraction)) * (nodes - 1));
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [across, down] = [catmullRom(x - column), catmullRom(y - row)];
    let sum = 0;
    for (let j = 0; j < 4; j++) for (let i = 0; i < 4; i++) sum += down[j] * across[i] * at(column + i - 1, row + j - 1);
    return sum;
  };
}

/** Weights of the nodes at -1, 0, 1 and 2. @param {number} t */
function catmullRom(t) {
  const [t2, t3] = [t * t, t * t * t];
  return [-0.5 * t3 + t2 - 0.5 * t, 1.5 * t3 - 2.5 * t2 + 1, -1.5 * t3 + 2 * t2 + 0.5 * t, 0.5 * t3 - 0.5 * t2];
}
