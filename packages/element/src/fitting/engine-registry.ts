import type { BackendChoice, TryOn, TryOnOptions } from '@stylemap-tryon/sdk';
import { createTryOn } from '@stylemap-tryon/sdk';

export interface EngineKey {
  /** Absolute URL, or `undefined` for the assets beside the script. */
  readonly assetBase: string | undefined;
  readonly backend: BackendChoice;
}

/** A share in an engine. */
export interface EngineLease {
  readonly engine: TryOn;
  /** Idempotent. Without other holders the engine ends after a while, or at once. */
  release(options?: { readonly atOnce?: boolean }): void;
}

export type EngineFactory = (options: TryOnOptions) => TryOn;

interface Entry {
  readonly engine: TryOn;
  holders: number;
  idleTimer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * How long an engine without tags is kept: sessions are the costly thing, and a shop that routes on the client takes the tag
 * off one product page and puts it on the next.
 */
const idleMs = 30_000;

const entries = new Map<string, Entry>();
let createEngine: EngineFactory = createTryOn;

/** All tags of a page with the same assets and backend share one worker. Creating an engine downloads nothing yet. */
export function acquireEngine(key: EngineKey): EngineLease {
  const name = `${key.backend} ${key.assetBase ?? ''}`;
  let entry = entries.get(name);
  if (!entry) {
    entry = { engine: createEngine(engineOptions(key)), holders: 0, idleTimer: undefined };
    entries.set(name, entry);
  }
  entry.holders += 1;
  clearTimeout(entry.idleTimer);
  return leaseOf(name, entry);
}

/** For tests and for hosts that bring an engine of their own. Returns what restores the former factory. */
export function replaceEngineFactory(factory: EngineFactory): () => void {
  const former = createEngine;
  createEngine = factory;
  return () => {
    createEngine = former;
    disposeAll();
  };
}

function leaseOf(name: string, entry: Entry): EngineLease {
  let held = true;
  return {
    engine: entry.engine,
    release({ atOnce = false } = {}) {
      if (!held) return;
      held = false;
      entry.holders -= 1;
      if (entry.holders > 0) return;
      const end = () => {
        entries.delete(name);
        entry.engine.dispose();
      };
      if (atOnce) end();
      else entry.idleTimer = setTimeout(end, idleMs);
    },
  };
}

function disposeAll(): void {
  for (const entry of entries.values()) {
    clearTimeout(entry.idleTimer);
    entry.engine.dispose();
  }
  entries.clear();
}

function engineOptions({ assetBase, backend }: EngineKey): TryOnOptions {
  return assetBase === undefined ? { backend } : { assetBase, backend };
}
