import { errorCodes, TryOnError } from '@stylemap-tryon/sdk';
import { describe, expect, it } from 'vitest';
import { problemOf } from './error-view.js';
import { locales } from '../words/strings.js';

const { en } = locales;

describe('what the shopper reads about a failure', () => {
  it.each(errorCodes)('for %s is the text of its code', (code) => {
    expect(problemOf({ error: new TryOnError(code, ''), subject: 'photo' }, en)).toBe(en.errors[code]);
  });

  it('does not blame the photo for a broken product picture', () => {
    expect(problemOf({ error: new TryOnError('not-an-image', ''), subject: 'product' }, en)).toBe(en.productPicture);
  });

  it('keeps the words of other product failures', () => {
    expect(problemOf({ error: new TryOnError('no-product', ''), subject: 'product' }, en)).toBe(en.errors['no-product']);
  });
});
