import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { nextResult } from '../fixtures.js';

/** Of the examples. */
export const shopper = {
  path: join(import.meta.dirname, '../../examples/assets/shoppers/ada.webp'),
  widthPx: 900,
  heightPx: 1200,
};

/** Goes through a try-on on the page of an app, as a shopper does. */
export async function completeTryOn(page: Page): Promise<void> {
  await page.evaluate(async () => void (await customElements.whenDefined('stylemap-tryon')));
  const result = nextResult(page);
  await page.locator('stylemap-tryon input#choose').setInputFiles(shopper.path);
  const { receipt, widthPx, heightPx } = await result;
  expect([widthPx, heightPx]).toEqual([shopper.widthPx, shopper.heightPx]);
  // Its twin would step in without a word where MediaPipe could not be loaded.
  expect(receipt.segmenter).toBe('mediapipe');
  // Written by the app, which listens in the way of its framework.
  await expect(page.locator('output')).toHaveText(/^Tried on in \d+\.\d s$/);
}
