import { expect, it } from 'vitest';

it('is imported on a server without touching a document', async () => {
  expect(typeof document).toBe('undefined');
  const { StylemapTryonElement } = await import('./index.js');
  const element = new StylemapTryonElement();
  expect(element.phase).toBe('idle');
  expect(element.loading).toBe('interaction');
});

it('survives being defined twice, as with two copies of the script on a page', async () => {
  const { defineStylemapTryon } = await import('./define.js');
  expect(() => {
    defineStylemapTryon();
    defineStylemapTryon();
  }).not.toThrow();
});
