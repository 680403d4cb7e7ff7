import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clothingClasses, jointNames } from '@stylemap-tryon/core';
import { describe, expect, it } from 'vitest';
import { ccpGroups, ccpIgnored, classesOfTags, unknown } from './ccp-labels.mjs';
import { heldOutEvery, heldOutGroups, isHeldOutPhoto, thinOut } from './held-out.mjs';
import { kindOfGroup, kindsOfPrefixes } from './recolour-pairs.mjs';

const training = join(import.meta.dirname, '../training/garment_parser');

/**
 * A constant of dicts, tuples, strings and numbers, read as JSON.
 * @param {string} file
 * @param {string} name
 */
function pythonConstant(file, name) {
  const source = readFileSync(join(training, file), 'utf8');
  const match = new RegExp(`^${name} = (\\{.*?^\\}|\\(.*?\\)(?=$|  #)|\\S+$)`, 'ms').exec(source);
  if (!match?.[1]) throw new Error(`${file} has no ${name}`);
  return JSON.parse(
    match[1]
      .replaceAll('(', '[')
      .replaceAll(')', ']')
      .replace(/,(?=\s*[\]}])/g, ''),
  );
}

/** @param {Readonly<Record<string, readonly string[]>>} groups */
const sorted = (groups) => Object.entries(groups).map(([name, tags]) => [name, [...tags].sort()]);

describe('the tables are those of the training', () => {
  it('classes', () => {
    expect([...clothingClasses]).toEqual(pythonConstant('config.py', 'CLASSES'));
  });

  it('joints', () => {
    expect([...jointNames]).toEqual(pythonConstant('landmarks.py', 'JOINTS'));
  });

  it('tags of street photos', () => {
    expect(sorted(ccpGroups)).toEqual(sorted(pythonConstant('labels.py', 'CCP_GROUPS')));
    expect(ccpIgnored).toEqual(pythonConstant('labels.py', 'CCP_IGNORED'));
  });

  it('garments of studio photos', () => {
    expect(kindsOfPrefixes).toEqual(pythonConstant('labels.py', 'STUDIO_GARMENTS'));
  });

  it('held-out share', () => {
    expect(heldOutEvery).toBe(pythonConstant('labels.py', 'HELD_OUT_EVERY'));
  });
});

describe('tags', () => {
  it('become classes, the unsure ones unknown', () => {
    expect([...classesOfTags(['null', 'skirt', 'tights', 'watch'])]).toEqual([0, 5, unknown, 8]);
  });

  it('of no class are refused', () => {
    expect(() => classesOfTags(['null', 'spacesuit'])).toThrow(/spacesuit/);
  });
});

describe('what is held out', () => {
  it('is every tenth photo and every tenth group in the order of their names', () => {
    expect(['0010', '0015', '1000'].filter(isHeldOutPhoto)).toEqual(['0010', '1000']);
    const groups = Array.from({ length: 21 }, (_, i) => `g${String(i).padStart(2, '0')}`);
    expect([...heldOutGroups([...groups, ...groups].reverse())]).toEqual(['g00', 'g10', 'g20']);
  });

  it('is thinned out evenly', () => {
    expect(thinOut([0, 1, 2, 3, 4, 5], 3)).toEqual([0, 2, 4]);
    expect(thinOut([0, 1], Infinity)).toEqual([0, 1]);
  });
});

it('the kind of a group is in the letters of its name', () => {
  expect(['msh07_main', 'ms06_main', 'wj07'].map(kindOfGroup)).toEqual(['bottom', 'top', 'outerwear']);
  expect(() => kindOfGroup('hat01_main')).toThrow(/hat01/);
});
