import { describe, expect, it } from 'vitest';
import { layOver, type StringsPart } from './lay-over.js';
import { en } from './locales/en.js';

describe('words of the page', () => {
  it('replace those of the language, at any depth, and leave the others', () => {
    const own = layOver(en, { title: 'On me', errors: { internal: { message: 'Sorry.' } }, mix: (one) => one });
    expect(own.title).toBe('On me');
    expect(own.errors.internal).toEqual({ ...en.errors.internal, message: 'Sorry.' });
    expect(own.mix('a', 'b')).toBe('a');
    expect(own.cancel).toBe(en.cancel);
    expect(en.title).not.toBe('On me');
  });

  it.each([
    [{ titel: 'On me' }, 'strings.titel'],
    [{ title: 7 }, 'strings.title'],
    [{ errors: { internal: 'No.' } }, 'strings.errors.internal'],
    [{ errors: { internal: { text: 'No.' } } }, 'strings.errors.internal.text'],
    [{ mix: 'a and b' }, 'strings.mix'],
  ])('%j is misuse that is named', (part, name) => {
    expect(() => layOver(en, part as StringsPart)).toThrow(new RegExp(`^${name.replaceAll('.', '\\.')} `));
  });
});
