import { describe, expect, it } from 'vitest';
import { TryOnError } from './errors.js';
import type { Progress } from './run.js';
import { createRun } from './run.js';

const clock = () => {
  let ms = 0;
  return () => (ms += 5);
};

describe('createRun', () => {
  it('reports progress that never falls and ends at 1', async () => {
    const seen: Progress[] = [];
    const run = createRun(['mask', 'transfer'], { now: clock(), onProgress: (progress) => seen.push(progress) });
    await run.step('mask', () => 1);
    await run.step('transfer', () => Promise.resolve(2));
    const fractions = seen.map((progress) => progress.fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(run.timings).toEqual([
      { stage: 'mask', ms: 5 },
      { stage: 'transfer', ms: 5 },
    ]);
  });

  it('stops before a stage and after it once aborted', async () => {
    const signal = { aborted: false };
    const run = createRun(['mask'], { now: clock(), signal });
    await expect(
      run.step('mask', () => {
        signal.aborted = true;
      }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    let started = false;
    await expect(run.step('align', () => (started = true))).rejects.toMatchObject({ name: 'AbortError' });
    expect(started).toBe(false);
  });

  it('names the stage of a typed error and keeps its code', async () => {
    const run = createRun(['mask'], { now: clock() });
    const failing = run.step('mask', () => {
      throw new TryOnError('no-garment', 'none');
    });
    await expect(failing).rejects.toMatchObject({ code: 'no-garment', stage: 'mask' });
  });

  it('turns a failed allocation into out-of-memory and anything else into internal, with the cause', async () => {
    const run = createRun(['composite'], { now: clock() });
    const fail = (error: Error) =>
      run.step('composite', () => {
        throw error;
      });
    await expect(fail(new RangeError('Array buffer allocation failed'))).rejects.toMatchObject({ code: 'out-of-memory' });
    const cause = new Error('boom');
    await expect(fail(cause)).rejects.toMatchObject({ code: 'internal', stage: 'composite', cause });
  });
});
