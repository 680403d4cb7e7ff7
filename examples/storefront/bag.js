import { formatPrice } from './catalogue.js';

/** The bag in the header and its dialog; forgotten with the page. */
export function createBag() {
  /** @type {Map<string, {product: import('./catalogue.js').Product, size: string, count: number}>} */
  const lines = new Map();
  const button = document.querySelector('.bag-button');
  const dialog = document.querySelector('.bag');
  button.addEventListener('click', () => dialog.showModal());
  // A click on the backdrop has the dialog itself as its target.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });

  function render() {
    const all = [...lines.values()];
    const pieces = all.reduce((sum, { count }) => sum + count, 0);
    button.querySelector('.bag-count').textContent = String(pieces);
    button.setAttribute('aria-label', `Bag, ${pieces} ${pieces === 1 ? 'piece' : 'pieces'}`);
    dialog.querySelector('.bag-lines').replaceChildren(...(all.length > 0 ? all.map(lineItem) : [emptyItem()]));
    const total = all.reduce((sum, { product, count }) => sum + Number(product.price) * count, 0);
    dialog.querySelector('[data-field=total]').textContent = formatPrice(total);
  }

  render();
  return {
    add(product, size) {
      const key = `${product.id} ${size}`;
      const count = (lines.get(key)?.count ?? 0) + 1;
      lines.set(key, { product, size, count });
      render();
    },
  };
}

function lineItem({ product, size, count }) {
  const item = document.createElement('li');
  const name = document.createElement('span');
  name.textContent = `${product.name}, ${size}${count > 1 ? ` × ${count}` : ''}`;
  const price = document.createElement('span');
  price.textContent = formatPrice(Number(product.price) * count);
  item.append(name, price);
  return item;
}

function emptyItem() {
  const item = document.createElement('li');
  item.textContent = 'Nothing in it yet.';
  return item;
}
