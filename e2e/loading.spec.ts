import { gzipSync } from 'node:zlib';
import type { Page, Request } from '@playwright/test';
import { expect, nextResult, openEnginePage, shopperPath, shopperUrl, test, topUrl } from './fixtures.js';
import { startTestServer } from './server.mjs';

/** Notes everything that a page asks for from now on. */
function requestsOf(page: Page): Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return requests;
}

/** What the requests have brought, as a server that compresses would send it. */
async function gzippedBytes(requests: readonly Request[]): Promise<number> {
  const bodies = await Promise.all(requests.map(async (request) => (await request.response())?.body()));
  return bodies.reduce((sum, body) => sum + (body ? gzipSync(body).length : 0), 0);
}

test.describe('a tag in view that nobody touches', () => {
  for (const [name, limitBytes] of [
    ['tag', 40_000],
    ['loader', 10_000],
  ] as const) {
    test(`of ${name}.html transfers less than ${limitBytes / 1000} kB in half a minute`, async ({ page, origin }) => {
      const requests = requestsOf(page);
      await page.clock.install();
      await page.goto(`${origin}/pages/${name}.html`);
      await expect(page.getByRole('button', { name: 'Choose a photo' })).toBeInViewport();
      // Tabbing past it costs nothing either.
      await page.keyboard.press('Tab');
      await page.clock.runFor(30_000);
      const script = requests.filter((request) => request.resourceType() === 'script');
      expect(script).toHaveLength(1);
      expect(await gzippedBytes(requests)).toBeLessThan(limitBytes);
    });
  }
});

