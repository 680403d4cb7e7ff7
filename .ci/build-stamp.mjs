/** Tells whether the build is that of the present sources: a hash over their contents, kept beside the dependencies. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the build reads. */
const inputs = [
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'rollup.config.mjs',
  '.ci/served-files.mjs',
  '.ci/legal-files.mjs',
  '.ci/stale-outputs.mjs',
  'LICENSE',
  'NOTICE',
  'third-party',
  'models/manifest.json',
  'models/weights',
  'models/fixtures/self-check.json',
  'packages',
];

/** What the build leaves last; missing after `npm run clean` or in a fresh clone. */
const outputs = [
  'packages/core/dist/index.js',
  'packages/assets/dist/index.js',
  'packages/assets/public/manifest.json',
  'packages/assets/public/stylemap-tryon.js',
  'packages/assets/public/stylemap-shelf.js',
  'packages/assets/public/integrity.json',
  'packages/sdk/dist/client/index.js',
  'packages/cli/dist/index.js',
  'packages/element/dist/index.js',
  'packages/element/dist/bundle.js',
  'packages/element/THIRD-PARTY-NOTICES.txt',
];

const ignoredFolders = new Set(['dist', 'public', 'node_modules']);

export function buildIsCurrent(root) {
  const stamp = stampPath(root);
  return (
    existsSync(stamp) && readFileSync(stamp, 'utf8') === hashInputs(root) && outputs.every((path) => existsSync(join(root, path)))
  );
}

export function stampBuild(root) {
  const stamp = stampPath(root);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hashInputs(root));
}

function stampPath(root) {
  return join(root, 'node_modules', '.cache', 'stylemap-tryon', 'build-stamp');
}

function hashInputs(root) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => listFiles(root, input))) {
    hash.update(`${path}\0`);
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function listFiles(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .filter((name) => !ignoredFolders.has(name))
    .sort()
    .flatMap((name) => listFiles(root, join(path, name)));
}
