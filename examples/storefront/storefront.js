import { createBag } from './bag.js';
import { fetchProducts, fetchShoppers, firstOfEachDesign } from './catalogue.js';
import { collectionItem, railItem, sampleModel, showColourways, showOutfit, showProduct } from './product-page.js';

const [products, shoppers] = await Promise.all([fetchProducts(), fetchShoppers()]);
const designs = firstOfEachDesign(products);
const bag = createBag();

document.querySelector('.rail ul').append(...designs.map(railItem));
document.querySelector('.collection-grid').append(...designs.map(collectionItem));

/** The address names the product, so that a link to it can be shared and the back button works. */
function currentProduct() {
  return products.find(({ id }) => id === location.hash.slice(1)) ?? products[0];
}

function show() {
  const product = currentProduct();
  showProduct(product);
  showColourways(product, products);
  showOutfit(product, designs);
}

show();
window.addEventListener('hashchange', show);

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
document.querySelector('.try-on').append(...shoppers.map(sampleModel));
