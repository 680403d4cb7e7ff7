import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backendChoices, loadingModes } from './attributes.js';
import { StylemapGarmentElement } from './stylemap-garment-element.js';
import { StylemapShelfElement } from './stylemap-shelf-element.js';
import { StylemapTryonElement } from './stylemap-tryon-element.js';
import { trackNames } from './tracking.js';

interface Described {
  readonly name: string;
  readonly description?: string;
}

interface Typed extends Described {
  readonly type: { readonly text: string };
}

interface Tag {
  readonly tagName: string;
  readonly attributes: readonly (Typed & { readonly fieldName: string })[];
  readonly members: readonly (Typed & { readonly kind: 'field' | 'method' })[];
  readonly events: readonly Typed[];
  readonly slots: readonly Described[];
  readonly cssParts: readonly Described[];
  readonly cssProperties: readonly (Described & { readonly default?: string })[];
}

interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Tag[] }[];
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const manifest = JSON.parse(read('../dist/custom-elements.json')) as Manifest;
const tags = manifest.modules.flatMap(({ declarations }) => declarations);
const tag = tags.find(({ tagName }) => tagName === 'stylemap-tryon')!;
const garment = tags.find(({ tagName }) => tagName === 'stylemap-garment')!;
const shelf = tags.find(({ tagName }) => tagName === 'stylemap-shelf')!;
const elements = [
  { name: 'the try-on', tag, element: StylemapTryonElement },
  { name: 'a garment', tag: garment, element: StylemapGarmentElement },
  { name: 'a shelf', tag: shelf, element: StylemapShelfElement },
];
const readme = read('../README.md');
const sources = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => read(name))
  .join('\n');

const namesOf = (items: readonly Described[]) => items.map(({ name }) => name).sort();

/** Every match in the source of the element: what it really has. */
function found(pattern: RegExp): string[] {
  return [...new Set([...sources.matchAll(pattern)].flatMap(([, names]) => names!.split(/[\s,]+/)))].sort();
}

/** First column of the README's table under a heading. */
function readmeTable(heading: string): string[] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const firstTable =
    section
      .trim()
      .split('\n\n')
      .find((block) => block.startsWith('|')) ?? '';
  return [...firstTable.matchAll(/^\| `([^`(]+)/gm)].map(([, name]) => name!).sort();
}

describe('the manifest', () => {
  it('has the public tags, in files that are there', () => {
    expect(tags.map(({ tagName }) => tagName).sort()).toEqual(['stylemap-garment', 'stylemap-shelf', 'stylemap-tryon']);
    for (const { path } of manifest.modules) expect(() => read(`../${path}`)).not.toThrow();
  });

  it.each(elements)('has the attributes that $name observes', ({ tag, element }) => {
    expect(namesOf(tag.attributes)).toEqual([...element.observedAttributes].sort());
  });

  it('has the attributes of the README', () => {
    expect(namesOf(tag.attributes)).toEqual(readmeTable('Attributes'));
    expect(namesOf(garment.attributes)).toEqual(readmeTable('Garments to wear with it'));
    expect(namesOf(shelf.attributes)).toEqual(readmeTable('A shelf of products'));
  });

  it.each(elements)('has every property of $name and no other', ({ tag, element }) => {
    const own = Object.getOwnPropertyDescriptors(element.prototype);
    const accessors = Object.keys(own).filter((name) => own[name]?.get);
    const declared = [...element.elementProperties.keys()];
    const fields = tag.members.filter(({ kind }) => kind === 'field');
    expect(namesOf(fields)).toEqual([...new Set([...declared, ...accessors])].sort());
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(tag.attributes.map(({ fieldName }) => fieldName)));
  });

  it('has as methods and properties without attribute those of the README', () => {
    const attributeFields = tag.attributes.map(({ fieldName }) => fieldName);
    const members = tag.members.filter(({ name }) => !attributeFields.includes(name));
    expect(namesOf(members)).toEqual(readmeTable('Methods and properties'));
  });

  it('spells out keywords', () => {
    const typeOf = (name: string) => tag.attributes.find((attribute) => attribute.name === name)?.type.text;
    const union = (keywords: readonly string[]) => keywords.map((keyword) => `'${keyword}'`).join(' | ');
    expect(typeOf('loading')).toBe(union(loadingModes));
    expect(typeOf('backend')).toBe(union(backendChoices));
  });

  it('has the events that are dispatched, with their types', () => {
    expect(namesOf(tag.events)).toEqual(found(/\bdispatch(?:Act)?\([^,]+, '([\w-]+)'/g));
    expect(namesOf(tag.events)).toEqual(readmeTable('Events'));
    for (const { name, type } of tag.events) expect(sources).toContain(`'${name}': ${type.text};`);
  });

  it('has the slots, parts and custom properties of the templates and styles', () => {
    const ofAll = (itemsOf: (each: Tag) => readonly Described[]) => [...new Set(namesOf(tags.flatMap(itemsOf)))].sort();
    expect(ofAll(({ slots }) => slots)).toEqual(found(/<slot name="([^"]+)"/g));
    expect(ofAll(({ slots }) => slots)).toEqual(readmeTable('Slots'));
    expect(ofAll(({ cssParts }) => cssParts)).toEqual(found(/\bpart="([^"]+)"/g));
    expect(namesOf(tag.cssProperties)).toEqual(found(/var\((--tryon-[\w-]+)/g));
    expect(namesOf(tag.cssProperties)).toEqual(readmeTable('Styling'));
  });

  it('has in the README the names that are tracked', () => {
    expect([...trackNames].sort()).toEqual(readmeTable('Analytics'));
  });

  it('gives the defaults of custom properties that the styles give', () => {
    for (const { name, default: value } of tag.cssProperties.filter((property) => property.default !== undefined))
      expect(sources).toContain(`var(${name}, ${value})`);
  });

  it.each(elements)('describes everything of $name', ({ tag }) => {
    const all = [...tag.attributes, ...tag.members, ...tag.events, ...tag.slots, ...tag.cssParts, ...tag.cssProperties];
    expect(all.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
  });
});
