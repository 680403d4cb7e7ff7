import { expect, it } from 'vitest';
import { createJobQueue } from './job-queue.js';

it('runs jobs one at a time in the order they came', async () => {
  const enqueue = createJobQueue();
  const log: string[] = [];
  const job = (name: string, turns: number) => () =>
    (async () => {
      log.push(`${name} starts`);
      for (let i = 0; i < turns; i++) await Promise.resolve();
      log.push(`${name} ends`);
      return name;
    })();
  const results = await Promise.all([enqueue(job('a', 9)), enqueue(job('b', 0)), enqueue(job('c', 3))]);
  expect(results).toEqual(['a', 'b', 'c']);
  expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
});

it('goes on after a job that failed, and gives the error to its caller only', async () => {
  const enqueue = createJobQueue();
  const failing = enqueue(() => Promise.reject(new Error('first')));
  const next = enqueue(() => Promise.resolve('second'));
  await expect(failing).rejects.toThrow('first');
  await expect(next).resolves.toBe('second');
});
