import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.js';
import { tarballs } from './tarballs.js';

const pictures = join(import.meta.dirname, '../../examples/assets');

interface PackageJson {
  dependencies: Record<string, string>;
  overrides?: Record<string, string>;
}

/** Copies an app of `apps/` out of the workspace, gives it the picture of a product and points it at the tarballs. @returns its folder */
export async function makeApp(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `stylemap-tryon-${name}-`));
  await cp(join(import.meta.dirname, 'apps', name), folder, { recursive: true });
  await cp(join(pictures, 'tee-sunset.webp'), join(folder, 'public/pictures/tee-sunset.webp'));
  // Browsers ask every origin for one, and a shop has it.
  await cp(join(pictures, 'tee-sunset.webp'), join(folder, 'public/favicon.ico'));

  const packagePath = join(folder, 'package.json');
  const packageJson = JSON.parse(await readFile(packagePath, 'utf8')) as PackageJson;
  await writeFile(packagePath, JSON.stringify(withTarballs(packageJson), undefined, 2));
  return folder;
}

/** The overrides stand for the registry, where our packages would find each other by version. */
function withTarballs(packageJson: PackageJson): PackageJson {
  const files = Object.entries(tarballs()).map(([name, path]) => [name, `file:${path}`] as const);
  const direct = files.filter(([name]) => name in packageJson.dependencies);
  const indirect = files.filter(([name]) => !(name in packageJson.dependencies));
  return {
    ...packageJson,
    dependencies: { ...packageJson.dependencies, ...Object.fromEntries(direct) },
    overrides: Object.fromEntries(indirect),
  };
}

/** The cache of the user is shared by all apps, and saves what a former run has fetched. */
export async function installApp(folder: string): Promise<void> {
  await runProgram(folder, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund');
}
