import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { CompareSlider } from './compare-slider.js';
import './compare-slider.js';

let slider: CompareSlider;
let box: HTMLElement;

beforeEach(async () => {
  box = document.createElement('div');
  box.style.cssText = 'width: 300px; height: 400px';
  slider = document.createElement('stylemap-tryon-compare');
  slider.label = 'Compare';
  slider.valueText = (percent) => `${percent} before`;
  slider.beforePicture = canvas();
  slider.afterPicture = canvas();
  box.append(slider);
  document.body.append(box);
  await slider.updateComplete;
  // The reveal gives way to the first input, which every test begins with.
  input().value = '50';
  input().dispatchEvent(new Event('input'));
  await slider.updateComplete;
});

afterEach(() => {
  box.remove();
  document.documentElement.dir = '';
});

function canvas(): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width: 150, height: 200 });
}

function input(): HTMLInputElement {
  return slider.renderRoot.querySelector('input')!;
}

function stage(): HTMLElement {
  return slider.renderRoot.querySelector('.stage')!;
}

function pointer(type: string, xFraction: number, options: PointerEventInit = {}): PointerEvent {
  const { left, top, width, height } = stage().getBoundingClientRect();
  const event = new PointerEvent(type, {
    pointerId: 1,
    isPrimary: true,
    bubbles: true,
    cancelable: true,
    clientX: left + xFraction * width,
    clientY: top + height / 2,
    ...options,
  });
  stage().dispatchEvent(event);
  return event;
}

describe('the before/after slider', () => {
  it('is a native range with a name and a spoken value', () => {
    expect(input().type).toBe('range');
    expect(input().getAttribute('aria-label')).toBe('Compare');
    expect(input().getAttribute('aria-valuetext')).toBe('50 before');
  });

  it('moves by arrow, Home and End keys', async () => {
    input().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(slider.fraction).toBeCloseTo(0.51);
    await userEvent.keyboard('{End}');
    expect(slider.fraction).toBe(1);
    await userEvent.keyboard('{Home}');
    expect(slider.fraction).toBe(0);
  });

  it('follows a mouse from where it is pressed', async () => {
    pointer('pointerdown', 0.25, { pointerType: 'mouse' });
    expect(slider.fraction).toBeCloseTo(0.25, 1);
    pointer('pointermove', 0.75, { pointerType: 'mouse' });
    pointer('pointerup', 0.75, { pointerType: 'mouse' });
    expect(slider.fraction).toBeCloseTo(0.75, 1);
    pointer('pointermove', 0.1, { pointerType: 'mouse' });
    expect(slider.fraction).toBeCloseTo(0.75, 1);
    await slider.updateComplete;
    expect(input().valueAsNumber).toBe(75);
  });

  it('leaves a touch that turns into a scroll alone', () => {
    pointer('pointerdown', 0.9, { pointerType: 'touch' });
    pointer('pointercancel', 0.9, { pointerType: 'touch' });
    expect(slider.fraction).toBe(0.5);
  });

  it('follows a finger that moves across, and a tap', () => {
    pointer('pointerdown', 0.5, { pointerType: 'touch' });
    pointer('pointermove', 0.8, { pointerType: 'touch' });
    pointer('pointerup', 0.8, { pointerType: 'touch' });
    expect(slider.fraction).toBeCloseTo(0.8, 1);
    pointer('pointerdown', 0.2, { pointerType: 'touch' });
    pointer('pointerup', 0.2, { pointerType: 'touch' });
    expect(slider.fraction).toBeCloseTo(0.2, 1);
  });

  it('counts from the right in right-to-left pages, for pointers, keys and looks alike', async () => {
    document.documentElement.dir = 'rtl';
    pointer('pointerdown', 0.75, { pointerType: 'mouse' });
    pointer('pointerup', 0.75, { pointerType: 'mouse' });
    expect(slider.fraction).toBeCloseTo(0.25, 1);
    await slider.updateComplete;
    const divider = slider.renderRoot.querySelector('.divider')!.getBoundingClientRect();
    const frame = stage().getBoundingClientRect();
    expect((divider.left - frame.left) / frame.width).toBeCloseTo(0.75, 1);
    input().focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(slider.fraction).toBeCloseTo(0.26, 2);
  });

  it('keeps the aspect ratio of the pictures inside its box', async () => {
    const before = canvas();
    before.width = 600;
    slider.beforePicture = before;
    await slider.updateComplete;
    const { width, height } = stage().getBoundingClientRect();
    expect(width / height).toBeCloseTo(3, 1);
    expect(width).toBeLessThanOrEqual(300);
  });

  it('gives a drag nothing to select', () => {
    expect(getComputedStyle(stage()).userSelect).toBe('none');
    expect(pointer('pointerdown', 0.5, { pointerType: 'mouse' }).defaultPrevented).toBe(true);
  });

  it('reveals another person once and rests where the divider can be found', async () => {
    slider.beforePicture = canvas();
    await slider.updateComplete;
    expect(slider.fraction).toBeGreaterThan(0.14);
    await expect.poll(() => slider.fraction, { timeout: 5000 }).toBeCloseTo(0.14, 5);
  });

  it('stays where the shopper put it when only the garment changes', async () => {
    slider.afterPicture = canvas();
    await slider.updateComplete;
    expect(slider.fraction).toBe(0.5);
  });
});
