import { afterEach, describe, expect, it, vi } from 'vitest';
import { buttonOf, mountDone, press, tracksHeard, useFakeEngines } from '../../../test/mount-tag.js';
import type { StylemapTryonElement } from '../../index.js';
import { en } from '../../words/locales/en.js';

useFakeEngines();

afterEach(() => {
  vi.restoreAllMocks();
  for (const name of ['share', 'canShare']) Reflect.deleteProperty(navigator, name);
});

function stubShare(canShare: boolean) {
  const share = vi.fn(async (_data: ShareData) => {});
  Object.defineProperties(navigator, {
    share: { configurable: true, value: share },
    canShare: { configurable: true, value: () => canShare },
  });
  return share;
}

/** With its file made. */
async function openMenu(element: StylemapTryonElement): Promise<void> {
  await press(element, en.more);
  await expect.poll(async () => (await buttonOf(element, en.save)).getAttribute('aria-disabled')).toBeNull();
}

/** Catches what would be downloaded. */
function downloads(): { name: string; blob: Promise<Blob> }[] {
  const saved: { name: string; blob: Promise<Blob> }[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: fetch(this.href).then((response) => response.blob()) });
  });
  return saved;
}

const latin1 = async (blob: Blob) => new TextDecoder('latin1').decode(await blob.arrayBuffer());

async function pixelsOf(blob: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

describe('the menu', () => {
  it('lists what is on offer, and closes with Escape', async () => {
    stubShare(true);
    const element = await mountDone();
    await openMenu(element);
    const menu = element.renderRoot.querySelector<HTMLElement>('#menu')!;
    expect([...menu.querySelectorAll('button')].map((button) => button.textContent.trim())).toEqual([
      en.save,
      en.share,
      en.chooseAnother,
      en.clear,
    ]);
    expect(menu.matches(':popover-open')).toBe(true);
    await press(element, en.clear);
    expect(element.phase).toBe('idle');
  });

  it('has no Save and no Share where the shop wants none', async () => {
    const element = await mountDone({ controls: '' });
    const names = [...element.renderRoot.querySelectorAll('#menu button')].map((button) => button.textContent!.trim());
    expect(names).toEqual([en.chooseAnother, en.clear]);
  });

  it('lies within the window, below its button', async () => {
    const element = await mountDone();
    await press(element, en.more);
    const box = element.renderRoot.querySelector('#menu')!.getBoundingClientRect();
    const button = (await buttonOf(element, en.more)).getBoundingClientRect();
    expect(box.top).toBeGreaterThanOrEqual(button.bottom);
    expect(box.right).toBeCloseTo(button.right, 0);
    expect(box.left).toBeGreaterThanOrEqual(0);
  });
});

describe('saving', () => {
  it('gives a JPEG with the mark of AI and nothing of the photo but its picture', async () => {
    const element = await mountDone();
    const saved = downloads();
    const tracks = tracksHeard();
    await openMenu(element);
    await press(element, en.save);
    expect(saved.map(({ name }) => name)).toEqual(['try-on.jpg']);
    const bytes = await latin1(await saved[0]!.blob);
    expect(bytes).toContain('compositeWithTrainedAlgorithmicMedia');
    expect(bytes).not.toContain('Exif');
    await expect.poll(() => tracks.at(-1)).toEqual({ name: 'tryon_share', params: { method: 'save' } });
  });

  it('is left to the page that prevents it', async () => {
    const element = await mountDone();
    const saved = downloads();
    element.addEventListener('tryon-export', (event) => event.preventDefault());
    await openMenu(element);
    await press(element, en.save);
    expect(saved).toEqual([]);
  });
});

describe('sharing', () => {
  it('hands one file over within the press', async () => {
    const share = stubShare(true);
    const element = await mountDone();
    await openMenu(element);
    (await buttonOf(element, en.share)).click();
    expect(share).toHaveBeenCalledTimes(1);
    expect(share.mock.calls[0]![0].files).toHaveLength(1);
    expect(share.mock.calls[0]![0].files![0]!.type).toBe('image/jpeg');
  });

  it('is not counted when the shopper thinks better of it', async () => {
    stubShare(true).mockRejectedValue(new DOMException('No.', 'AbortError'));
    const element = await mountDone();
    const tracks = tracksHeard();
    await openMenu(element);
    await press(element, en.share);
    await press(element, en.clear);
    expect(tracks.filter(({ name }) => name === 'tryon_share')).toEqual([]);
  });

  it('is not on offer where the browser cannot', async () => {
    stubShare(false);
    const element = await mountDone();
    await openMenu(element);
    await expect(buttonOf(element, en.share)).rejects.toThrow('No button');
  });
});

describe('getResultBlob()', () => {
  it('leaves the pixels alone, unless the label is asked for', async () => {
    const element = await mountDone();
    const labelled = await pixelsOf((await element.getResultBlob({ label: true }))!);
    const { data } = element.result!.imageData;
    expect(labelled.data.length).toBe(data.length);
    const changed = labelled.data.reduce((sum, value, i) => sum + Number(value !== data[i]), 0);
    expect(changed).toBeGreaterThan(0);
  });
});
