import { expect, it } from 'vitest';
import { createBrowserCache } from './byte-cache.js';

it('is absent where there is no Cache API, as in Node and on plain http', () => {
  expect(createBrowserCache()).toBeUndefined();
});
