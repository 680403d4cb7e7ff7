import { describe, expect, it } from 'vitest';
import type { ConsentMode } from '../attributes.js';
import { ConsentGate } from './consent.js';

function gateOf(mode: ConsentMode) {
  const log: string[] = [];
  const state = { granted: false };
  const gate = new ConsentGate({ mode: () => mode, isGranted: () => state.granted, ask: () => log.push('asked') });
  return { gate, log, state };
}

describe('the gate before a photo', () => {
  it('is open where no consent is required', () => {
    const { gate, log } = gateOf('none');
    gate.pass(() => log.push('photo'));
    expect(log).toEqual(['photo']);
  });

  it('lets the last act through once the answer is yes', () => {
    const { gate, log, state } = gateOf('required');
    gate.pass(() => log.push('file'));
    gate.pass(() => log.push('camera'));
    expect(log).toEqual(['asked', 'asked']);
    state.granted = true;
    gate.open();
    gate.open();
    expect(log).toEqual(['asked', 'asked', 'camera']);
    gate.pass(() => log.push('file'));
    expect(log.at(-1)).toBe('file');
  });

  it('forgets the act when the answer is no', () => {
    const { gate, log } = gateOf('required');
    gate.pass(() => log.push('file'));
    gate.refuse();
    gate.open();
    expect(log).toEqual(['asked']);
  });
});
