import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface LockedPackage {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

/** Where Node would look for a dependency of the package at this path. */
function isLocked(from: string, name: string): boolean {
  const path = `${from ? `${from}/` : ''}node_modules/${name}`;
  if (lock.packages[path]) return true;
  if (!from) return false;
  const parent = from.lastIndexOf('/node_modules/');
  return isLocked(parent < 0 ? '' : from.slice(0, parent), name);
}

// `npm ci` refuses a lock file without them, on every platform; npm writes one where its registry lacks a package.
it('locks the binaries of every platform', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

// Whoever installs asks the registry of their own configuration; .npmrc keeps npm from writing it down.
it('names no registry', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved && /^https?:/.test(resolved))).toEqual([]);
});
