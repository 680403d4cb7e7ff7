import { defineConfig } from '@playwright/test';
import { chromiumArgs, requireChromium } from '../.ci/chromium.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  testIgnore: 'installed/**',
  outputDir: '../test-results/e2e',
  forbidOnly: true,
  retries: 0,
  // Inference fills the cores; tests beside each other would only time each other out.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: await requireChromium(), args: chromiumArgs },
  },
});
