import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readJunitReport, readPlaywrightReport, readVitestReport } from './reports.mjs';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(content: string): string {
  const file = join(folder, 'report');
  writeFileSync(file, content);
  return file;
}

describe('the report readers', () => {
  it('count a test file that could not be imported as a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 0,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
      ],
    };
    expect(readVitestReport(fileWith(JSON.stringify(report)))).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('count a flaky test and an error outside any test as failures', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
    expect(readPlaywrightReport(fileWith(JSON.stringify(report)))).toEqual({ passed: 4, failed: 3, skipped: 2 });
  });

  it('sum the suites of a JUnit report, errors as failures', () => {
    const suite = '<testsuite name="pytest" errors="1" failures="1" skipped="2" tests="9" time="1.0">';
    expect(readJunitReport(fileWith(`<?xml version="1.0"?><testsuites name="all">${suite}</testsuite></testsuites>`))).toEqual({
      passed: 5,
      failed: 2,
      skipped: 2,
    });
  });

  it('return nothing where the runner left no report', () => {
    expect(readVitestReport(join(folder, 'missing'))).toBeUndefined();
    expect(readPlaywrightReport(join(folder, 'missing'))).toBeUndefined();
    expect(readJunitReport(join(folder, 'missing'))).toBeUndefined();
  });
});
