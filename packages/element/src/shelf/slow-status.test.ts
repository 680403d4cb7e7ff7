import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SlowStatus } from './slow-status.js';

let heard: string[];
let status: SlowStatus;

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  status = new SlowStatus(() => heard.push(status.text));
});

afterEach(() => void vi.useRealTimers());

it('says the first word at once, and of those that follow the latest', () => {
  for (const text of ['1', '2', '3']) status.say(text, false);
  expect(heard).toEqual(['1']);
  vi.advanceTimersByTime(5000);
  expect(heard).toEqual(['1', '3']);
  vi.advanceTimersByTime(5000);
  expect(heard).toEqual(['1', '3']);
});

it('says the last word at once', () => {
  status.say('1', false);
  status.say('12 of 12', true);
  expect(heard).toEqual(['1', '12 of 12']);
});

it('is silent once cleared', () => {
  for (const text of ['1', '2']) status.say(text, false);
  status.clear();
  vi.advanceTimersByTime(9000);
  expect(heard).toEqual(['1', '']);
});
