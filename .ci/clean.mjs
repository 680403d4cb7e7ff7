/** Removes what build and tests made; dependencies stay. */
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { legalFiles } from './legal-files.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = readdirSync(join(root, 'packages')).flatMap((name) =>
  ['dist', ...legalFiles].map((made) => join('packages', name, made)),
);
for (const path of [...built, 'packages/assets/public', 'test-results', 'node_modules/.cache/stylemap-tryon'])
  rmSync(join(root, path), { recursive: true, force: true });