test('models, runtimes and the photo are downloaded beside each other', async ({ page, enginePage }) => {
  const held: (() => void)[] = [];
  const asked: string[] = [];
  // Nothing is answered until all of it has been asked for: one after the other would never end.
  await page.route(/\/(weights|runtimes)\/|shopper-test/, async (route) => {
    asked.push(new URL(route.request().url()).pathname.split('/').at(-1)!);
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const worn = enginePage.evaluate(async (photo) => {
    const reports: { loadedBytes?: number; totalBytes?: number }[] = [];
    const person = await sdk
      .createTryOn({ backend: 'wasm' })
      .preparePerson(photo, { onProgress: (report) => reports.push(report) });
    return { worn: person.worn, bytes: reports.filter(({ totalBytes }) => totalBytes !== undefined) };
  }, shopperUrl);
  await expect.poll(() => asked.length).toBe(7);
  for (const answer of held) answer();
  const { worn: kinds, bytes } = await worn;
  expect(kinds).toContain('top');
  expect(asked.filter((name) => name.endsWith('.gz')).sort()).toEqual([
    'ort-wasm-simd-threaded.wasm.gz',
    'vision_wasm_module_internal.wasm.gz',
  ]);

  // Every byte of them is counted.
  const manifest = (await (
    await page.request.get(`${new URL(page.url()).origin}/stylemap-tryon/manifest.json`)
  ).json()) as Record<'files' | 'runtimes', { file: string; bytes: number; packedBytes?: number }[]>;
  const downloaded = [...manifest.files, ...manifest.runtimes].filter(({ file }) => asked.includes(file.split('/').at(-1)!));
  const totalBytes = downloaded.reduce((sum, { bytes, packedBytes }) => sum + (packedBytes ?? bytes), 0);
  expect(new Set(bytes.map((report) => report.totalBytes))).toEqual(new Set([totalBytes]));
  expect(bytes.at(-1)!.loadedBytes).toBe(totalBytes);
});

test('a photo by URL is fetched once', async ({ page, origin }) => {
  await page.goto(`${origin}/pages/tag.html`);
  const requests = requestsOf(page);
  const result = nextResult(page);
  await page.locator('stylemap-tryon').evaluate((tag, src) => tag.setAttribute('src', src), shopperUrl);
  expect(await result).toMatchObject({ widthPx: 900 });
  expect(requests.filter((request) => request.url().endsWith(shopperUrl))).toHaveLength(1);
});

test('a second visit works with no server at all', async ({ page }) => {
  // As docs/self-hosting.md has it for pages and scripts; networks and runtimes are not for the browser's own cache here, but for ours.
  const server = await startTestServer({
    cacheControl: (pathname) => (/\/(weights|runtimes)\//.test(pathname) ? 'no-store' : 'max-age=600'),
  });
  await page.goto(`${server.origin}/pages/tag.html`);
  const online = nextResult(page);
  await page.locator('stylemap-tryon input#choose').setInputFiles(shopperPath);
  const { receipt } = await online;
  await server.close();

  await page.goto(`${server.origin}/pages/tag.html`);
  const offline = nextResult(page);
  await page.locator('stylemap-tryon input#choose').setInputFiles(shopperPath);
  expect(await offline).toMatchObject({ receipt: { segmenter: receipt.segmenter, models: receipt.models }, widthPx: 900 });
});

test('pictures that are in the page already need no more of its policy', async ({ page, origin }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await openEnginePage(page, origin);
  const outcome = await page.evaluate(
    async ([photoUrl, productUrl]) => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
      const [photo, product] = await Promise.all([photoUrl!, productUrl!].map(async (url) => (await fetch(url)).blob()));
      const dataUrl = (blob: Blob) =>
        new Promise<string>((resolve) => {
          const reader = new FileReader();
          reader.onload = () => resolve(reader.result as string);
          reader.readAsDataURL(blob);
        });
      const tryOn = sdk.createTryOn({ backend: 'wasm', segmenter: 'onnx' });
      const canvas = document.createElement('canvas');
      const bitmap = await createImageBitmap(product!);
      Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
      canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
      const person = await tryOn.preparePerson(URL.createObjectURL(photo!));
      const products = [URL.createObjectURL(product!), await dataUrl(product!), canvas, bitmap, product!];
      const hashes: string[] = [];
      for (const picture of products) {
        const garment = await tryOn.prepareGarment(picture, { type: 'top' });
        hashes.push(await hashOf((await tryOn.dress(person, garment)).imageData));
      }
      const byDataUrl = await tryOn.preparePerson(await dataUrl(photo!), { maxResultPixels: 270_000 });
      const { receipt, widthPx, heightPx } = await tryOn.dress(byDataUrl, await tryOn.prepareGarment(product!, { type: 'top' }));
      const revoked = await failureOf(tryOn.preparePerson('blob:http://127.0.0.1/gone'));
      return { violations, hashes, small: { widthPx, heightPx, scale: receipt.photoScale }, revoked };
    },
    [shopperUrl, topUrl],
  );
  expect(outcome.violations).toEqual([]);
  expect(new Set(outcome.hashes).size).toBe(1);
  expect(outcome.small).toEqual({ widthPx: 450, heightPx: 600, scale: 0.5 });
  expect(outcome.revoked).toMatchObject({ code: 'image-unavailable' });
  // The browser's own word on the revoked URL.
  expect(
    complaints.filter((text) => !text.includes('blob:http://127.0.0.1/gone') && !text.includes('ERR_FILE_NOT_FOUND')),
  ).toEqual([]);
});

test('a page with the sdk and two tags runs one worker', async ({ page, origin }) => {
  await openEnginePage(page, origin);
  await page.evaluate(async () => {
    await import('/stylemap-tryon/stylemap-tryon.js' as string);
    globalThis.tryOn = sdk.createTryOn({ backend: 'wasm', segmenter: 'onnx' });
    for (const garment of ['/pictures/top-breton.webp', '/pictures/tee-sunset.webp']) {
      const tag = document.createElement('stylemap-tryon');
      Object.assign(tag, { engine: tryOn, garmentSrc: garment, garmentType: 'top' });
      document.body.append(tag);
    }
  });
  for (const tag of await page.locator('stylemap-tryon').all()) {
    const done = tag.evaluate(
      (element) => new Promise((resolve) => element.addEventListener('tryon-result', resolve, { once: true })),
    );
    await tag.locator('input#choose').setInputFiles(shopperPath);
    await done;
  }
  const worn = await page.evaluate(async (photo) => (await tryOn.preparePerson(photo)).worn, shopperUrl);
  expect(worn).toContain('top');
  expect(page.workers()).toHaveLength(1);
});
