import type { Page } from '@playwright/test';
import { expect, nextResult, shopperPath, test } from './fixtures.js';

async function openLoaderPage(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/pages/loader.html`);
  await expect(page.getByRole('button', { name: 'Choose a photo' })).toBeVisible();
}

const isDefined = (page: Page) => page.evaluate(() => customElements.get('stylemap-tryon') !== undefined);

test.describe('the loader', () => {
  test('draws the invitation in the place that the tag will have, and the tag takes it over', async ({ page, origin }) => {
    await openLoaderPage(page, origin);
    expect(await isDefined(page)).toBe(false);
    const frame = () => page.locator('stylemap-tryon .frame').boundingBox();
    const whole = () => page.locator('stylemap-tryon').boundingBox();
    const before = [await frame(), await whole()];
    const heading = await page.getByRole('heading').textContent();
    await page.locator('stylemap-tryon .frame').click({ position: { x: 5, y: 5 } });
    await expect.poll(() => isDefined(page)).toBe(true);
    await expect(page.getByRole('heading')).toHaveText(heading!);
    expect([await frame(), await whole()]).toEqual(before);
    await expect(page.getByRole('button', { name: 'Choose a photo' })).toHaveCount(1);
  });

  test('opens the file dialog at the first press, and the photo is tried on', async ({ page, origin }) => {
    await openLoaderPage(page, origin);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a photo' }).click();
    const dialog = await chooser;
    await expect.poll(() => isDefined(page)).toBe(true);
    const result = nextResult(page);
    await dialog.setFiles(shopperPath);
    expect(await result).toMatchObject({ widthPx: 900, heightPx: 1200 });
  });

  test('keeps the keyboard in its place', async ({ page, origin }) => {
    await openLoaderPage(page, origin);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Choose a photo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => isDefined(page)).toBe(true);
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('stylemap-tryon');
  });

  test('tries again when the tag could not be fetched', async ({ page, origin }) => {
    await openLoaderPage(page, origin);
    const failed = page.waitForEvent('requestfailed');
    await page.route('**/stylemap-tryon.js', (route) => route.abort());
    await page.locator('stylemap-tryon').dispatchEvent('pointerdown');
    await failed;
    await page.unrouteAll();
    await page.locator('stylemap-tryon').dispatchEvent('pointerdown');
    await expect.poll(() => isDefined(page)).toBe(true);
  });

  test('speaks the language of the page, and finds tags that come later', async ({ page, origin }) => {
    await openLoaderPage(page, origin);
    await page.evaluate(() => {
      const german = document.createElement('div');
      german.lang = 'de';
      german.append(document.createElement('stylemap-tryon'));
      document.body.append(german);
    });
    await expect(page.getByRole('button', { name: 'Foto auswählen' })).toBeVisible();
    expect(await isDefined(page)).toBe(false);
  });
});
