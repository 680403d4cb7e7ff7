import type { TryOnOptions } from '@stylemap-tryon/sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeTryOn } from '../../test/fake-try-on.js';
import { acquireEngine, replaceEngineFactory } from './engine-registry.js';

const key = { assetBase: undefined, backend: 'auto' } as const;
let created: { engine: FakeTryOn; options: TryOnOptions }[] = [];
let restore: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  created = [];
  restore = replaceEngineFactory((options) => {
    const engine = new FakeTryOn();
    created.push({ engine, options });
    return engine;
  });
});

afterEach(() => {
  restore();
  vi.useRealTimers();
});

describe('the engines of a page', () => {
  it('are shared by all tags with the same assets and backend', () => {
    const leases = Array.from({ length: 20 }, () => acquireEngine(key));
    expect(created).toHaveLength(1);
    expect(new Set(leases.map(({ engine }) => engine)).size).toBe(1);
  });

  it('are separate for other assets or another backend', () => {
    acquireEngine(key);
    acquireEngine({ ...key, backend: 'wasm' });
    acquireEngine({ ...key, assetBase: 'https://cdn.example/assets/' });
    expect(created.map(({ options }) => options)).toEqual([
      { backend: 'auto' },
      { backend: 'wasm' },
      { backend: 'auto', assetBase: 'https://cdn.example/assets/' },
    ]);
  });

  it('live on while one tag holds them', () => {
    const first = acquireEngine(key);
    acquireEngine(key);
    first.release();
    first.release();
    vi.advanceTimersByTime(60_000);
    expect(created[0]?.engine.disposed).toBe(false);
  });

  it('outlive a change of page, then go', () => {
    acquireEngine(key).release();
    vi.advanceTimersByTime(29_000);
    const again = acquireEngine(key);
    vi.advanceTimersByTime(60_000);
    expect(again.engine).toBe(created[0]?.engine);
    expect(created[0]?.engine.disposed).toBe(false);

    again.release();
    vi.advanceTimersByTime(30_000);
    expect(created[0]?.engine.disposed).toBe(true);
    acquireEngine(key);
    expect(created).toHaveLength(2);
  });
});
