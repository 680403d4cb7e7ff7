import type { Run } from '@stylemap-tryon/core';

/**
 * A run that lets the event loop turn before every stage. Promises alone never do: without this an abort message would wait
 * until the whole job is done, since wasm computes in one stretch.
 */
export function yieldingRun(run: Run): Run {
  return {
    timings: run.timings,
    async step(stage, fn) {
      await nextTask();
      return run.step(stage, fn);
    },
  };
}

/** A message to oneself: `setTimeout` is clamped to 4 ms when nested. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
