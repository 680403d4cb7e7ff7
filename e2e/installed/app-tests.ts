import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { installApp, makeApp } from './make-app.js';
import { watchPage } from './page-watch.js';
import { runProgram } from './run-program.js';
import type { Served } from './serve-folder.js';
import { completeTryOn } from './try-on.js';

interface AppOptions {
  /** Serves the built app. */
  serve: (folder: string) => Promise<Served>;
  /** Whether the app has a type check, the script `check`. */
  typed?: boolean;
  /** Whether the tag is in the page that the server sends, before any script runs. */
  serverRendered?: boolean;
}

/** The tests of an app of `apps/`: it is installed, built, checked and used in a fresh folder outside of the workspace. */
export function testApp(name: string, { serve, typed = false, serverRendered = false }: AppOptions): void {
  test.describe.serial(name, () => {
    let folder: string;
    test.beforeAll(async () => {
      folder = await makeApp(name);
    });
    test.afterAll(() => rm(folder, { recursive: true }));

    test('installs and builds', async () => {
      await installApp(folder);
      await runProgram(folder, 'npm', 'run', 'build');
    });

    test('completes a try-on with MediaPipe', async ({ page }, testInfo) => {
      const served = await serve(folder);
      try {
        const complaints = watchPage(page, [served.origin, served.assetOrigin ?? served.origin]);
        const response = await page.goto(served.origin);
        expect((await response!.text()).includes('<stylemap-tryon')).toBe(serverRendered);
        await completeTryOn(page);
        await page.screenshot({ path: testInfo.outputPath(`${name}.png`), fullPage: true });
        expect(complaints).toEqual([]);
      } finally {
        await served.close();
      }
    });

    if (typed)
      test('passes strict type checks without a declaration of its own', async () => {
        await runProgram(folder, 'npm', 'run', 'check');
      });
  });
}
