import sharp from 'sharp';
import { expect, nextResult, openEnginePage, shopperPath, shopperUrl, test, topUrl } from './fixtures.js';
import { watchRequests } from './request-watch.js';

test('the watch sees a foreign origin, a body and a query', async ({ page, context, origin, storefrontUrl }) => {
  const storefrontOrigin = new URL(storefrontUrl).origin;
  const breaches = watchRequests(context, origin);
  await context.route('**/seen/**', (route) => route.fulfill({ body: '', headers: { 'access-control-allow-origin': '*' } }));
  // A page of its own, without the policy that would stop it.
  await context.route('**/leaky.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(`${origin}/leaky.html`);
  await page.evaluate(async (foreign) => {
    await fetch(`${foreign}/seen/pixel`);
    await fetch('/seen/upload', { method: 'POST', body: 'pixels' });
    await fetch('/seen/query?pixels=1');
  }, storefrontOrigin);
  expect(breaches.map(({ reason }) => reason)).toEqual(['foreign origin', 'method POST', 'body', 'query']);
});

test('the storefront keeps a photo on the machine, without breaking its own policy', async ({ page, context, storefrontUrl }) => {
  const breaches = watchRequests(context, new URL(storefrontUrl).origin);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const response = await page.goto(storefrontUrl);
  expect(response?.headers()['content-security-policy']).toContain("default-src 'self'");

  const first = nextResult(page);
  await page.locator('stylemap-tryon input#choose').setInputFiles(shopperPath);
  await first;
  const second = nextResult(page);
  await page.getByRole('navigation', { name: 'Try on another piece' }).getByRole('link').nth(2).click();
  await second;
  expect(complaints).toEqual([]);
  expect(breaches).toEqual([]);
});

test('once loaded, the storefront dresses another photo with the network cut', async ({
  page,
  context,
  storefrontUrl,
}, testInfo) => {
  await page.goto(storefrontUrl);
  const online = nextResult(page);
  await page.locator('stylemap-tryon input#choose').setInputFiles(shopperPath);
  await online;

  const otherPhoto = testInfo.outputPath('mirrored.png');
  await sharp(shopperPath).flop().png().toFile(otherPhoto);
  await context.setOffline(true);
  const offline = nextResult(page);
  await page.locator('stylemap-tryon input#choose').setInputFiles(otherPhoto);
  expect(await offline).toMatchObject({ widthPx: 900, heightPx: 1200 });
});

test('once loaded, the whole flow runs with the network cut', async ({ page, context, origin }) => {
  const breaches = watchRequests(context, origin);
  await openEnginePage(page, origin);
  await page.evaluate(async () => {
    globalThis.tryOn = sdk.createTryOn();
    await tryOn.load();
  });
  const pictures = await page.evaluateHandle(
    (urls) => Promise.all(urls.map(async (url) => (await fetch(url)).blob())),
    [shopperUrl, topUrl],
  );
  await context.setOffline(true);
  const changedPixels = await page.evaluate(async ([photo, product]) => {
    const { person, result } = await fit(tryOn, { photo: photo!, product: product! });
    return compare(pixelsOf(await person.image()), result.imageData).changedPixels;
  }, pictures);
  expect(changedPixels).toBeGreaterThan(0);
  expect(breaches).toEqual([]);
});
