#!/usr/bin/env node
/**
 * Brings a checkout to the point where its commands work: dependencies, build, with `--browser` a Chromium, and with `--training` a Python
 * that has torch, where it can be had. Plain Node, as it runs before anything is installed; says nothing and needs no network when there is nothing to do.
 */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIsCurrent, stampBuild } from './build-stamp.mjs';
import { findChromium, installChromium } from './chromium.mjs';
import { dependenciesMatchLock } from './dependencies.mjs';
import { findPython, installPython } from './python.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  if (!dependenciesMatchLock(root)) installDependencies();
  if (!buildIsCurrent(root)) build();
  if (process.argv.includes('--browser') && !(await findChromium())) {
    console.log('Installing Chromium ...');
    installChromium();
    if (!(await findChromium())) throw new Error('Chromium was installed but not found; set CHROMIUM_PATH to its executable.');
  }
  if (process.argv.includes('--training') && !findPython()) {
    console.log("Installing Python's torch ...");
    tryToInstallPython();
  }
} catch (error) {
  console.error(`Set-up failed: ${error.message}`);
  process.exitCode = 1;
}

function installDependencies() {
  console.log('Installing dependencies ...');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    // Both would fetch binaries from outside the registry; neither is used.
    ONNXRUNTIME_NODE_INSTALL: 'skip',
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  });
}

/** Nothing else needs it: without it the tests of the training are skipped, and counted. */
function tryToInstallPython() {
  try {
    installPython();
  } catch (error) {
    console.log(`No Python with torch: ${error.message}`);
  }
}

function build() {
  console.log('Building ...');
  npm(['run', '--silent', 'build']);
  stampBuild(root);
}

function npm(args, env = {}) {
  const { status, error } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) throw error;
  if (status !== 0) throw new Error(`\`npm ${args.join(' ')}\` ended with ${status}.`);
}
