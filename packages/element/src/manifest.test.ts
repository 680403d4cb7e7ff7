import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backendChoices, loadingModes } from './attributes.js';
import { StylemapTryonElement } from './stylemap-tryon-element.js';

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
const tag = manifest.modules.flatMap(({ declarations }) => declarations)[0]!;
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
  it('has one tag, in files that are there', () => {
    expect(manifest.modules.flatMap(({ declarations }) => declarations).map(({ tagName }) => tagName)).toEqual([
      'stylemap-tryon',
    ]);
    for (const { path } of manifest.modules) expect(() => read(`../${path}`)).not.toThrow();
  });

  it('has the attributes that the element observes, which are those of the README', () => {
    expect(namesOf(tag.attributes)).toEqual([...StylemapTryonElement.observedAttributes].sort());
    expect(namesOf(tag.attributes)).toEqual(readmeTable('Attributes'));
  });

  it('has every property of the element and no other', () => {
    const own = Object.getOwnPropertyDescriptors(StylemapTryonElement.prototype);
    const accessors = Object.keys(own).filter((name) => own[name]?.get);
    const declared = [...StylemapTryonElement.elementProperties.keys()];
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
    expect(namesOf(tag.events)).toEqual(found(/\bdispatch\([^,]+, '([\w-]+)'/g));
    expect(namesOf(tag.events)).toEqual(readmeTable('Events'));
    for (const { name, type } of tag.events) expect(sources).toContain(`'${name}': ${type.text};`);
  });

  it('has the slots, parts and custom properties of the templates and styles', () => {
    expect(namesOf(tag.slots)).toEqual(found(/<slot name="([^"]+)"/g));
    expect(namesOf(tag.slots)).toEqual(readmeTable('Slots'));
    expect(namesOf(tag.cssParts)).toEqual(found(/\bpart="([^"]+)"/g));
    expect(namesOf(tag.cssProperties)).toEqual(found(/var\((--tryon-[\w-]+)/g));
    expect(namesOf(tag.cssProperties)).toEqual(readmeTable('Styling'));
  });

  it('gives the defaults of custom properties that the styles give', () => {
    for (const { name, default: value } of tag.cssProperties.filter((property) => property.default !== undefined))
      expect(sources).toContain(`var(${name}, ${value})`);
  });

  it('describes everything', () => {
    const all = [...tag.attributes, ...tag.members, ...tag.events, ...tag.slots, ...tag.cssParts, ...tag.cssProperties];
    expect(all.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
  });
});
