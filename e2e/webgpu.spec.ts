import { expect, openPage, shopperUrl, test, topUrl } from './fixtures.js';

test('WebGPU gives the numbers of wasm on the micro model', async ({ page, origin }) => {
  await openPage(page, `${origin}/pages/runtime.html`);
  const hasAdapter = await page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()));
  expect(hasAdapter, 'this Chromium has no WebGPU adapter, not even a software one').toBe(true);

  const wasm = await page.evaluate(() => runMicroModel('wasm'));
  const webgpu = await page.evaluate(() => runMicroModel('webgpu'));
  expect(wasm.error).toBeLessThan(wasm.tolerance);
  expect(webgpu.error).toBeLessThan(webgpu.tolerance);

  expect(webgpu.numbers.length).toBe(wasm.numbers.length);
  const worst = webgpu.numbers.reduce((max, value, i) => {
    const expected = wasm.numbers[i]!;
    return Math.max(max, Math.abs(value - expected) / Math.max(1, Math.abs(expected)));
  }, 0);
  expect(worst).toBeLessThan(wasm.tolerance);
  // Numbers that are all alike would agree without having been computed.
  expect(new Set(wasm.numbers).size).toBeGreaterThan(wasm.numbers.length / 2);
});

test('asking for WebGPU where only a software adapter exists gives wasm, said aloud', async ({ enginePage }) => {
  const requests: string[] = [];
  enginePage.on('request', (request) => requests.push(request.url()));
  const outcome = await enginePage.evaluate(
    async ({ photo, product }) => {
      const tryOn = sdk.createTryOn({ backend: 'webgpu' });
      const info = await tryOn.load();
      const { result } = await fit(tryOn, { photo, product });
      return { info, backend: result.receipt.backend };
    },
    { photo: shopperUrl, product: topUrl },
  );
  expect(outcome.info.backend).toBe('wasm');
  expect(outcome.info.warnings).toContain('backend-fallback');
  expect(outcome.backend).toBe('wasm');
  expect(requests.filter((url) => url.includes('asyncify'))).toEqual([]);
});

test('without WebGPU in the browser, wasm is taken and nothing is complained of', async ({ enginePage }) => {
  const info = await enginePage.evaluate(() => sdk.createTryOn().load());
  expect(info.backend).toBe('wasm');
  expect(info.warnings).toEqual([]);
});
