import { afterEach, beforeEach, expect } from 'vitest';
import { replaceEngineFactory } from '../src/fitting/engine-registry.js';
import type { StylemapTryonElement, Track, TryonPhase } from '../src/index.js';
import '../src/index.js';
import { FakeTryOn } from './fake-try-on.js';

/** Every engine of a test is a fake one, and no tag outlives its test. Filled as tags wake. */
export function useFakeEngines(): FakeTryOn[] {
  const engines: FakeTryOn[] = [];
  let restore: () => void;
  beforeEach(() => {
    engines.length = 0;
    restore = replaceEngineFactory(() => {
      const engine = new FakeTryOn();
      engines.push(engine);
      return engine;
    });
  });
  afterEach(() => {
    document.body.replaceChildren();
    restore();
  });
  return engines;
}

/** @param html of the children */
export async function mountTag(attributes: Record<string, string> = {}, html = ''): Promise<StylemapTryonElement> {
  const element = document.createElement('stylemap-tryon');
  for (const [name, value] of Object.entries({ 'garment-src': 'shirt.webp', 'garment-type': 'top', ...attributes }))
    element.setAttribute(name, value);
  element.innerHTML = html;
  document.body.append(element);
  await element.updateComplete;
  return element;
}

export function photoFile(name = 'me.jpg', type = 'image/jpeg'): File {
  return new File(['photo'], name, { type });
}

/** As the shopper does in the file dialog. */
export function choosePhotoFile(element: StylemapTryonElement, file = photoFile()): void {
  const input = element.renderRoot.querySelector<HTMLInputElement>('#choose')!;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
}

export function reaches(element: StylemapTryonElement, phase: TryonPhase): Promise<void> {
  return expect.poll(() => element.phase).toBe(phase) as unknown as Promise<void>;
}

/** Mounted, with a result on screen. */
export async function mountDone(attributes: Record<string, string> = {}, html = ''): Promise<StylemapTryonElement> {
  const element = await mountTag(attributes, html);
  choosePhotoFile(element);
  await reaches(element, 'done');
  await element.updateComplete;
  return element;
}

export async function frameText(element: StylemapTryonElement): Promise<string> {
  await element.updateComplete;
  return element.renderRoot.querySelector('.frame')!.textContent.replace(/\s+/g, ' ').trim();
}

export function partOf<T extends HTMLElement>(element: StylemapTryonElement, name: string): T | null {
  return element.renderRoot.querySelector<T>(`[part~="${name}"]`);
}

/** The button of this name, in the tag or in the room that is open. */
export async function buttonOf(element: StylemapTryonElement, name: string): Promise<HTMLButtonElement> {
  await element.updateComplete;
  const rooms = [...element.renderRoot.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const buttons = [element.renderRoot, ...rooms].flatMap((root) => [...root.querySelectorAll('button')]);
  const button = buttons.find((each) => nameOf(each) === name);
  if (!button) throw new Error(`No button "${name}" among: ${buttons.map(nameOf).join(', ')}`);
  return button;
}

export async function press(element: StylemapTryonElement, name: string): Promise<void> {
  (await buttonOf(element, name)).click();
}

/** What analytics would hear from now on, wherever in the document it comes from. */
export function tracksHeard(): Track[] {
  const tracks: Track[] = [];
  document.body.addEventListener('tryon-track', (event) => tracks.push((event as CustomEvent<Track>).detail));
  return tracks;
}

function nameOf(button: HTMLButtonElement): string {
  return button.getAttribute('aria-label') ?? button.textContent.trim();
}
