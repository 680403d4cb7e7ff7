import { describe, expect, it } from 'vitest';
import { mountDone, mountTag, partOf, press, reaches, useFakeEngines } from '../../test/mount-tag.js';
import type { StylemapGarmentElement, StylemapTryonElement, TryonChangeDetail } from '../index.js';
import { en } from '../words/locales/en.js';

const engines = useFakeEngines();
const engine = () => engines[0]!;

const jeans = '<stylemap-garment src="jeans.webp" type="bottom" product-id="J-7" product-name="Jeans"></stylemap-garment>';
const tee = '<stylemap-garment src="tee.webp" type="top" product-name="Tee"></stylemap-garment>';
const dress = '<stylemap-garment src="dress.webp" type="dress" product-name="Dress"></stylemap-garment>';

const garments = (element: StylemapTryonElement) => [...element.querySelectorAll('stylemap-garment')];
const wornNames = (element: StylemapTryonElement) =>
  garments(element)
    .filter(({ worn }) => worn)
    .map(({ productName }) => productName);

function changesOf(element: StylemapTryonElement): TryonChangeDetail[] {
  const changes: TryonChangeDetail[] = [];
  element.addEventListener('tryon-change', ({ detail }) => changes.push(detail));
  return changes;
}

describe('the tray', () => {
  it('is not there without garments, and follows those that come, change and go', async () => {
    const element = await mountTag();
    expect(partOf(element, 'tray')).toBeNull();
    element.innerHTML = jeans;
    await expect.poll(() => partOf(element, 'piece')?.getAttribute('aria-label')).toBe('Jeans');
    garments(element)[0]!.productName = 'Wide jeans';
    await expect.poll(() => partOf(element, 'piece')?.getAttribute('aria-label')).toBe('Wide jeans');
    element.replaceChildren();
    await expect.poll(() => partOf(element, 'tray')).toBeNull();
  });

  it('is a named group of toggle buttons, and garments without a name are called by their kind', async () => {
    const element = await mountTag({}, '<stylemap-garment src="jeans.webp" type="bottom"></stylemap-garment>');
    expect(partOf(element, 'tray')!.getAttribute('aria-label')).toBe(en.wearWith);
    const piece = partOf(element, 'piece')!;
    expect(piece.getAttribute('aria-label')).toBe(en.kinds.bottom);
    expect(piece.getAttribute('aria-pressed')).toBe('false');
  });

  it('puts a piece on beside the product, and tells of the outfit once', async () => {
    const element = await mountDone({ 'product-id': 'S-1' }, jeans);
    const changes = changesOf(element);
    await press(element, 'Jeans');
    await expect.poll(() => engine().outfits).toEqual([2]);
    await reaches(element, 'done');
    expect(garments(element)[0]!.worn).toBe(true);
    await expect.poll(() => changes).toHaveLength(1);
    expect(changes[0]!.worn).toEqual([
      { productId: 'S-1', variantId: null, name: null, kind: 'top' },
      { productId: 'J-7', variantId: null, name: 'Jeans', kind: 'bottom' },
    ]);
  });

  it('lets a piece take the place of the product, and gives it back', async () => {
    const element = await mountDone({}, tee);
    await press(element, 'Tee');
    await expect.poll(() => engine().sources.at(-1)).toContain('tee.webp');
    await reaches(element, 'done');
    await press(element, 'Tee');
    await expect.poll(() => engine().calls.filter((call) => call === 'dress')).toHaveLength(3);
    expect(engine().outfits).toEqual([]);
    expect(wornNames(element)).toEqual([]);
  });

  it('takes off what is in the place of what is put on', async () => {
    const element = await mountDone({ 'garment-type': 'outerwear' }, jeans + tee + dress);
    await press(element, 'Jeans');
    await press(element, 'Tee');
    await element.updateComplete;
    expect(wornNames(element)).toEqual(['Jeans', 'Tee']);
    await press(element, 'Dress');
    await expect.poll(() => wornNames(element)).toEqual(['Dress']);
  });
});

describe('a garment', () => {
  it('that a script puts on is tried on, and is no act of the shopper', async () => {
    const element = await mountDone({}, jeans);
    const changes = changesOf(element);
    garments(element)[0]!.worn = true;
    await expect.poll(() => engine().outfits).toEqual([2]);
    await reaches(element, 'done');
    expect(partOf(element, 'piece')!.getAttribute('aria-pressed')).toBe('true');
    expect(changes).toEqual([]);
  });

  it('alone is enough for a try-on, where the page has no product', async () => {
    const element = await mountDone({ 'garment-src': '' }, jeans.replace('src=', 'worn src='));
    expect(engine().sources.at(-1)).toContain('jeans.webp');
    expect(element.result).not.toBeNull();
  });

  it('has its attributes as properties, both ways', async () => {
    const element = await mountTag({}, jeans);
    const garment: StylemapGarmentElement = garments(element)[0]!;
    garment.mix = 0.4;
    garment.worn = true;
    await garment.updateComplete;
    expect(garment.outerHTML).toContain('worn');
    expect(garment.getAttribute('mix')).toBe('0.4');
    garment.setAttribute('mix', '7');
    expect(garment.mix).toBe(1);
  });
});
