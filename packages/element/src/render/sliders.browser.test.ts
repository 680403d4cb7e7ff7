import { describe, expect, it } from 'vitest';
import { mountDone, mountTag, partOf, reaches, useFakeEngines } from '../../test/mount-tag.js';
import type { StylemapTryonElement } from '../index.js';
import { en } from '../words/locales/en.js';

const engines = useFakeEngines();
const engine = () => engines[0]!;

const tee = '<stylemap-garment src="tee.webp" type="top" product-name="Tee" worn mix="0.5"></stylemap-garment>';

const range = (element: StylemapTryonElement, name: 'strength' | 'mix') =>
  partOf(element, name)?.querySelector<HTMLInputElement>('input') ?? null;

/** As a hand on the slider does. */
function drag(input: HTMLInputElement, ...percents: number[]): void {
  for (const percent of percents) {
    input.value = String(percent);
    input.dispatchEvent(new Event('input'));
  }
}

describe('the slider of the strength', () => {
  it('is there only with the token `strength`', async () => {
    const element = await mountTag();
    expect(range(element, 'strength')).toBeNull();
    element.controls = 'strength save';
    await element.updateComplete;
    expect(partOf(element, 'strength')!.textContent.trim()).toBe(en.strength);
  });

  it('costs one run a drag, after which the attribute says what was dialled', async () => {
    const element = await mountDone({ controls: 'strength' });
    const changes: number[] = [];
    element.addEventListener('tryon-change', ({ detail }) => changes.push(detail.strength));
    drag(range(element, 'strength')!, 80, 60, 40);
    expect(element.strength).toBe(1);
    await expect.poll(() => engine().strengths).toEqual([1, 0.4]);
    expect(element.getAttribute('strength')).toBe('0.4');
    expect(changes).toEqual([0.4]);
  });

  it('lets the photo through while it moves, and not when the picture is drawn', async () => {
    const element = await mountDone({ controls: 'strength' });
    const fade = () => element.renderRoot.querySelector('stylemap-tryon-compare')!.fade;
    drag(range(element, 'strength')!, 25);
    await element.updateComplete;
    expect(fade()).toBe(0.75);
    expect(range(element, 'strength')!.getAttribute('aria-valuetext')).toBe('25%');
    await expect.poll(() => engine().strengths).toEqual([1, 0.25]);
    await reaches(element, 'done');
    await element.updateComplete;
    expect(fade()).toBe(0);
  });
});

describe('the slider of a mix', () => {
  it('is named by both garments, and costs one run a drag', async () => {
    const element = await mountDone({ 'product-name': 'Shirt' }, tee);
    expect(partOf(element, 'mix')!.textContent.trim()).toBe(en.mix('Shirt', 'Tee'));
    expect(engine().mixes).toEqual([0.5]);
    drag(range(element, 'mix')!, 60, 90);
    await expect.poll(() => engine().mixes).toEqual([0.5, 0.9]);
    expect(element.querySelector('stylemap-garment')!.mix).toBe(0.9);
  });

  it('rests while that garment is off', async () => {
    const element = await mountTag({}, tee.replace('worn ', ''));
    expect(range(element, 'mix')!.disabled).toBe(true);
  });
});
