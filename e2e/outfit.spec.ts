/** The tag with garments to wear with the product, sliders and a menu. */
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { StylemapTryonElement } from 'stylemap-tryon';
import { expect, nextResult, shopperPath, shopperUrl, test } from './fixtures.js';

const stagesOf = ({ receipt }: Awaited<ReturnType<typeof nextResult>>) => receipt.stages.map(({ stage }) => stage);

/** With a photo tried on. */
async function openOutfitPage(page: Page, origin: string, photo = shopperPath): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${origin}/pages/outfit.html`);
  const result = nextResult(page);
  await page.locator('stylemap-tryon input#choose').setInputFiles(photo);
  await result;
}

/** Presses a button and waits for the picture that it leads to. */
async function pressAndWait(page: Page, name: string) {
  const result = nextResult(page);
  await page.getByRole('button', { name, exact: true }).click();
  return result;
}

/** SHA-256 of the result on screen. */
const resultHash = (page: Page) =>
  page.locator('stylemap-tryon').evaluate(async (tag) => {
    const { data } = (tag as StylemapTryonElement).result!.imageData;
    const digest = await crypto.subtle.digest('SHA-256', data as Uint8ClampedArray<ArrayBuffer>);
    return [...new Uint8Array(digest)].join();
  });

/** How many pixels of the result differ from the photo, in its masks and outside of all of them. */
const differenceFromPhoto = (page: Page) =>
  page.locator('stylemap-tryon').evaluate(async (tag, photoUrl) => {
    const { imageData, masks } = (tag as StylemapTryonElement).result!;
    const { width, height, data } = imageData;
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.drawImage(await createImageBitmap(await (await fetch(photoUrl)).blob()), 0, 0);
    const photo = context.getImageData(0, 0, width, height).data;
    const inMask = new Uint8Array(width * height);
    for (const { xPx, yPx, widthPx, heightPx, alpha } of masks)
      for (let y = 0; y < heightPx; y++)
        for (let x = 0; x < widthPx; x++) if (alpha[y * widthPx + x]) inMask[(yPx + y) * width + xPx + x] = 1;
    const changed = { inside: 0, outside: 0, masks: masks.length };
    for (let i = 0; i < width * height; i++)
      if ([0, 1, 2].some((channel) => photo[i * 4 + channel] !== data[i * 4 + channel]))
        changed[inMask[i] ? 'inside' : 'outside'] += 1;
    return changed;
  }, shopperUrl);

test('an outfit changes its two garments, and no pixel outside of both', async ({ page, origin }) => {
  await openOutfitPage(page, origin);
  const alone = await differenceFromPhoto(page);
  expect(alone).toMatchObject({ masks: 1, outside: 0 });
  await pressAndWait(page, 'Navy chinos');
  const both = await differenceFromPhoto(page);
  expect(both).toMatchObject({ masks: 2, outside: 0 });
  expect(both.inside).toBeGreaterThan(alone.inside);
});

test('a strength of 0 is the photo to the bit, and a drag costs one run', async ({ page, origin }) => {
  await openOutfitPage(page, origin);
  const slider = page.getByRole('slider', { name: 'Strength' });
  const results = await page.locator('stylemap-tryon').evaluateHandle((tag) => {
    const seen: Event[] = [];
    tag.addEventListener('tryon-result', (event) => seen.push(event));
    return seen;
  });
  const result = nextResult(page);
  await slider.evaluate((input: HTMLInputElement) => {
    for (const percent of [70, 30, 0]) {
      input.value = String(percent);
      input.dispatchEvent(new Event('input'));
    }
  });
  expect(stagesOf(await result)).toEqual(['composite']);
  expect(await differenceFromPhoto(page)).toMatchObject({ inside: 0, outside: 0 });
  expect(await results.evaluate((seen) => seen.length)).toBe(1);
});

test('the two ends of a mix are the two garments', async ({ page, origin }) => {
  await openOutfitPage(page, origin);
  const tee = await resultHash(page);
  await pressAndWait(page, 'Breton top');
  const half = await resultHash(page);
  const slider = page.getByRole('slider', { name: 'Between Sunset tee and Breton top' });
  const mixAt = async (key: string) => {
    const result = nextResult(page);
    await slider.press(key);
    await result;
    return resultHash(page);
  };
  expect(await mixAt('Home')).toBe(tee);
  const breton = await mixAt('End');
  expect(new Set([tee, half, breton]).size).toBe(3);

  const alone = nextResult(page);
  await page.locator('stylemap-tryon').evaluate((tag: StylemapTryonElement) => {
    tag.querySelector('stylemap-garment[mix]')!.remove();
    tag.garmentSrc = '/pictures/top-breton.webp';
  });
  await alone;
  expect(await resultHash(page)).toBe(breton);
});

test('what is saved says that AI had a part in it, and not where the photo was taken', async ({ page, origin }, testInfo) => {
  const tagged = testInfo.outputPath('tagged.jpg');
  const place = { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '2/1 17/1 40/1' };
  await sharp(shopperPath)
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: place })
    .jpeg({ quality: 95 })
    .toFile(tagged);
  expect((await sharp(tagged).metadata()).exif).toBeDefined();

  await openOutfitPage(page, origin, tagged);
  await page.getByRole('button', { name: 'More' }).click();
  await expect(page.getByRole('button', { name: 'Save picture' })).not.toHaveAttribute('aria-disabled');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save picture' }).click();
  const path = await (await download).path();
  const { format, width, height, exif, xmp } = await sharp(path).metadata();
  expect({ format, width, height, exif }).toEqual({ format: 'jpeg', width: 900, height: 1200, exif: undefined });
  expect(xmp!.toString()).toContain('compositeWithTrainedAlgorithmicMedia');

  // The label lies in the lower end corner, white on dark; everywhere else the file is the result, but for what JPEG takes.
  const result = Buffer.from(
    await page.locator('stylemap-tryon').evaluate((tag) => [...(tag as StylemapTryonElement).result!.imageData.data]),
  );
  const differenceIn = async (left: number, top: number, boxWidth: number, boxHeight: number) => {
    const box = { left, top, width: boxWidth, height: boxHeight };
    const raw = { raw: { width: 900, height: 1200, channels: 4 as const } };
    const [saved, shown] = await Promise.all([
      sharp(path).extract(box).removeAlpha().raw().toBuffer(),
      sharp(result, raw).extract(box).removeAlpha().raw().toBuffer(),
    ]);
    return saved.reduce((sum, value, i) => sum + Math.abs(value - shown[i]!), 0) / saved.length;
  };
  expect(await differenceIn(0, 0, 900, 1100)).toBeLessThan(4);
  expect(await differenceIn(720, 1130, 150, 45)).toBeGreaterThan(20);
});

test('after unload() an act loads from the cache', async ({ page, origin }) => {
  await openOutfitPage(page, origin);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.locator('stylemap-tryon').evaluate((tag: StylemapTryonElement) => tag.unload());
  await expect.poll(() => page.workers()).toHaveLength(0);
  await pressAndWait(page, 'Navy chinos');
  expect(asked.filter((path) => /\/(weights|runtimes)\//.test(path))).toEqual([]);
});

test('a browser without WebAssembly is told so', async ({ page, origin }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await page.goto(`${origin}/pages/outfit.html`);
  await page.locator('stylemap-tryon input#choose').setInputFiles(shopperPath);
  await expect(page.getByRole('alert')).toContainText('This browser cannot run the try-on.');
});

test('a first visit that goes offline says so, and goes on by itself', async ({ page, context, origin }) => {
  await page.goto(`${origin}/pages/outfit.html`);
  await context.setOffline(true);
  await page.locator('stylemap-tryon input#choose').setInputFiles(shopperPath);
  await expect(page.getByRole('alert')).toContainText('You are offline.');
  const result = nextResult(page);
  await context.setOffline(false);
  expect(await result).toMatchObject({ widthPx: 900 });
});

test('where consent is required nothing of the engine loads before the answer', async ({ page, origin }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${origin}/pages/outfit.html`);
  await page.locator('stylemap-tryon').evaluate((tag: StylemapTryonElement) => {
    Object.assign(tag, { consent: 'required', loading: 'eager' });
  });
  await page.locator('stylemap-tryon input#choose').setInputFiles(shopperPath);
  await expect(page.getByRole('heading', { name: 'Before you begin' })).toBeFocused();
  const ofEngine = () => asked.filter((path) => /\/(weights|runtimes)\/|worker|manifest|after-wake/.test(path));
  expect(ofEngine()).toEqual([]);
  await pressAndWait(page, 'Agree');
  expect(ofEngine().length).toBeGreaterThan(5);
});
