/**
 * Try-ons through the tag's no-photo path, compared with pictures that somebody has looked at. Renew those with `npm run goldens`, and
 * look at them before you commit them.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, nextResult, test } from './fixtures.js';
import { pictureDifference, type RawPicture } from './picture-difference.js';

const PAIRS = [
  { shopper: 'Ada', product: 'tee-sunset' },
  { shopper: 'Bayo', product: 'shirt-garden-night' },
  { shopper: 'Dana', product: 'dress-daisy-sage' },
  { shopper: 'Fatou', product: 'skirt-pleated-emerald' },
];
const HALF_SIZE = { width: 450, height: 600 };
/** Providers differ by rounding, and the goldens are lossy; a slide or another dye is far outside, as each test proves. */
const TOLERANCE = { worstBlockCodes: 16, textureCorrelation: 0.9 };

const SLIDE_PX = 4;

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

    const golden = await raw(sharp(await readFile(goldenFile(name))));
    const difference = pictureDifference(golden, await raw(halved));
    expect(difference.worstBlockCodes).toBeLessThan(TOLERANCE.worstBlockCodes);
    expect(difference.textureCorrelation).toBeGreaterThan(TOLERANCE.textureCorrelation);

    // The same check must not pass a fault: a print that slid, and another dye.
    const kept = { left: 0, top: 0, width: HALF_SIZE.width - SLIDE_PX, height: HALF_SIZE.height };
    const slid = await raw(
      sharp(await readFile(goldenFile(name)))
        .extract(kept)
        .extend({ left: SLIDE_PX, extendWith: 'copy' }),
    );
    expect(pictureDifference(golden, slid).textureCorrelation).toBeLessThan(TOLERANCE.textureCorrelation);
    const dyed = await raw(sharp(await readFile(goldenFile(name))).modulate({ hue: 40 }));
    expect(pictureDifference(golden, dyed).worstBlockCodes).toBeGreaterThan(TOLERANCE.worstBlockCodes);
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

async function raw(picture: sharp.Sharp): Promise<RawPicture> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height };
}
