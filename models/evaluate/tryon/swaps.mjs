/** Which product goes on which photo: the changes that show best what a try-on cannot do. */
import { splitGarment } from './shading.mjs';

/**
 * @typedef {import('./products.mjs').Product} Product
 * @typedef {import('./street-garments.mjs').StreetGarment} StreetGarment
 * @typedef {{ plain: boolean, medianLuminance: number }} Cloth
 * @typedef {{ change: Change, worn: StreetGarment, wornPlain: boolean, product: Product }} Swap
 */

/** Median luminance of dark and of light cloth, linear. */
const darkBelow = 0.05;
const lightAbove = 0.35;

const changes = /** @type {const} */ ([
  { name: 'patterned to plain', from: (/** @type {Cloth} */ { plain }) => !plain, to: (/** @type {Cloth} */ { plain }) => plain },
  { name: 'plain to patterned', from: (/** @type {Cloth} */ { plain }) => plain, to: (/** @type {Cloth} */ { plain }) => !plain },
  {
    name: 'dark to light',
    from: (/** @type {Cloth} */ { medianLuminance }) => medianLuminance < darkBelow,
    to: (/** @type {Cloth} */ { medianLuminance }) => medianLuminance > lightAbove,
  },
]);

/** @typedef {(typeof changes)[number]['name']} Change */

/**
 * About as many swaps of every change, each photo and product as seldom as possible.
 * @param {readonly StreetGarment[]} garments
 * @param {readonly Product[]} products
 * @param {number} limit in all
 * @returns {Swap[]} fewer where the folders do not have enough
 */
export function planSwaps(garments, products, limit) {
  const worn = garments.map((garment) => ({ garment, ...splitGarment(garment) }));
  /** @type {Map<Product, number>} */
  const uses = new Map(products.map((product) => [product, 0]));
  /** @type {Swap[]} */
  const planned = [];
  changes.forEach(({ name, from, to }, i) => {
    const count = Math.floor(((i + 1) * limit) / changes.length) - Math.floor((i * limit) / changes.length);
    const wearers = worn.filter(from).map((wearer) => ({
      ...wearer,
      choices: products.filter((product) => product.kind === wearer.garment.kind && to(product)),
    }));
    const wanted = planned.length + count;
    // Round after round over the photos, as long as somebody has a product left.
    for (let before = -1; planned.length < wanted && planned.length > before;) {
      before = planned.length;
      for (const { garment, plain, choices } of wearers) {
        const untried = choices.filter((product) => !planned.some((swap) => swap.worn === garment && swap.product === product));
        if (planned.length === wanted || untried.length === 0) continue;
        const product = untried.reduce((a, b) => (Number(uses.get(b)) < Number(uses.get(a)) ? b : a));
        uses.set(product, Number(uses.get(product)) + 1);
        planned.push({ change: name, worn: garment, wornPlain: plain, product });
      }
    }
  });
  return planned;
}
