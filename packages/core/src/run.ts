import { createAbortError, isAbortError, TryOnError } from './errors.js';
import type { Stage } from './stages.js';
import { stageWeights } from './stages.js';

/** Progress of one run: `fraction` of the run's own stages, 0..1, never falling. */
export interface Progress {
  readonly stage: Stage;
  readonly fraction: number;
}

/** What core needs of `AbortSignal`; the platform's one fits. */
export interface AbortFlag {
  readonly aborted: boolean;
}

export interface RunOptions {
  readonly signal?: AbortFlag | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Milliseconds from any origin; `performance.now` on every platform. */
  readonly now: () => number;
}

export interface StageTiming {
  readonly stage: Stage;
  readonly ms: number;
}

/** Runs the stages of one job: abort, progress, timing and the error's stage live here and nowhere else. */
export interface Run {
  readonly timings: readonly StageTiming[];
  /** Checks for abort, runs `fn`, checks again; failures come out as a `TryOnError` that names the stage. */
  step<T>(stage: Stage, fn: () => T | Promise<T>): Promise<T>;
}

/** @param planned the stages this run will go through, for the progress fraction. */
export function createRun(planned: readonly Stage[], options: RunOptions): Run {
  const timings: StageTiming[] = [];
  const totalWeight = planned.reduce((sum, stage) => sum + stageWeights[stage], 0);
  let doneWeight = 0;
  const report = (stage: Stage) =>
    options.onProgress?.({ stage, fraction: totalWeight === 0 ? 1 : Math.min(1, doneWeight / totalWeight) });
  const throwIfAborted = () => {
    if (options.signal?.aborted) throw createAbortError();
  };

  return {
    timings,
    async step(stage, fn) {
      throwIfAborted();
      report(stage);
      const startMs = options.now();
      try {
        const value = await fn();
        throwIfAborted();
        timings.push({ stage, ms: options.now() - startMs });
        doneWeight += stageWeights[stage];
        report(stage);
        return value;
      } catch (error) {
        throw withStage(error, stage);
      }
    },
  };
}

function withStage(error: unknown, stage: Stage): unknown {
  if (isAbortError(error)) return error;
  if (error instanceof TryOnError) {
    return error.stage ? error : new TryOnError(error.code, error.message, stage, { cause: error.cause });
  }
  // Allocation failures arrive as RangeError from typed arrays and as RuntimeError from wasm.
  if (error instanceof RangeError && /alloc|array length|memory/i.test(error.message)) {
    return new TryOnError('out-of-memory', 'Not enough memory for this photo.', stage, { cause: error });
  }
  return new TryOnError('internal', `The ${stage} stage failed.`, stage, { cause: error });
}
