/**
 * @typedef {object} Product
 * @property {string} id
 * @property {string} name
 * @property {string} file picture, relative to the assets folder
 * @property {'top' | 'outerwear' | 'bottom' | 'dress'} type as the try-on tag names it
 * @property {string} price in euros
 * @property {string} colour
 * @property {string} colourway the same for all colours of one design
 */

/**
 * @typedef {object} Shopper
 * @property {string} file photo, relative to the assets folder
 * @property {string} alt
 */

const assetsUrl = new URL('../assets/', import.meta.url);

const kindNames = { top: 'Tops', outerwear: 'Jackets', bottom: 'Trousers and skirts', dress: 'Dresses' };

const letterSizes = ['XS', 'S', 'M', 'L', 'XL'];
const sizesOfType = {
  top: letterSizes,
  outerwear: letterSizes,
  dress: letterSizes,
  bottom: ['34', '36', '38', '40', '42', '44'],
};

const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

/** @returns {Promise<Product[]>} */
export const fetchProducts = () => fetchList('products.json');

/** @returns {Promise<Shopper[]>} */
export const fetchShoppers = () => fetchList('shoppers.json');

/** @param {string} file */
async function fetchList(file) {
  const response = await fetch(new URL(file, assetsUrl));
  if (!response.ok) throw new Error(`The catalogue answered ${response.status}.`);
  return response.json();
}

/** @param {Product[]} products */
export function firstOfEachDesign(products) {
  return products.filter(({ colourway }, index) => products.findIndex((other) => other.colourway === colourway) === index);
}

/** @param {string} file */
export function assetUrl(file) {
  return new URL(file, assetsUrl).href;
}

/** @param {Product} product */
export function kindName({ type }) {
  return kindNames[type];
}

/** @param {Product} product */
export function sizesOf({ type }) {
  return sizesOfType[type];
}

/** @param {number} amount */
export function formatPrice(amount) {
  return euros.format(amount);
}
