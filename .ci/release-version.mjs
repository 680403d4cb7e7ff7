/** `npm run version`: the version step of a release. Changesets knows package.json and CHANGELOG.md; what else carries the version follows here. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = (program, ...args) => execFileSync(program, args, { cwd: root, stdio: 'inherit' });

run(join(root, 'node_modules/.bin/changeset'), 'version');

const { version } = JSON.parse(readFileSync(join(root, 'packages/sdk/package.json'), 'utf8'));
const source = join(root, 'packages/sdk/src/shared/version.ts');
const constant = /(sdkVersion = ')[^']+/;
const code = readFileSync(source, 'utf8');
if (!constant.test(code)) throw new Error(`${source} has no sdkVersion.`);
writeFileSync(source, code.replace(constant, `$1${version}`));

run('npm', 'install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund');
