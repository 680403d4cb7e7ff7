import { readdirSync, readFileSync } from 'node:fs';
import { errorCodes } from '@stylemap-tryon/sdk';
import { describe, expect, it } from 'vitest';
import { StylemapTryonElement } from './stylemap-tryon-element.js';
import { localeNames } from './words/language-chunks.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const sources = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  .join('\n');

function found(pattern: RegExp): string[] {
  return [...new Set([...sources.matchAll(pattern)].flatMap(([, names]) => names!.split(/[\s,]+/)))].sort();
}

describe('the README lists', () => {
  it.each(StylemapTryonElement.observedAttributes)('the attribute %s', (attribute) => {
    expect(readme).toContain(`| \`${attribute}\``);
  });

  it.each(errorCodes)('the error code %s', (code) => {
    expect(readme).toContain(`| \`${code}\``);
  });

  it.each(localeNames)('the language %s', (locale) => {
    expect(readme.split('\n').find((line) => line.startsWith('| `locale`'))).toContain(`\`${locale}\``);
  });

  it.each(found(/\bpart="([^"]+)"/g))('the part %s', (part) => {
    expect(readme).toContain(`\`${part}\``);
  });

  it.each(found(/<slot name="([^"]+)"/g))('the slot %s', (slot) => {
    expect(readme).toContain(`| \`${slot}\``);
  });

  it.each(found(/var\((--tryon-[\w-]+)/g))('the custom property %s', (property) => {
    expect(readme).toContain(`| \`${property}\``);
  });
});
