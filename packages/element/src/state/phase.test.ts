import { TryOnError } from '@stylemap-tryon/sdk';
import { describe, expect, it } from 'vitest';
import type { Outcome, TryonAction, TryonState } from './phase.js';
import { initialState, isBusy, reduce, shownOutcome } from './phase.js';

const photo = 'https://shop.example/shopper.webp';
const outcome = { warnings: ['garment-small'] } as unknown as Outcome;
const nextOutcome = { warnings: [] } as unknown as Outcome;
const failure = { error: new TryOnError('no-person', 'Nobody.'), subject: 'photo' } as const;

function after(...actions: TryonAction[]): TryonState {
  return actions.reduce(reduce, initialState);
}

const setPhoto: TryonAction = { type: 'photo-set', photo };
const start: TryonAction = { type: 'run-started', stage: 'load', isChecked: false };
const progress = (stage: 'load' | 'segment' | 'transfer', fraction: number): TryonAction => ({
  type: 'run-progressed',
  progress: { stage, fraction },
});

describe('the state of a try-on', () => {
  it('starts idle without a photo', () => {
    expect(initialState).toEqual({ phase: 'idle', photo: undefined });
  });

  it('does not run without a photo', () => {
    expect(after(start)).toBe(initialState);
  });

  it('is loading while models load, checking until the person is ready, and working then', () => {
    expect(after(setPhoto, start).phase).toBe('loading');
    expect(after(setPhoto, start, progress('load', 0.3)).phase).toBe('loading');
    expect(after(setPhoto, start, progress('segment', 0.4)).phase).toBe('checking');
    expect(after(setPhoto, start, progress('segment', 0.4), { type: 'photo-checked' }).phase).toBe('working');
    expect(after(setPhoto, { type: 'run-started', stage: 'decode', isChecked: true }).phase).toBe('working');
  });

  it('is unsupported for good', () => {
    const error = new TryOnError('unsupported', 'No WebAssembly.');
    const state = after(setPhoto, start, { type: 'failed', failure: { error, subject: 'engine' } });
    expect(state).toEqual({ phase: 'unsupported', photo });
    expect(reduce(state, { type: 'photo-cleared' })).toBe(state);
  });

  it('never lets the progress fall', () => {
    const state = after(setPhoto, start, progress('load', 0.5), progress('segment', 0.2));
    expect(isBusy(state) && state.progress).toEqual({ stage: 'segment', fraction: 0.5 });
  });

  it('ends a run with its outcome', () => {
    const state = after(setPhoto, start, { type: 'run-succeeded', outcome });
    expect(state).toEqual({ phase: 'done', photo, outcome });
  });

  it('keeps the former result on screen while the next garment is fitted', () => {
    const state = after(setPhoto, start, { type: 'run-succeeded', outcome }, start);
    expect(state.phase).toBe('loading');
    expect(shownOutcome(state)).toBe(outcome);
    expect(shownOutcome(reduce(state, { type: 'run-succeeded', outcome: nextOutcome }))).toBe(nextOutcome);
  });

  it('drops the result with the photo it belongs to', () => {
    const state = after(setPhoto, start, { type: 'run-succeeded', outcome }, { type: 'photo-set', photo: 'other.webp' });
    expect(state).toEqual({ phase: 'idle', photo: 'other.webp' });
  });

  it('returns to the former result when a run is cancelled', () => {
    const state = after(setPhoto, start, { type: 'run-succeeded', outcome }, start, { type: 'run-cancelled' });
    expect(state).toEqual({ phase: 'done', photo, outcome });
  });

  it('returns to the photo when the first run is cancelled', () => {
    expect(after(setPhoto, start, { type: 'run-cancelled' })).toEqual({ phase: 'idle', photo });
  });

  it('keeps photo and former result behind a failure, and takes them up again on retry', () => {
    const failed = after(setPhoto, start, { type: 'run-succeeded', outcome }, start, { type: 'failed', failure });
    expect(failed).toEqual({ phase: 'error', photo, previous: outcome, failure });
    expect(shownOutcome(reduce(failed, start))).toBe(outcome);
  });

  it('can fail before there is a photo', () => {
    expect(after({ type: 'failed', failure }).phase).toBe('error');
  });

  it('ignores what comes late', () => {
    const done = after(setPhoto, start, { type: 'run-succeeded', outcome });
    for (const late of [
      progress('transfer', 0.9),
      { type: 'run-cancelled' },
      { type: 'run-succeeded', outcome: nextOutcome },
    ] satisfies TryonAction[]) {
      expect(reduce(done, late)).toBe(done);
    }
  });

  it('dismisses hints without touching the pictures', () => {
    const state = after(setPhoto, start, { type: 'run-succeeded', outcome }, { type: 'hints-dismissed' });
    expect(shownOutcome(state)?.warnings).toEqual([]);
    expect(outcome.warnings).toEqual(['garment-small']);
  });

  it('forgets everything when the photo is removed', () => {
    expect(after(setPhoto, start, { type: 'photo-cleared' })).toBe(initialState);
  });
});
