/**
 * Try-ons through the tag's no-photo path, compared with pictures that somebody has looked at. Renew those with `npm run goldens`, and
 * look at them before you commit them.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, nextResult, test } from './fixtures.js';
import { looksTheSame, pictureDifference } from './picture-difference.js';
import { rawPicture } from './raw-picture.js';

const PAIRS = [
  { shopper: 'Ada', product: 'tee-sunset' },
  { shopper: 'Bayo', product: 'shirt-garden-night' },
  { shopper: 'Dana', product: 'dress-daisy-sage' },
  { shopper: 'Fatou', product: 'skirt-pleated-emerald' },
  { shopper: 'Dana', product: 'sweatshirt-meridian' },
];
const HALF_SIZE = { width: 450, height: 600 };

const renew = process.env['RENEW_GOLDENS'] === '1';
const goldenFile = (name: string) => join(import.meta.dirname, 'goldens', `${name}.webp`);

for (const { shopper, product } of PAIRS) {
  const name = `${shopper.toLowerCase()}-${product}`;

  test(`${shopper} in ${product} looks as it did`, async ({ page, storefrontUrl }) => {
    await page.goto(`${storefrontUrl}#${product}`);
    const result = nextResult(page);
    await page.getByRole('button', { name: new RegExp(`^${shopper},`) }).click();
    await result;
    const picture = await resultPicture(page);
    const halved = sharp(picture).removeAlpha().resize(HALF_SIZE);
    if (renew) await halved.clone().webp({ quality: 90 }).toFile(goldenFile(name));

    const golden = await rawPicture(sharp(await readFile(goldenFile(name))));
    const difference = pictureDifference(golden, await rawPicture(halved));
    expect(looksTheSame(difference), JSON.stringify(difference)).toBe(true);
  });
}

async function resultPicture(page: Page): Promise<Buffer> {
  const bytes = await page.locator('stylemap-tryon').evaluate(async (tag) => {
    const blob = await (tag as unknown as { getResultBlob(options: { type: string }): Promise<Blob> }).getResultBlob({
      type: 'image/png',
    });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(bytes);
}
