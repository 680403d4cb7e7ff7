import { TryOnError } from '@stylemap-tryon/sdk';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { choosePhotoFile, frameText, mountDone, mountTag, reaches, useFakeEngines } from '../test/mount-tag.js';
import type { TryonPhaseDetail } from './index.js';
import { en } from './words/locales/en.js';

const engines = useFakeEngines();

afterEach(() => void vi.restoreAllMocks());

const failsToLoad = (code: 'unsupported' | 'model-unavailable') => new TryOnError(code, 'For this test.');

it('every phase is told, is a state for style sheets, and is left again', async () => {
  const element = await mountTag({ loading: 'eager' });
  const phases: string[] = [];
  element.addEventListener('tryon-phase', ({ detail }: CustomEvent<TryonPhaseDetail>) => {
    phases.push(`${detail.previous} ${detail.phase}`);
  });
  choosePhotoFile(element);
  await reaches(element, 'done');
  await element.updateComplete;
  expect(phases).toEqual(['idle loading', 'loading checking', 'checking working', 'working done']);
  expect(element.matches(':state(done):state(has-photo):state(has-result)')).toBe(true);
  expect(element.matches(':state(working)')).toBe(false);
  element.clear();
  await element.updateComplete;
  expect(element.matches(':state(idle)')).toBe(true);
  expect(element.matches(':state(has-photo)')).toBe(false);
});

describe('a browser that cannot run it', () => {
  it('is told so for good, in the words of the page where it has some', async () => {
    const element = await mountTag({ loading: 'eager' }, '<p slot="unsupported">Please use another browser</p>');
    engines[0]!.failures.load = failsToLoad('unsupported');
    choosePhotoFile(element);
    await reaches(element, 'unsupported');
    await element.updateComplete;
    expect(element.querySelector('[slot=unsupported]')!.checkVisibility()).toBe(true);
    element.clear();
    expect(element.phase).toBe('unsupported');
  });

  it('is told so at the first act', async () => {
    const element = await mountTag({ loading: 'eager' });
    engines[0]!.failures.load = failsToLoad('unsupported');
    await reaches(element, 'unsupported');
    expect(await frameText(element)).toContain(en.errors.unsupported.message);
  });
});

describe('without a connection', () => {
  it('a first visit says so, and resumes by itself', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const element = await mountTag({ loading: 'eager' });
    engines[0]!.failures.load = failsToLoad('model-unavailable');
    choosePhotoFile(element);
    await reaches(element, 'error');
    expect(await frameText(element)).toContain(en.offline.message);
    expect(element.matches(':state(offline)')).toBe(true);
    delete engines[0]!.failures.load;
    onLine.mockReturnValue(true);
    dispatchEvent(new Event('online'));
    await reaches(element, 'done');
    await element.updateComplete;
    expect(element.matches(':state(offline)')).toBe(false);
  });
});

describe('unload()', () => {
  it('gives the engine back, keeps the picture, and the next act makes another', async () => {
    const element = await mountDone();
    element.unload();
    expect(engines[0]!.disposed).toBe(true);
    expect(element.phase).toBe('done');
    expect(element.result).not.toBeNull();
    element.garmentSrc = 'coat.webp';
    await element.updateComplete;
    expect(engines).toHaveLength(1);
    element.dispatchEvent(new PointerEvent('pointerdown'));
    await expect.poll(() => engines[1]?.sources.at(-1)).toContain('coat.webp');
    await reaches(element, 'done');
  });
});

it('probe() asks the engine, and loads nothing', async () => {
  const element = await mountTag();
  expect(await element.probe()).toMatchObject({ supported: true, backend: 'wasm' });
  expect(engines[0]!.calls).toEqual([]);
});
