/** Runs jobs one at a time in the order they came: onnxruntime-web sessions must not be created or run concurrently. */
export type JobQueue = <T>(job: () => Promise<T>) => Promise<T>;

export function createJobQueue(): JobQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = last.then(job);
    // The next job runs whether this one succeeds or not; its error belongs to its caller.
    last = result.catch(() => undefined);
    return result;
  };
}
