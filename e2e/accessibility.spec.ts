/** The tag in each of its states, held against WCAG 2.2 A and AA and axe's best practices. Where the page is on the tag's side, so is axe. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, nextResult, shopperPath, test } from './fixtures.js';

const ofTheTag = 'stylemap-tryon';

test('the demo shop has no violation before a photo, on phones and on wide screens', async ({ page, storefrontUrl }) => {
  await page.goto(storefrontUrl);
  await page.locator('stylemap-tryon[garment-src] .sample-model').first().waitFor();
  for (const widthPx of [390, 1280]) {
    await page.setViewportSize({ width: widthPx, height: 900 });
    expect(await violations(page, 'body')).toEqual([]);
  }
});

test('the tag has no violation while it works, when it is done and when it failed, in light and dark', async ({
  page,
  storefrontUrl,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(storefrontUrl);
  const models = page.locator('stylemap-tryon .sample-model');

  // Held before the models arrive, so that the busy state stays for as long as it takes to look at it.
  let release: (() => void) | undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/weights/decoder.onnx', async (route) => {
    await released;
    await route.continue();
  });
  const result = nextResult(page);
  await models.first().click();
  await page.getByRole('progressbar').waitFor();
  expect(await violations(page, ofTheTag)).toEqual([]);

  release!();
  await result;
  await page.getByRole('slider').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page, ofTheTag)).toEqual([]);
  }

  await page.locator('stylemap-tryon').evaluate((tag) => tag.setAttribute('src', '/no-such-photo.webp'));
  await page.getByRole('alert').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page, ofTheTag)).toEqual([]);
  }
});

test('a sample model can be chosen with the keyboard alone, and keeps the place there', async ({ page, storefrontUrl }) => {
  await page.goto(storefrontUrl);
  const choices = page.getByRole('group', { name: 'No photo at hand? Try it on one of these' }).getByRole('button');
  const [first, second] = [choices.nth(0), choices.nth(1)];
  await first.focus();
  await page.keyboard.press('Tab');
  await expect(second).toBeFocused();

  const result = nextResult(page);
  await page.keyboard.press('Space');
  await result;
  await expect(second).toBeFocused();
  await expect(second).toHaveAttribute('aria-pressed', 'true');
  await expect(first).toHaveAttribute('aria-pressed', 'false');

  const own = nextResult(page);
  await page.locator('stylemap-tryon input#choose').setInputFiles(shopperPath);
  await own;
  await expect(second).toHaveAttribute('aria-pressed', 'false');
});

test('axe sees into the tag', async ({ page, storefrontUrl }) => {
  await page.goto(storefrontUrl);
  await page
    .locator('stylemap-tryon .sample-model img')
    .first()
    .evaluate((image) => image.removeAttribute('alt'));
  expect((await violations(page, ofTheTag)).join('\n')).toContain('image-alt');
});

/** `rule: element` for each violation at or under the selector. */
async function violations(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (scope) => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(scope);
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  }, selector);
}
