/** The result over the whole window, under the policy that the README names. */
import { expect, nextResult, shopperPath, test } from './fixtures.js';

test('the viewer magnifies both pictures by wheel, button and keys, and gives place and focus back', async ({ page, origin }) => {
  await page.goto(`${origin}/pages/outfit.html`);
  const result = nextResult(page);
  await page.locator('stylemap-tryon input#choose').setInputFiles(shopperPath);
  await result;
  const opener = page.getByRole('button', { name: 'Look closer' });
  await opener.click();
  const picture = page.locator('stylemap-tryon-viewer canvas').first();
  const widthOf = async () => (await picture.boundingBox())!.width;
  const whole = await widthOf();

  await page.getByRole('button', { name: 'Zoom in' }).click();
  expect((await widthOf()) / whole).toBeCloseTo(1.5, 2);
  await page.keyboard.press('0');
  expect(await widthOf()).toBeCloseTo(whole, 0);
  const { x, y, width, height } = (await picture.boundingBox())!;
  await page.mouse.move(x + width / 4, y + height / 4);
  await page.mouse.wheel(0, -300);
  await expect.poll(async () => (await widthOf()) / whole).toBeCloseTo(Math.E, 1);
  // What lay under the pointer still does.
  const after = (await picture.boundingBox())!;
  expect((x + width / 4 - after.x) / after.width).toBeCloseTo(0.25, 2);

  // Magnified, a drag moves the picture and leaves the divider where it is.
  const divider = page.getByRole('slider', { name: 'Compare before and after' });
  const fraction = await divider.inputValue();
  await page.mouse.down();
  await page.mouse.move(x + width / 4 + 60, y + height / 4 + 20);
  await page.mouse.up();
  expect((await picture.boundingBox())!.x - after.x).toBeCloseTo(60, 0);
  expect(await divider.inputValue()).toBe(fraction);

  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await expect(page.locator('stylemap-tryon-viewer')).toHaveCount(0);
  await expect(page.locator('stylemap-tryon .frame canvas')).toHaveCount(2);
});
