import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeTryOn } from '../../test/fake-try-on.js';
import { replaceEngineFactory } from '../fitting/engine-registry.js';
import type { StylemapTryonElement } from '../index.js';
import '../index.js';
import { photoFrom } from './photo-intake.js';
import { en } from '../words/locales/en.js';

let element: StylemapTryonElement;
let restore: () => void;

const image = new File(['photo'], 'me.png', { type: 'image/png' });
const text = new File(['words'], 'notes.txt', { type: 'text/plain' });

beforeEach(async () => {
  restore = replaceEngineFactory(() => new FakeTryOn());
  element = document.createElement('stylemap-tryon');
  element.garmentSrc = 'shirt.webp';
  document.body.append(element);
  await element.updateComplete;
});

afterEach(() => {
  element.remove();
  restore();
});

function transferOf(...files: File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

function drag(type: string, dataTransfer: DataTransfer): DragEvent {
  const event = new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer });
  element.renderRoot.querySelector('.frame')!.dispatchEvent(event);
  return event;
}

function paste(target: Element, ...files: File[]): void {
  const event = new ClipboardEvent('paste', { bubbles: true, composed: true, clipboardData: transferOf(...files) });
  target.dispatchEvent(event);
}

function fileInput(id: string): HTMLInputElement {
  return element.renderRoot.querySelector(`#${id}`)!;
}

describe('a photo comes in', () => {
  it('by the file dialog, and the same file can be chosen again', () => {
    const input = fileInput('choose');
    input.files = transferOf(image).files;
    input.dispatchEvent(new Event('change'));
    expect(element.photo).toBe(image);
    expect(input.value).toBe('');
  });

  it('by the camera of a phone', () => {
    expect(fileInput('capture').getAttribute('capture')).toBe('user');
    expect(fileInput('choose').hasAttribute('capture')).toBe(false);
  });

  it('by dropping it, with the frame marked while it hovers', async () => {
    drag('dragenter', transferOf(image));
    expect(drag('dragover', transferOf(image)).defaultPrevented).toBe(true);
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.drop-target')?.textContent).toBe(en.dropHere);
    drag('drop', transferOf(image));
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.drop-target')).toBeNull();
    expect(element.photo).toBe(image);
  });

  it('by pasting while the focus is inside', () => {
    element.renderRoot.querySelector('button')!.focus();
    paste(element.renderRoot.querySelector('button')!, image);
    expect(element.photo).toBe(image);
  });

  it('but not by pasting elsewhere on the page', () => {
    paste(document.body, image);
    expect(element.photo).toBeNull();
  });

  it('but not from text that is dragged across', async () => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', 'words');
    expect(drag('dragover', transfer).defaultPrevented).toBe(false);
  });
});

describe('a file that is no image', () => {
  it('is refused with a message and an event, and the photo stays', async () => {
    const errors: string[] = [];
    element.addEventListener('tryon-error', ({ detail }) => errors.push(detail.error.code));
    element.photo = image;
    await element.tryOn();
    drag('drop', transferOf(text));
    await element.updateComplete;
    expect(errors).toEqual(['not-an-image']);
    expect(element.phase).toBe('error');
    expect(element.photo).toBe(image);
    expect(element.renderRoot.querySelector('[role=alert]')!.textContent).toContain(en.errors['not-an-image'].message);
  });
});

describe('among several files', () => {
  it('the first image is taken', () => {
    expect(photoFrom([text, image])).toEqual({ kind: 'photo', photo: image });
  });

  it('a file without a type is left to the decoder, as HEIC often has none', () => {
    const heic = new File(['photo'], 'me.heic');
    expect(photoFrom([heic])).toEqual({ kind: 'photo', photo: heic });
  });

  it('none at all is no mistake', () => {
    expect(photoFrom([])).toEqual({ kind: 'nothing' });
    expect(photoFrom(null)).toEqual({ kind: 'nothing' });
  });
});
