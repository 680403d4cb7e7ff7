import type { Strings } from './strings.js';

/** Any part of the words. */
export type StringsPart = PartOf<Strings>;

type PartOf<T> = {
  readonly [Key in keyof T]?: T[Key] extends string | ((...args: never[]) => string) ? T[Key] : PartOf<T[Key]>;
};

/**
 * Words of the page over those of the language.
 * @throws TypeError that names a key that there is not, or that has another type
 */
export function layOver(strings: Strings, part: StringsPart, path = 'strings'): Strings {
  const merged: Record<string, unknown> = { ...strings };
  for (const [key, value] of Object.entries(part)) {
    const former = (strings as unknown as Record<string, unknown>)[key];
    const name = `${path}.${key}`;
    if (former === undefined) throw new TypeError(`${name} is none of the words.`);
    if (typeof value !== typeof former) throw new TypeError(`${name} is a ${typeof former}, not a ${typeof value}.`);
    merged[key] = typeof former === 'object' ? layOver(former as Strings, value as StringsPart, name) : value;
  }
  return merged as unknown as Strings;
}
