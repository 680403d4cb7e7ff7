/** Reads what the test runners wrote. Each returns the counts, or undefined where there is no readable report. */
import { readFileSync } from 'node:fs';

export function readVitestReport(file) {
  const report = readJson(file);
  if (!report) return undefined;
  // A file that fails while being imported holds no tests and is counted nowhere else.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export function readPlaywrightReport(file) {
  const report = readJson(file);
  if (!report) return undefined;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

export function readJunitReport(file) {
  const text = readText(file);
  const suites = [...(text ?? '').matchAll(/<testsuite\s([^>]*)>/g)].map(([, attributes]) => attributes);
  if (suites.length === 0) return undefined;
  const sum = (name) =>
    suites.reduce((total, attributes) => total + Number(new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1] ?? 0), 0);
  const failed = sum('failures') + sum('errors');
  return { passed: sum('tests') - failed - sum('skipped'), failed, skipped: sum('skipped') };
}

function readJson(file) {
  const text = readText(file);
  return text === undefined ? undefined : JSON.parse(text);
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
