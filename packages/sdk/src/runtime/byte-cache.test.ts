import { expect, it } from 'vitest';
import { createBrowserCache } from './byte-cache.js';

it('is absent where there is no Cache API, as in Node and on plain http', () => {
  expect(createBrowserCache()).toBeUndefined();
});

it('is absent where a sandbox forbids to ask for it', () => {
  const refuse = () => {
    throw new DOMException('sandboxed', 'SecurityError');
  };
  Object.defineProperty(globalThis, 'caches', { get: refuse, configurable: true });
  try {
    expect(() => globalThis.caches).toThrow('sandboxed');
    expect(createBrowserCache()).toBeUndefined();
  } finally {
    Reflect.deleteProperty(globalThis, 'caches');
  }
});
