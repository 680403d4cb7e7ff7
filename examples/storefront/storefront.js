import { createBag } from './bag.js';
import { assetUrl, fetchProducts } from './catalogue.js';
import { collectionItem, railItem, showProduct } from './product-page.js';

const products = await fetchProducts();
const bag = createBag();

document.querySelector('.rail ul').append(...products.map(railItem));
document.querySelector('.collection-grid').append(...products.map(collectionItem));

/** The address names the product, so that a link to it can be shared and the back button works. */
function currentProduct() {
  return products.find(({ id }) => id === location.hash.slice(1)) ?? products[0];
}

showProduct(currentProduct());
window.addEventListener('hashchange', () => showProduct(currentProduct()));

document.querySelector('.collection-grid').addEventListener('click', (event) => {
  if (event.target.closest('a')) scrollTo({ top: 0, behavior: 'smooth' });
});

document.querySelector('.skip-link').addEventListener('click', (event) => {
  event.preventDefault();
  document.querySelector('#product').focus();
});

document.querySelector('.product-buy').addEventListener('submit', (event) => {
  event.preventDefault();
  const product = currentProduct();
  const size = String(new FormData(event.currentTarget).get('size'));
  bag.add(product, size);
  document.querySelector('.buy-note').textContent = `${product.name}, ${size}, is in your bag.`;
});

/** For shoppers without a photo at hand. */
document.querySelector('.try-on [slot=photo-actions]').addEventListener('click', () => {
  document.querySelector('.try-on').src = assetUrl('shopper-test.webp');
});
