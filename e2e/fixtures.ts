/** What every spec starts from: the servers, pages with the sdk loaded, and a watch over what leaves the machine. */
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import type { TryonResultDetail } from 'stylemap-tryon';
import { startServer } from '../examples/serve.mjs';
import { startTestServer } from './server.mjs';

export const shopperPath = join(import.meta.dirname, '../examples/assets/shopper-test.webp');
/** As the test server names them. */
export const shopperUrl = '/pictures/shopper-test.webp';
export const topUrl = '/pictures/top-breton.webp';
export const otherTopUrl = '/pictures/tee-sunset.webp';

interface WorkerFixtures {
  /** Origin of the test server: packages, test pages, pictures. */
  origin: string;
  /** Origin of the example server, as `npm start` runs it. */
  storefrontUrl: string;
}

interface TestFixtures {
  /** A page with the sdk on it and no engine yet. */
  enginePage: Page;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  origin: [
    async ({}, use) => {
      const server = await startTestServer();
      await use(server.origin);
      await server.close();
    },
    { scope: 'worker' },
  ],
  storefrontUrl: [
    async ({}, use) => {
      const server = await startServer({ port: 0 });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  enginePage: async ({ page, origin }, use) => {
    await openEnginePage(page, origin);
    await use(page);
  },
});

export { expect };

export function openEnginePage(page: Page, origin: string): Promise<void> {
  return openPage(page, `${origin}/pages/engine.html`);
}

/** Opens a test page and waits until its script has run. */
export async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('html[data-ready]').waitFor();
}

/** What the tag's next `tryon-result` tells. Call before causing it. */
export function nextResult(page: Page) {
  return page.locator('stylemap-tryon').evaluate(
    (tag) =>
      new Promise<Pick<TryonResultDetail, 'receipt'> & { widthPx: number; heightPx: number }>((resolve, reject) => {
        tag.addEventListener('tryon-error', (event) => reject((event as CustomEvent<{ error: Error }>).detail.error), {
          once: true,
        });
        tag.addEventListener(
          'tryon-result',
          (event) => {
            const { receipt, result } = (event as CustomEvent<TryonResultDetail>).detail;
            resolve({ receipt, widthPx: result.widthPx, heightPx: result.heightPx });
          },
          { once: true },
        );
      }),
  );
}
