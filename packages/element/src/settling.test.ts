import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Settling } from './settling.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a hand that keeps moving is at rest once, in the end', () => {
  const onRest = vi.fn();
  const settling = new Settling(onRest);
  for (let move = 0; move < 10; move += 1) {
    settling.move();
    vi.advanceTimersByTime(100);
  }
  expect(onRest).not.toHaveBeenCalled();
  vi.advanceTimersByTime(50);
  expect(onRest).toHaveBeenCalledTimes(1);
});

it('what is stopped never comes to rest', () => {
  const onRest = vi.fn();
  const settling = new Settling(onRest);
  settling.move();
  settling.stop();
  vi.runAllTimers();
  expect(onRest).not.toHaveBeenCalled();
});
