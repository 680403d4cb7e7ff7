/** A page of products, each shown on the shopper's own photo. */
import type { Page } from '@playwright/test';
import type { StylemapTryonElement } from 'stylemap-tryon';
import { expect, nextResult, shopperPath, test } from './fixtures.js';

async function openShelfPage(page: Page, origin: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${origin}/pages/shelf.html`);
  await page.getByRole('button', { name: 'Show on my photo' }).waitFor();
}

const shown = (page: Page) => page.locator('stylemap-garment').and(page.locator(':state(shown)'));

test('every product is shown on the photo that the shopper gives, by one worker', async ({ page, origin }) => {
  await openShelfPage(page, origin);
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Show on my photo' }).click();
  await (await dialog).setFiles(shopperPath);
  await expect(shown(page)).toHaveCount(8, { timeout: 90_000 });
  await expect(page.getByRole('status').filter({ hasText: '8 of 8 shown' })).toBeAttached();
  await expect(page.getByRole('img', { name: 'Breton top, on your photo' })).toBeVisible();
  // The links are the shop's own, and named for what they show.
  await expect(page.getByRole('link', { name: 'Tide tee, on your photo' })).toHaveAttribute('href', '#tide');
  const longEdges = await page
    .locator('stylemap-garment canvas')
    .evaluateAll((canvases) => canvases.map((canvas) => Math.max(...[canvas].map((each) => (each as HTMLCanvasElement).height))));
  expect(new Set(longEdges)).toEqual(new Set([640]));
  expect(page.workers()).toHaveLength(1);

  await page.getByRole('button', { name: 'Show on my photo' }).click();
  await expect(shown(page)).toHaveCount(0);
  await expect(page.getByRole('img', { name: 'Breton top', exact: true })).toBeVisible();
});

test("the shopper's own run is never behind a tile", async ({ page, origin }) => {
  await openShelfPage(page, origin);
  const tag = page.locator('stylemap-tryon');
  await tag.locator('input#choose').setInputFiles(shopperPath);
  await page.getByRole('button', { name: 'Show on my photo' }).click();
  await expect(shown(page).first()).toBeAttached();
  const result = nextResult(page);
  const before = await shown(page).count();
  await tag.evaluate((element: StylemapTryonElement) => {
    Object.assign(element, { garmentSrc: '/pictures/tee-sunset.webp', garmentType: 'top' });
  });
  await result;
  expect((await shown(page).count()) - before).toBeLessThanOrEqual(1);
  await expect(shown(page)).toHaveCount(8, { timeout: 60_000 });
});
