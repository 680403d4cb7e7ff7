#!/usr/bin/env node
/** Removes what no build of the present sources makes, as `tsc -b` leaves the output of a deleted or renamed source where it is. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The source of a path in dist/, from the package's folder; undefined for what the compiler does not emit. */
export function sourceOf(output) {
  const stem = /^dist\/(.+?)(?:\.d\.ts|\.js|\.js\.map)$/.exec(output)?.[1];
  return stem && `src/${stem}.ts`;
}

/** Outputs in dist/ with no source. Those of the bundler are among them: the build makes them again. */
export function findStaleOutputs(folder) {
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) return [];
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.tsbuildinfo'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((output) => {
      const source = sourceOf(output);
      return !source || source.endsWith('.test.ts') || !existsSync(join(folder, source));
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const packages = join(dirname(dirname(fileURLToPath(import.meta.url))), 'packages');
  for (const folder of readdirSync(packages).map((name) => join(packages, name)))
    for (const output of findStaleOutputs(folder)) rmSync(join(folder, output));
}
