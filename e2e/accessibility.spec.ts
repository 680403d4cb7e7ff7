/** The tag in each of its states, held against WCAG 2.2 A and AA and axe's best practices. Where the page is on the tag's side, so is axe. */
import type { Locator, Page } from '@playwright/test';
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

const looks: Parameters<Page['emulateMedia']>[0][] = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { colorScheme: 'dark', forcedColors: 'active' },
];

/** axe in light, dark and forced colours; nothing wider than a narrow phone, with letters twice as large too. */
async function expectAccessible(page: Page): Promise<void> {
  for (const look of looks) {
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
    expect(await violations(page, 'main'), JSON.stringify(look)).toEqual([]);
  }
  const viewport = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  for (const fontSize of ['', '200%']) {
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), fontSize);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), fontSize).toBeLessThanOrEqual(320);
    expect(await cutOff(page), fontSize).toEqual([]);
  }
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: 'reduce' });
}

/** Buttons and texts of the tag that reach out of its frame. */
const cutOff = (page: Page) =>
  page.locator('stylemap-tryon').evaluate((tag) => {
    const root = tag.shadowRoot!;
    const frame = root.querySelector('.frame')!.getBoundingClientRect();
    const room = root.querySelector('.room')?.shadowRoot?.querySelectorAll('button, h2') ?? [];
    return [...root.querySelectorAll('.frame button, .frame p, .frame h2'), ...room].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('[popover], .visually-hidden')) return [];
      // What scrolls is cut off only if its panel is.
      const panel = element.closest('.panel, .room') ?? (element.getRootNode() as ShadowRoot).host;
      const scrolls = panel !== tag && panel.scrollHeight > panel.clientHeight;
      const { left, right, top, bottom } = (scrolls ? panel : element).getBoundingClientRect();
      const inside = left >= frame.left - 1 && right <= frame.right + 1 && top >= frame.top - 1 && bottom <= frame.bottom + 1;
      return inside ? [] : [`${element.localName} ${element.textContent!.trim()}`];
    });
  });

async function openOutfitPage(page: Page, origin: string): Promise<Locator> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${origin}/pages/outfit.html`);
  await page.getByRole('button', { name: 'Choose a photo' }).waitFor();
  return page.locator('stylemap-tryon');
}

test('tray, sliders and cart have no violation before a photo, in the question for consent, and in a browser that is too old', async ({
  page,
  origin,
}) => {
  const tag = await openOutfitPage(page, origin);
  await expectAccessible(page);
  await tag.evaluate((element) => element.setAttribute('consent', 'required'));
  await page.getByRole('button', { name: 'Choose a photo' }).click();
  await page.getByRole('button', { name: 'Agree' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Not now' }).click();

  await tag.evaluate((element) => element.removeAttribute('consent'));
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await tag.locator('input#choose').setInputFiles(shopperPath);
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
});

test('so have a result with its menu, tips over an outfit, and a failure behind which it stays', async ({ page, origin }) => {
  const tag = await openOutfitPage(page, origin);
  const first = nextResult(page);
  await tag.locator('input#choose').setInputFiles(shopperPath);
  await first;
  await expectAccessible(page);
  await page.getByRole('button', { name: 'More' }).click();
  await expect(page.getByRole('button', { name: 'Save picture' })).not.toHaveAttribute('aria-disabled');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More' })).toBeFocused();

  await page.getByRole('button', { name: 'Look closer' }).click();
  await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeFocused();
  for (const look of looks) {
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
    expect(await violations(page, ofTheTag), JSON.stringify(look)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: 'reduce' });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Look closer' })).toBeFocused();

  for (const name of ['Navy chinos', 'Breton top']) {
    const next = nextResult(page);
    await page.getByRole('button', { name, exact: true }).click();
    await next;
  }
  await tag.locator('[part~="tips"]').waitFor();
  await expectAccessible(page);

  await page.route('**/no-such.webp', (route) => route.abort());
  await tag.evaluate((element) => element.setAttribute('garment-src', '/no-such.webp'));
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
});

test('a shelf has no violation, off and on', async ({ page, origin }) => {
  await page.goto(`${origin}/pages/shelf.html`);
  const toggle = page.getByRole('button', { name: 'Show on my photo' });
  await toggle.waitFor();
  await expectAccessible(page);
  await page.locator('stylemap-tryon input#choose').setInputFiles(shopperPath);
  await toggle.click();
  await page.getByRole('img', { name: 'Breton top, on your photo' }).waitFor({ timeout: 60_000 });
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
});

test('every control is large enough for a finger', async ({ page, origin }) => {
  const tag = await openOutfitPage(page, origin);
  const first = nextResult(page);
  await tag.locator('input#choose').setInputFiles(shopperPath);
  await first;
  await page.getByRole('button', { name: 'More' }).click();
  const small = await tag.evaluate((element) =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('button, input[type=range], .dial')].flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      return Math.min(width, height) < 44 ? [`${control.outerHTML.slice(0, 80)}: ${width} x ${height}`] : [];
    }),
  );
  expect(small).toEqual([]);
});

test('the keyboard goes from the first Tab to Add to bag', async ({ page, origin }) => {
  await openOutfitPage(page, origin);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const slider = (name: string) => page.getByRole('slider', { name, exact: true });
  const tabTo = async (control: Locator) => {
    await page.keyboard.press('Tab');
    await expect(control).toBeFocused();
  };
  /** Presses a key and waits for the picture that it leads to. */
  const pressAndWait = async (key: string) => {
    const result = nextResult(page);
    await page.keyboard.press(key);
    await result;
  };
  await tabTo(button('Choose a photo'));
  await tabTo(button('Navy chinos'));
  await tabTo(button('Breton top'));
  await tabTo(slider('Strength'));
  await tabTo(button('Add Sunset tee to bag'));
  await tabTo(button('Ada, in a terracotta tee'));
  await pressAndWait('Enter');
  await expect(button('Ada, in a terracotta tee')).toBeFocused();

  await page.locator('h1').click();
  await tabTo(slider('Compare before and after'));
  await tabTo(button('Look closer'));
  await tabTo(button('More'));
  await page.keyboard.press('Enter');
  await tabTo(button('Save picture'));
  await page.keyboard.press('Escape');
  await expect(button('More')).toBeFocused();
  if (await button('Dismiss').isVisible()) await tabTo(button('Dismiss'));
  await tabTo(button('Navy chinos'));
  await pressAndWait('Space');
  await expect(button('Navy chinos')).toBeFocused();
  await tabTo(button('Breton top'));
  await pressAndWait('Space');
  await tabTo(slider('Strength'));
  await pressAndWait('ArrowLeft');
  await tabTo(slider('Between Sunset tee and Breton top'));
  await tabTo(button('Add Sunset tee to bag'));
  await page.keyboard.press('Enter');
  // The form asks itself for what is missing.
  await expect(page.getByRole('textbox', { name: 'Size' })).toBeFocused();
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
