import { assetUrl, formatPrice, kindName, sizesOf } from './catalogue.js';

/** Puts a product on the page. The try-on tag re-dresses by itself when its garment changes. */
export function showProduct(product) {
  document.title = `${product.name} – Méridienne`;
  setField('kind', kindName(product));
  setField('name', product.name);
  setField('price', formatPrice(Number(product.price)));
  setField('colour', product.colour);

  const picture = document.querySelector('[data-field=picture]');
  picture.src = assetUrl(product.file);
  picture.alt = `${product.name}, ${product.colour}`;

  const tryOn = document.querySelector('stylemap-tryon');
  tryOn.setAttribute('garment-src', assetUrl(product.file));
  tryOn.setAttribute('garment-type', product.type);
  tryOn.setAttribute('product-id', product.id);
  tryOn.setAttribute('product-name', product.name);
  tryOn.setAttribute('alt', `You in the ${product.name}`);

  document.querySelector('.size-options').replaceChildren(...sizesOf(product).map(sizeOption));
  document.querySelector('.buy-note').textContent = '';
  for (const link of document.querySelectorAll('.rail [data-product], .collection-grid [data-product]')) {
    if (link.dataset.colourway === product.colourway) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** Links to the product's other colours, as small pictures of them. */
export function showColourways(product, products) {
  const sameDesign = products.filter(({ colourway }) => colourway === product.colourway);
  const links = sameDesign.map((other) => {
    const link = productLink(other);
    link.title = other.colour;
    if (other.id === product.id) link.setAttribute('aria-current', 'true');
    link.append(pictureOf(other, 44, other.colour));
    return link;
  });
  document.querySelector('.colourways').replaceChildren(...(links.length > 1 ? links : []));
}

/** What can be worn beside a product of this kind. */
const kindsBeside = {
  top: ['bottom', 'outerwear'],
  bottom: ['top', 'outerwear'],
  dress: ['outerwear'],
  outerwear: ['top', 'bottom'],
};

/** Pieces of other kinds to wear with the product; what is on already stays on with the next product. */
export function showOutfit(product, designs) {
  const tryOn = document.querySelector('stylemap-tryon');
  const pieces = kindsBeside[product.type].flatMap((kind) => designs.filter(({ type }) => type === kind).slice(0, 2));
  for (const old of tryOn.querySelectorAll('stylemap-garment'))
    if (!pieces.some(({ id }) => id === old.getAttribute('product-id'))) old.remove();
  const shown = [...tryOn.querySelectorAll('stylemap-garment')].map((garment) => garment.getAttribute('product-id'));
  tryOn.append(...pieces.filter(({ id }) => !shown.includes(id)).map(wearable));
}

function wearable({ id, name, file, type }) {
  const garment = document.createElement('stylemap-garment');
  const attributes = { src: assetUrl(file), type, 'product-id': id, 'product-name': name };
  for (const [attribute, value] of Object.entries(attributes)) garment.setAttribute(attribute, value);
  return garment;
}

/** A photo for the try-on tag's slot. */
export function sampleModel({ file, alt }) {
  const picture = pictureOf({ file }, 90, alt);
  picture.slot = 'sample-model';
  return picture;
}

/** Thumbnails beside the try-on. */
export function railItem(product) {
  const link = productLink(product);
  link.title = product.name;
  link.append(pictureOf(product, 200, product.name));
  return listItem(link);
}

/** Cards further down, with name and price. */
export function collectionItem(product) {
  const link = productLink(product);
  const name = document.createElement('span');
  name.className = 'card-name';
  name.textContent = product.name;
  const price = document.createElement('span');
  price.className = 'card-price';
  price.textContent = formatPrice(Number(product.price));
  link.append(pictureOf(product, 480, ''), name, price);
  return listItem(link);
}

function productLink({ id, colourway }) {
  const link = document.createElement('a');
  link.href = `#${id}`;
  link.dataset.product = id;
  link.dataset.colourway = colourway;
  return link;
}

function pictureOf({ file }, sizePx, alt) {
  const picture = new Image(sizePx, sizePx);
  picture.loading = 'lazy';
  picture.src = assetUrl(file);
  picture.alt = alt;
  return picture;
}

function listItem(content) {
  const item = document.createElement('li');
  item.append(content);
  return item;
}

function sizeOption(size) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  Object.assign(input, { type: 'radio', name: 'size', value: size, required: true });
  const text = document.createElement('span');
  text.textContent = size;
  label.append(input, text);
  return label;
}

function setField(name, text) {
  document.querySelector(`[data-field=${name}]`).textContent = text;
}
