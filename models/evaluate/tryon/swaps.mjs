/** Which product goes on which photo: of every kind of change that a try-on has to manage, about as many. */

/**
 * @typedef {import('./products.mjs').Product} Product
 * @typedef {import('./street-garments.mjs').StreetGarment} StreetGarment
 * @typedef {import('./cloth-judgement.mjs').Cloth} Cloth
 * @typedef {import('./cloth-judgement.mjs').Wearer} Wearer
 * @typedef {{ kinds: SwapKind[], worn: StreetGarment, wornPlain: boolean, product: Product }} Swap `kinds` has the one it was planned for first
 */

/** Median luminance of dark and of light cloth, linear. */
const darkBelow = 0.05;
const lightAbove = 0.35;

const isPlain = (/** @type {Cloth} */ { plain }) => plain;
const isPatterned = (/** @type {Cloth} */ { plain }) => !plain;
const isDark = (/** @type {Cloth} */ { medianLuminance }) => medianLuminance < darkBelow;
const isLight = (/** @type {Cloth} */ { medianLuminance }) => medianLuminance > lightAbove;

/** Every swap is of one of the first four kinds, and of one or none of the last two. */
export const swapKinds = /** @type {const} */ ([
  { name: 'patterned to plain', from: isPatterned, to: isPlain },
  { name: 'plain to patterned', from: isPlain, to: isPatterned },
  { name: 'plain to plain', from: isPlain, to: isPlain },
  { name: 'patterned to patterned', from: isPatterned, to: isPatterned },
  { name: 'dark to light', from: isDark, to: isLight },
  { name: 'light to dark', from: isLight, to: isDark },
]);

/** @typedef {(typeof swapKinds)[number]['name']} SwapKind */

/**
 * The kinds take turns, as long as any of them has a photo and a product left that have not met; each photo and product as seldom as possible.
 * @param {readonly Wearer[]} wearers
 * @param {readonly Product[]} products
 * @param {number} limit in all
 * @returns {Swap[]} by the kind they were planned for; fewer than `limit` where the folders do not have enough
 */
export function planSwaps(wearers, products, limit) {
  /** @type {Map<object, number>} */
  const uses = new Map([...wearers, ...products].map((item) => [item, 0]));
  const usesOf = (/** @type {object} */ item) => Number(uses.get(item));
  /** @type {Swap[]} */
  const planned = [];

  /** The first of the least used pairs that fit the kind. @param {(typeof swapKinds)[number]} kind */
  const findPair = ({ from, to }) => {
    const pairs = wearers.filter(from).flatMap((wearer) => {
      const isNew = (/** @type {Product} */ product) =>
        !planned.some((swap) => swap.worn === wearer.garment && swap.product === product);
      const fitting = products.filter((product) => product.kind === wearer.garment.kind && to(product) && isNew(product));
      return fitting.map((product) => ({ wearer, product }));
    });
    return pairs.sort((a, b) => {
      return usesOf(a.wearer) - usesOf(b.wearer) || usesOf(a.product) - usesOf(b.product);
    })[0];
  };

  for (let before = -1; planned.length < limit && planned.length > before;) {
    before = planned.length;
    for (const kind of swapKinds) {
      const pair = planned.length < limit && findPair(kind);
      if (!pair) continue;
      const { wearer, product } = pair;
      for (const item of [wearer, product]) uses.set(item, usesOf(item) + 1);
      const others = swapKinds.filter((other) => other !== kind && other.from(wearer) && other.to(product));
      const kinds = [kind, ...others].map(({ name }) => name);
      planned.push({ kinds, worn: wearer.garment, wornPlain: wearer.plain, product });
    }
  }
  return swapKinds.flatMap(({ name }) => planned.filter(({ kinds }) => kinds[0] === name));
}
