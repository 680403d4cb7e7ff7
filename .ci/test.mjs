#!/usr/bin/env node
/**
 * Runs every check of the repository and ends with one line, `N passed, N failed, N skipped`, summed from the reports that the runners
 * wrote. Needs nothing but Node: it sets the checkout up first. Names of parts as arguments run only those: `npm test -- unit e2e`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPython } from './python.mjs';
import { readJunitReport, readPlaywrightReport, readVitestReport } from './reports.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = join(root, 'test-results', 'reports');

/** `report` reads the counts that the runner wrote to `file`; a part without one is a single check that passes or fails. */
const parts = [
  { name: 'setup', command: [process.execPath, '.ci/setup.mjs', '--browser', '--training'] },
  { name: 'lint', command: [bin('eslint'), '.', '--max-warnings=0'] },
  { name: 'format', command: [bin('prettier'), '--check', '--log-level=warn', '.'] },
  { name: 'types', command: [bin('tsc'), '-b', ...testProjects()] },
  vitest('unit', 'node'),
  vitest('browser', 'browser'),
  playwright('e2e', 'e2e/playwright.config.ts'),
  playwright('installed', 'e2e/installed/playwright.config.ts'),
  {
    name: 'training',
    needs: { test: findPython, otherwise: 'no Python (or $STYLEMAP_PYTHON) has torch and pytest' },
    // Asked for when it is its turn: set-up may have installed it.
    command: () => [findPython(), '-m', 'pytest', 'models/training', '-q', `--junitxml=${reportPath('training')}`],
    report: readJunitReport,
  },
];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0)
  throw new TypeError(`Unknown part ${unknown.join(', ')}; there are ${parts.map(({ name }) => name).join(', ')}.`);

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const totals = { passed: 0, failed: 0, skipped: 0 };
const rows = [];
for (const part of parts) {
  if (chosen.length > 0 && part.name !== 'setup' && !chosen.includes(part.name)) continue;
  const startMs = Date.now();
  const counts = run(part);
  for (const key of Object.keys(totals)) totals[key] += counts[key];
  rows.push({ part: part.name, ...counts, seconds: Math.round((Date.now() - startMs) / 1000) });
  if (part.name === 'setup' && counts.failed > 0) break;
}
console.table(rows);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed > 0 ? 1 : 0;

function run({ name, command, needs, env, report }) {
  console.log(`\n== ${name}`);
  if (needs && !needs.test()) {
    console.log(`skipped: ${needs.otherwise}`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const file = reportPath(name);
  const [program, ...args] = typeof command === 'function' ? command() : command;
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env?.(file) } });
  if (!report) return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };

  const counts = report(file);
  if (!counts) return complain(name, { passed: 0, failed: 1, skipped: 0 }, 'wrote no report');
  if (counts.passed + counts.failed + counts.skipped === 0) return complain(name, { ...counts, failed: 1 }, 'ran nothing');
  if (status !== 0 && counts.failed === 0)
    return complain(name, { ...counts, failed: 1 }, `ended with ${status} though no test failed`);
  return counts;
}

function complain(name, counts, what) {
  console.error(`${name} ${what}: counted as a failure.`);
  return counts;
}

function vitest(name, project) {
  const file = reportPath(name);
  return {
    name,
    command: [bin('vitest'), 'run', `--project=${project}`, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    report: readVitestReport,
  };
}

function playwright(name, config) {
  return {
    name,
    command: [bin('playwright'), 'test', `--config=${config}`, '--reporter=list,json'],
    env: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
    report: readPlaywrightReport,
  };
}

function reportPath(name) {
  return join(reports, name);
}

/** Not npx, which would ask the registry for what is missing. */
function bin(name) {
  return join(root, 'node_modules', '.bin', name);
}

function testProjects() {
  return ['.', 'packages/core', 'packages/assets', 'packages/sdk', 'packages/element', 'packages/cli', 'models/evaluate'].map(
    (folder) => `${folder}/tsconfig.test.json`,
  );
}
