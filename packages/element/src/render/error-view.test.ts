import { errorCodes, TryOnError } from '@stylemap-tryon/sdk';
import { describe, expect, it } from 'vitest';
import { problemOf } from './error-view.js';
import { en } from '../words/locales/en.js';

describe('what the shopper reads about a failure', () => {
  it.each(errorCodes)('for %s is the text of its code', (code) => {
    expect(problemOf({ error: new TryOnError(code, ''), subject: 'photo' }, en)).toBe(en.errors[code]);
  });

  it('does not blame the photo for a broken product picture', () => {
    expect(problemOf({ error: new TryOnError('not-an-image', ''), subject: 'product' }, en)).toBe(en.productPicture);
  });

  it('says so when the models cannot come because there is no connection', () => {
    const failure = { error: new TryOnError('model-unavailable', ''), subject: 'engine' } as const;
    expect(problemOf(failure, en, true)).toBe(en.offline);
    expect(problemOf(failure, en, false)).toBe(en.errors['model-unavailable']);
  });

  it('keeps the words of other product failures', () => {
    expect(problemOf({ error: new TryOnError('no-product', ''), subject: 'product' }, en)).toBe(en.errors['no-product']);
  });
});
