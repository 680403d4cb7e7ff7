import { defineConfig } from '@playwright/test';
import { chromiumArgs, requireChromium } from '../../.ci/chromium.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/installed',
  globalSetup: './pack.ts',
  forbidOnly: true,
  retries: 0,
  // An app waits for the disk and the registry half of its time; the other half another one computes.
  workers: 2,
  // Includes the installation and the build of an app.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: await requireChromium(), args: chromiumArgs },
  },
});
