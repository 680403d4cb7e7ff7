import { hemLengths, sleeveLengths, type GarmentAttributes, type KnownAttributes } from '@stylemap-tryon/core';

const flag = [true, false] as const;

/** Every attribute and its values. */
const allowed: { readonly [Name in keyof GarmentAttributes]: readonly GarmentAttributes[Name][] } = {
  sleeve: sleeveLengths,
  length: hemLengths,
  legs: flag,
  worn: flag,
};

/** Here and not in the client, which the tag has in it. @throws TypeError that names the attribute */
export function checkedAttributes(attributes: KnownAttributes | undefined): KnownAttributes {
  if (attributes === undefined) return {};
  if (typeof attributes !== 'object' || attributes === null) throw new TypeError('attributes is an object.');
  for (const [name, value] of Object.entries(attributes)) {
    const values: readonly unknown[] | undefined = Object.hasOwn(allowed, name)
      ? allowed[name as keyof GarmentAttributes]
      : undefined;
    if (!values) throw new TypeError(`attributes has no ${name}, only ${Object.keys(allowed).join(', ')}.`);
    if (value !== undefined && !values.includes(value)) {
      throw new TypeError(`attributes.${name} is one of ${values.join(', ')}, not ${String(value)}.`);
    }
  }
  return { ...attributes };
}
