import { expect, it } from 'vitest';
import { setStates, stateNames } from './custom-states.js';

it('the states are the phase, the room and what holds', () => {
  const flags = { 'has-photo': true, 'has-result': false, offline: true };
  expect(stateNames('working', null, flags)).toEqual(['working', 'has-photo', 'offline']);
  expect(stateNames('done', 'consent', { ...flags, 'has-result': true, offline: false })).toEqual([
    'done',
    'consent',
    'has-photo',
    'has-result',
  ]);
});

it('a state that no longer holds is taken out, one that still does is left in', () => {
  const states = new Set(['idle', 'offline']);
  setStates(states, ['done', 'offline']);
  expect([...states]).toEqual(['offline', 'done']);
});

it('a browser without these names is no error', () => {
  class Refusing extends Set<string> {
    override add(): this {
      throw new SyntaxError('--name is wanted');
    }
  }
  const states = new Refusing();
  expect(() => setStates(states, ['done'])).not.toThrow();
  expect(states.size).toBe(0);
});
