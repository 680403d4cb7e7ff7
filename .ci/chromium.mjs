/**
 * Finds the Chromium that the browser tests drive. A system browser by path is used rather than Playwright's own download, because that
 * download is not reachable from every network; one that is already there is accepted.
 */
import { accessSync, constants } from 'node:fs';
import { installPackages } from './apt.mjs';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Needed by every launch: headless containers run as root, and SwiftShader's WebGPU adapter hides behind the second flag. */
export const chromiumArgs = ['--no-sandbox', '--enable-unsafe-webgpu'];

/** @returns {Promise<string | undefined>} path of an executable browser */
export async function findChromium() {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted) {
    if (isExecutable(wanted)) return wanted;
    throw new Error(`CHROMIUM_PATH is ${wanted}, which is not an executable file.`);
  }
  return systemPaths.find(isExecutable) ?? (await findPlaywrightChromium());
}

/** As `findChromium`, but absence is an error that says what to do. */
export async function requireChromium() {
  const path = await findChromium();
  if (path) return path;
  throw new Error(
    'No Chromium found. Run `node .ci/setup.mjs --browser`, or set CHROMIUM_PATH to a Chromium or Chrome executable.',
  );
}

/** Installs Debian's chromium package. Throws with instructions where that is impossible. */
export function installChromium() {
  const manual = 'Install Chromium by hand, or set CHROMIUM_PATH to a Chromium or Chrome executable.';
  try {
    installPackages(['chromium']);
  } catch (error) {
    throw new Error(`Chromium is missing. ${error.message} ${manual}`, { cause: error });
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function findPlaywrightChromium() {
  // Plain set-up runs before node_modules exists.
  const playwright = await import('playwright').catch(() => undefined);
  const path = playwright?.chromium.executablePath();
  return path && isExecutable(path) ? path : undefined;
}
