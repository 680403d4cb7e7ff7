import { TryOnError } from '@stylemap-tryon/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeTryOn } from '../../test/fake-try-on.js';
import { FittingError } from './fitting-error.js';
import type { FittingRequest } from './fitting-session.js';
import { FittingSession } from './fitting-session.js';
import type { Piece } from './outfit.js';

const shirt: Piece = { source: 'shirt.webp', type: 'top', mix: undefined };
const coat: Piece = { ...shirt, source: 'coat.webp' };
const jeans: Piece = { source: 'jeans.webp', type: 'bottom', mix: undefined };

let engine: FakeTryOn;
let session: FittingSession;

beforeEach(() => {
  engine = new FakeTryOn();
  session = new FittingSession(() => engine);
});

function request(overrides: Partial<FittingRequest> = {}): FittingRequest {
  return {
    photo: 'photo-a.webp',
    pieces: [shirt],
    shape: 'product',
    strength: 1,
    maxResultPixels: undefined,
    signal: new AbortController().signal,
    ...overrides,
  };
}

describe('a fitting session', () => {
  it('loads, prepares both sides and dresses, with one progress from 0 to 1', async () => {
    const fractions: number[] = [];
    await session.fit(request({ onProgress: ({ fraction }) => fractions.push(fraction) }));
    expect(engine.calls).toEqual(['load', 'preparePerson', 'prepareGarment', 'dress']);
    expect(fractions[0]).toBe(0);
    expect(fractions.at(-1)).toBeCloseTo(1, 12);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  });

  it('ends its progress at 1 even when the engine skipped stages', async () => {
    const { dress } = engine;
    engine.dress = (person, garment, { signal } = {}) => dress.call(engine, person, garment, { signal });
    const fractions: number[] = [];
    await session.fit(request({ onProgress: ({ fraction }) => fractions.push(fraction) }));
    expect(fractions.at(-1)).toBe(1);
  });

  it('prepares the person once for many garments', async () => {
    await session.fit(request());
    await session.fit(request({ pieces: [coat] }));
    expect(engine.calls.filter((call) => call === 'preparePerson')).toHaveLength(1);
  });

  it('only dresses when it comes back to a garment', async () => {
    await session.fit(request());
    await session.fit(request({ pieces: [coat] }));
    engine.calls.length = 0;
    await session.fit(request());
    expect(engine.calls).toEqual(['dress']);
  });

  it('keeps a garment that was prepared while the photo failed', async () => {
    engine.failures.preparePerson = new TryOnError('no-person', 'For this test.');
    await expect(session.fit(request())).rejects.toMatchObject({ failure: { subject: 'photo' } });
    delete engine.failures.preparePerson;
    await expect.poll(() => engine.liveHandles).toBe(1);
    await session.fit(request());
    expect(engine.calls.filter((call) => call === 'prepareGarment')).toHaveLength(1);
  });

  it('prepares a garment again for another type', async () => {
    await session.fit(request());
    await session.fit(request({ pieces: [{ ...shirt, type: 'outerwear' }] }));
    expect(engine.calls.filter((call) => call === 'prepareGarment')).toHaveLength(2);
  });

  it('prepares nothing again for another strength', async () => {
    await session.fit(request());
    engine.calls.length = 0;
    await session.fit(request({ strength: 0.4 }));
    expect(engine.calls).toEqual(['dress']);
    expect(engine.strengths).toEqual([1, 0.4]);
  });

  it('dresses in the shape that is asked for, one piece or several', async () => {
    await session.fit(request({ shape: 'worn' }));
    await session.fit(request({ shape: 'worn', pieces: [shirt, { ...shirt, source: 'jeans.webp' }] }));
    expect(engine.shapes).toEqual(['worn', 'worn', 'worn']);
  });

  it('keeps a bounded number of garments and gives the oldest back', async () => {
    for (let index = 0; index < 20; index += 1)
      await session.fit(request({ pieces: [{ ...shirt, source: `shirt-${index}.webp` }] }));
    expect(engine.liveHandles).toBe(1 + 12);
  });

  it('dresses several pieces in one call, each prepared once, with one progress', async () => {
    const fractions: number[] = [];
    await session.fit(request({ pieces: [shirt, jeans], onProgress: ({ fraction }) => fractions.push(fraction) }));
    expect(engine.calls).toEqual(['load', 'preparePerson', 'prepareGarment', 'prepareGarment', 'dressOutfit']);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    engine.calls.length = 0;
    const { result } = await session.fit(request({ pieces: [jeans] }));
    expect(engine.calls).toEqual(['dress']);
    expect(result).toHaveProperty('kind');
  });

  it('mixes two of a kind', async () => {
    await session.fit(request({ pieces: [{ ...shirt, mix: { source: 'coat.webp', type: 'top', amount: 0.3 } }] }));
    expect(engine.calls.filter((call) => call === 'prepareGarment')).toHaveLength(2);
    expect(engine.mixes).toEqual([0.3]);
  });

  it('tells when the person is ready, and knows whose photo that is', async () => {
    const phases: string[] = [];
    const asked = request({ onPerson: () => phases.push('person'), onProgress: ({ stage }) => phases.push(stage) });
    expect(session.hasPerson(asked)).toBe(false);
    await session.fit(asked);
    expect(phases.indexOf('person')).toBeLessThan(phases.indexOf('transfer'));
    expect(session.hasPerson(asked)).toBe(true);
    expect(session.hasPerson(request({ photo: 'photo-b.webp' }))).toBe(false);
    expect(session.hasPerson(request({ maxResultPixels: 4 }))).toBe(false);
  });

  it('gives the person back when another photo comes', async () => {
    await session.fit(request());
    await session.fit(request({ photo: 'photo-b.webp' }));
    expect(engine.liveHandles).toBe(2);
  });

  it('gives everything back on release and starts afresh afterwards', async () => {
    await session.fit(request());
    session.release();
    expect(engine.liveHandles).toBe(0);
    engine.calls.length = 0;
    await session.fit(request());
    expect(engine.calls).toEqual(['load', 'preparePerson', 'prepareGarment', 'dress']);
  });

  it('does not load what somebody else has loaded', async () => {
    session.markLoaded();
    expect(session.loaded).toBe(true);
    await session.fit(request());
    expect(engine.calls.filter((call) => call === 'load')).toHaveLength(0);
  });

  it.each([
    ['load', 'model-unavailable', 'engine'],
    ['preparePerson', 'not-an-image', 'photo'],
    ['prepareGarment', 'not-an-image', 'product'],
    ['dress', 'no-garment', 'photo'],
  ] as const)('says what a failure of %s is about', async (call, code, subject) => {
    const error = new TryOnError(code, 'For this test.');
    engine.failures[call] = error;
    await expect(session.fit(request())).rejects.toMatchObject({ failure: { error, subject } });
  });

  it('reports a foreign exception as a defect with its cause', async () => {
    const cause = new RangeError('surprise');
    engine.prepareGarment = () => Promise.reject(cause);
    const failed = await session.fit(request()).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(FittingError);
    expect((failed as FittingError).failure.error).toMatchObject({ code: 'internal', cause });
  });

  it('lets a cancelled run reject with the AbortError itself, and keeps what was prepared', async () => {
    const abort = new AbortController();
    engine.heldCall = 'dress';
    const fitting = session.fit(request({ signal: abort.signal }));
    const rejection = expect(fitting).rejects.toMatchObject({ name: 'AbortError' });
    while (!engine.calls.includes('dress')) await new Promise((resolve) => setTimeout(resolve));
    abort.abort();
    await rejection;
    engine.proceed();
    engine.calls.length = 0;
    await session.fit(request());
    expect(engine.calls).toEqual(['dress']);
  });

  it('prepares everything anew after the engine was lost', async () => {
    await session.fit(request());
    engine.failures.dress = new TryOnError('engine-lost', 'For this test.');
    await expect(session.fit(request())).rejects.toBeInstanceOf(FittingError);
    delete engine.failures.dress;
    engine.calls.length = 0;
    await session.fit(request());
    expect(engine.calls).toEqual(['load', 'preparePerson', 'prepareGarment', 'dress']);
  });
});
