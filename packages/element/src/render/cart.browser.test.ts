import { describe, expect, it } from 'vitest';
import { mountTag, partOf, press, tracksHeard, useFakeEngines } from '../../test/mount-tag.js';
import type { StylemapTryonElement, TryonAddToCartDetail } from '../index.js';
import { en } from '../words/locales/en.js';

useFakeEngines();

const jeans = '<stylemap-garment src="jeans.webp" type="bottom" product-id="J-7" worn></stylemap-garment>';

/** A form that asks for a size, and what of it would be sent. */
function buyForm(size = ''): { sent: string[] } {
  const sent: string[] = [];
  const form = document.createElement('form');
  form.id = 'buy';
  form.innerHTML = `<input name="size" required value="${size}" />`;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sent.push(String(new FormData(form).get('size')));
  });
  document.body.append(form);
  return { sent };
}

const cartOf = (element: StylemapTryonElement) => press(element, partOf(element, 'cart-button')!.textContent.trim());

describe('the cart button', () => {
  it('is there only where the shop wants one, and names the product', async () => {
    const element = await mountTag();
    expect(partOf(element, 'cart-button')).toBeNull();
    element.cart = '';
    await element.updateComplete;
    expect(partOf(element, 'cart-button')!.textContent.trim()).toBe(en.addToBag(null));
    element.productName = 'Sunset shirt';
    await element.updateComplete;
    expect(partOf(element, 'cart-button')!.textContent.trim()).toBe(en.addToBag('Sunset shirt'));
  });

  it('submits the form, which asks itself for what is missing', async () => {
    const { sent } = buyForm();
    const element = await mountTag({ cart: 'buy' });
    await cartOf(element);
    expect(sent).toEqual([]);
    document.querySelector<HTMLInputElement>('#buy input')!.value = 'M';
    await cartOf(element);
    expect(sent).toEqual(['M']);
  });

  it('tells the document of it from inside a foreign shadow root, and submits nothing where that is prevented', async () => {
    const { sent } = buyForm('M');
    const heard: TryonAddToCartDetail[] = [];
    const onAct = (event: Event) => {
      heard.push((event as CustomEvent<TryonAddToCartDetail>).detail);
      event.preventDefault();
    };
    document.addEventListener('tryon-add-to-cart', onAct);
    const theme = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const element = await mountTag({ cart: 'buy', 'product-id': 'S-1', 'product-name': 'Shirt' }, jeans);
    theme.append(element);
    await cartOf(element);
    document.removeEventListener('tryon-add-to-cart', onAct);
    expect(heard).toEqual([{ items: [{ productId: 'S-1', variantId: null, name: 'Shirt', kind: 'top' }] }]);
    expect(sent).toEqual([]);
    await cartOf(element);
    expect(sent).toEqual(['M']);
  });

  it('without a form is about all that is worn', async () => {
    const element = await mountTag({ cart: '', 'product-id': 'S-1' }, jeans);
    const heard: (string | null)[][] = [];
    const tracks = tracksHeard();
    element.addEventListener('tryon-add-to-cart', ({ detail }) => heard.push(detail.items.map(({ productId }) => productId)));
    await cartOf(element);
    expect(heard).toEqual([['S-1', 'J-7']]);
    expect(tracks).toEqual([{ name: 'tryon_add_to_cart', params: { item_id: 'S-1', items_count: 2 } }]);
  });
});
