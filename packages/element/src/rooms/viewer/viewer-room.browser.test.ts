import { describe, expect, it } from 'vitest';
import { buttonOf, mountTag, photoFile, press, reaches, tracksHeard, useFakeEngines } from '../../../test/mount-tag.js';
import type { StylemapTryonElement } from '../../index.js';
import { en } from '../../words/locales/en.js';

useFakeEngines();

async function mountDone(attributes: Record<string, string> = {}): Promise<StylemapTryonElement> {
  const element = await mountTag(attributes);
  element.photo = photoFile();
  await reaches(element, 'done');
  return element;
}

async function open(element: StylemapTryonElement) {
  (await buttonOf(element, en.viewer.open)).focus();
  await press(element, en.viewer.open);
  await expect.poll(() => element.room).toBe('viewer');
  await element.updateComplete;
  const viewer = element.renderRoot.querySelector('stylemap-tryon-viewer')!;
  await viewer.updateComplete;
  return { viewer, dialog: viewer.renderRoot.querySelector('dialog')! };
}

const canvasesIn = (root: ParentNode) =>
  [...root.querySelectorAll('stylemap-tryon-compare')].reduce(
    (count, compare) => count + compare.renderRoot.querySelectorAll('canvas').length,
    0,
  );
const zoomOf = (dialog: HTMLElement) => Number(dialog.style.getPropertyValue('--_zoom'));
const keyDown = (target: Element, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

describe('the viewer', () => {
  it('has both pictures on loan, and gives them back with the place when it is closed', async () => {
    const element = await mountDone();
    const { viewer, dialog } = await open(element);
    expect(dialog.matches(':modal')).toBe(true);
    await expect.poll(() => canvasesIn(viewer.renderRoot)).toBe(2);
    expect(element.renderRoot.querySelector('.frame > stylemap-tryon-compare')).toBeNull();
    dialog.close();
    await expect.poll(() => element.room).toBeNull();
    await expect.poll(() => canvasesIn(element.renderRoot)).toBe(2);
    expect(await buttonOf(element, en.viewer.open)).toBe(element.shadowRoot!.activeElement);
  });

  it('zooms by keys, buttons, wheel and two fingers, from one to six times', async () => {
    const { viewer, dialog } = await open(await mountDone());
    const after = async (act: () => unknown) => {
      act();
      await viewer.updateComplete;
      return zoomOf(dialog);
    };
    expect(await after(() => keyDown(dialog, '-'))).toBe(1);
    expect(await after(() => keyDown(dialog, '+'))).toBe(1.5);
    expect(await after(() => keyDown(dialog, '0'))).toBe(1);
    const [, zoomIn] = viewer.renderRoot.querySelectorAll<HTMLElement>('.bar button');
    for (let i = 0; i < 8; i++) zoomIn!.click();
    expect(await after(() => undefined)).toBe(6);
    expect(viewer.renderRoot.querySelector('[role=status]')!.textContent).toBe(en.viewer.value(600));
    keyDown(dialog, '0');
    expect(await after(() => dialog.dispatchEvent(new WheelEvent('wheel', { deltaY: -300, cancelable: true })))).toBeCloseTo(
      Math.E,
    );
    keyDown(dialog, '0');
    await viewer.updateComplete;
    const picture = viewer.renderRoot.querySelector<HTMLElement>('.magnified')!;
    picture.setPointerCapture = () => undefined;
    const finger = (type: string, pointerId: number, clientX: number) =>
      picture.dispatchEvent(new PointerEvent(type, { pointerId, clientX, clientY: 100, bubbles: true, cancelable: true }));
    finger('pointerdown', 1, 100);
    finger('pointerdown', 2, 200);
    expect(await after(() => finger('pointermove', 2, 300))).toBe(2);
  });

  it('moves by arrows once it is magnified, and is counted once a result', async () => {
    const element = await mountDone();
    const tracks = tracksHeard();
    const { viewer, dialog } = await open(element);
    keyDown(dialog, 'ArrowLeft');
    await viewer.updateComplete;
    expect(dialog.style.getPropertyValue('--_x')).toBe('0px');
    keyDown(dialog, '+');
    keyDown(dialog, '+');
    keyDown(dialog, 'ArrowLeft');
    await viewer.updateComplete;
    expect(parseFloat(dialog.style.getPropertyValue('--_x'))).toBeGreaterThan(0);
    expect(tracks.filter(({ name }) => name === 'tryon_use')).toHaveLength(1);
  });

  it('is not on offer where the shop does not want it', async () => {
    const element = await mountDone({ controls: 'save' });
    expect(element.renderRoot.textContent).not.toContain(en.viewer.open);
    expect(element.renderRoot.querySelector(`[title="${en.viewer.open}"]`)).toBeNull();
  });
});
