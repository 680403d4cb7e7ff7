import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, findChromium } from './.ci/chromium.mjs';

// Undefined only where no browser is installed: then the Node project still runs, and the browser project says what it misses.
const executablePath = await findChromium();

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'packages/*/src/**/*.test.ts',
            '.ci/**/*.test.ts',
            'e2e/**/*.test.ts',
            'models/evaluate/**/*.test.mjs',
            'examples/**/*.test.mjs',
          ],
          exclude: ['**/*.browser.test.ts'],
          // Real networks in wasm on two cores, beside other work.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Found while a test runs, a dependency would be bundled then and the page loaded anew in the middle of it.
        optimizeDeps: {
          include: [
            '@mediapipe/tasks-vision',
            '@mediapipe/tasks-vision/vision_wasm_module_internal.js',
            'image-size',
            'lit',
            'lit/async-directive.js',
            'lit/directive.js',
            'lit/directives/live.js',
            'onnxruntime-web/wasm',
            'onnxruntime-web/webgpu',
          ],
        },
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.browser.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({ launchOptions: { ...(executablePath && { executablePath }), args: chromiumArgs } }),
          },
        },
      },
    ],
  },
});
