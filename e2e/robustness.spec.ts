import { stages } from '@stylemap-tryon/sdk';
import { expect, shopperPath, shopperUrl, test, topUrl } from './fixtures.js';
import { pictureOfNobody, pngHeader, serveMade, storedSideways } from './made-pictures.js';

test.describe('cancelling', () => {
  for (const stage of stages) {
    test(`before ${stage} ends with an AbortError, and the same engine works again`, async ({ enginePage }) => {
      const outcome = await enginePage.evaluate(
        async ({ stage, photo, product }) => {
          const tryOn = sdk.createTryOn({ backend: 'wasm' });
          const controller = new AbortController();
          const seen: string[] = [];
          const failure = await failureOf(
            fit(tryOn, {
              photo,
              product,
              signal: controller.signal,
              onProgress: (progress) => {
                seen.push(progress.stage);
                if (progress.stage === stage) controller.abort();
              },
            }),
          );
          const { person, result } = await fit(tryOn, { photo, product });
          const { changedPixels } = compare(pixelsOf(await person.image()), result.imageData);
          tryOn.dispose();
          return { failure, lastSeen: seen.at(-1), changedPixels };
        },
        { stage, photo: shopperUrl, product: topUrl },
      );
      expect(outcome.failure?.name).toBe('AbortError');
      expect(outcome.lastSeen).toBe(stage);
      expect(outcome.changedPixels).toBeGreaterThan(0);
    });
  }

  test('by a signal that was already aborted starts nothing', async ({ enginePage }) => {
    const requests: string[] = [];
    enginePage.on('request', (request) => requests.push(request.url()));
    const failure = await enginePage.evaluate(
      (photo) => failureOf(sdk.createTryOn().preparePerson(photo, { signal: AbortSignal.abort() })),
      shopperUrl,
    );
    expect(failure?.name).toBe('AbortError');
    expect(requests.filter((url) => /\/(weights|runtimes|chunks)\//.test(url))).toEqual([]);
  });
});

test.describe('model files', () => {
  test('with one flipped bit are refused, and the engine recovers when they are right again', async ({ enginePage }) => {
    await enginePage.route('**/weights/decoder.onnx', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length >> 1]! ^= 1;
      await route.fulfill({ response, body });
    });
    const failure = await enginePage.evaluate(() => {
      globalThis.tryOn = sdk.createTryOn({ backend: 'wasm' });
      return failureOf(tryOn.load());
    });
    expect(failure).toMatchObject({ name: 'TryOnError', code: 'model-corrupt', stage: 'load' });

    await enginePage.unrouteAll();
    expect(await enginePage.evaluate(async () => (await tryOn.load()).backend)).toBe('wasm');
  });

  for (const missing of [
    'worker-*.js',
    'manifest.json',
    'weights/style-encoder.onnx',
    'runtimes/ort-wasm-simd-threaded.wasm.gz',
    'chunks/ort.wasm*',
  ]) {
    test(`that are missing are named: ${missing}`, async ({ enginePage }) => {
      await enginePage.route(`**/stylemap-tryon/${missing}`, (route) => route.fulfill({ status: 404 }));
      const failure = await enginePage.evaluate(() => failureOf(sdk.createTryOn({ backend: 'wasm' }).load()));
      expect(failure).toMatchObject({ name: 'TryOnError', code: 'model-unavailable', stage: 'load' });
    });
  }

  test('in a folder that does not exist are unavailable', async ({ enginePage }) => {
    const failure = await enginePage.evaluate(() => failureOf(sdk.createTryOn({ assetBase: '/nowhere/' }).load()));
    expect(failure).toMatchObject({ name: 'TryOnError', code: 'model-unavailable', stage: 'load' });
  });
});

test.describe('photos', () => {
  test('that are no picture at all are refused', async ({ enginePage }) => {
    const failures = await enginePage.evaluate(async () => {
      const tryOn = sdk.createTryOn({ backend: 'wasm' });
      const jpegStart = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]);
      return [
        await failureOf(tryOn.preparePerson(new Blob(['A letter, not a picture.'], { type: 'image/jpeg' }))),
        await failureOf(tryOn.preparePerson(new Blob([jpegStart]))),
        await failureOf(tryOn.preparePerson(new Blob([]))),
      ];
    });
    for (const failure of failures) expect(failure).toMatchObject({ name: 'TryOnError', code: 'not-an-image', stage: 'decode' });
  });

  test('that are not there are unavailable', async ({ enginePage }) => {
    const failure = await enginePage.evaluate(() =>
      failureOf(sdk.createTryOn({ backend: 'wasm' }).preparePerson('/nowhere.jpg')),
    );
    expect(failure).toMatchObject({ name: 'TryOnError', code: 'image-unavailable', stage: 'decode' });
  });

  test('of nobody are refused', async ({ enginePage }) => {
    const photo = await serveMade(enginePage, 'sky.png', await pictureOfNobody());
    const failure = await enginePage.evaluate((url) => failureOf(sdk.createTryOn({ backend: 'wasm' }).preparePerson(url)), photo);
    expect(failure).toMatchObject({ name: 'TryOnError', code: 'no-person', stage: 'segment' });
  });

  test('of 100 megapixels are refused from their header', async ({ enginePage }) => {
    const photo = await serveMade(enginePage, 'huge.png', pngHeader(10_000, 10_000));
    const failure = await enginePage.evaluate((url) => failureOf(sdk.createTryOn({ backend: 'wasm' }).preparePerson(url)), photo);
    expect(failure).toMatchObject({ name: 'TryOnError', code: 'image-too-large', stage: 'decode' });
  });

  test('of 50 megapixels keep their size and everything outside the garment', async ({ enginePage }) => {
    const outcome = await enginePage.evaluate(
      async ({ photo, product }) => {
        const [widthPx, heightPx] = [6144, 8192];
        const small = await createImageBitmap(await (await fetch(photo)).blob());
        const canvas = new OffscreenCanvas(widthPx, heightPx);
        canvas.getContext('2d')!.drawImage(small, 0, 0, widthPx, heightPx);
        const enlarged = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
        canvas.width = canvas.height = 0;
        const { person, result } = await fit(sdk.createTryOn({ backend: 'wasm' }), { photo: enlarged, product });
        const { widthPx: width, heightPx: height } = result;
        return { ...compareAround(pixelsOf(await person.image()), result.imageData, maskOf(result), 0), width, height };
      },
      { photo: shopperUrl, product: topUrl },
    );
    expect(outcome).toMatchObject({ width: 6144, height: 8192, maxDifferenceOutside: 0 });
    expect(outcome.changedShareInside).toBeGreaterThan(0.9);
    expect(outcome.maskShare).toBeLessThan(0.6);
  });

  test('that a phone stored sideways are shown and dressed upright', async ({ enginePage }) => {
    const sideways = await serveMade(enginePage, 'sideways.jpg', await storedSideways(shopperPath));
    const [upright, turned] = await enginePage.evaluate(
      async ({ photos, product }) => {
        const tryOn = sdk.createTryOn({ backend: 'wasm' });
        const outcomes = [];
        for (const photo of photos) {
          const { person, result } = await fit(tryOn, { photo, product });
          outcomes.push({ widthPx: result.widthPx, heightPx: result.heightPx, worn: person.worn, mask: maskOf(result) });
        }
        const [first, second] = outcomes.map(({ mask }) => mask);
        const count = (condition: (i: number) => unknown) => first!.reduce((sum, _, i) => sum + Number(Boolean(condition(i))), 0);
        const overlap = count((i) => first![i] && second![i]) / count((i) => first![i] || second![i]);
        return outcomes.map(({ mask: _, ...rest }) => ({ ...rest, overlap }));
      },
      { photos: [shopperUrl, sideways], product: topUrl },
    );
    // The same but for what JPEG does to the pixels; a wrong turn would leave half of the overlap.
    expect(turned).toEqual(upright);
    expect(turned!.overlap).toBeGreaterThan(0.9);
  });
});

test('a worker that dies is replaced, and what was prepared in it is prepared again', async ({ enginePage }) => {
  const before = await enginePage.evaluate(
    async ({ photo, product }) => {
      globalThis.tryOn = sdk.createTryOn({ backend: 'wasm' });
      const { person, garment, result } = await fit(tryOn, { photo, product });
      Object.assign(globalThis, { person, garment });
      return hashOf(result.imageData);
    },
    { photo: shopperUrl, product: topUrl },
  );
  const [worker] = enginePage.workers();
  await worker!.evaluate(() => {
    setTimeout(() => {
      throw new Error('The worker dies.');
    });
  });
  await worker!.waitForEvent('close');

  const after = await enginePage.evaluate(async () => hashOf((await tryOn.dress(person, garment)).imageData));
  expect(after).toBe(before);
});

test('a call in a worker that dies says that the engine was lost', async ({ enginePage }) => {
  await enginePage.evaluate(() => {
    globalThis.tryOn = sdk.createTryOn({ backend: 'wasm' });
    return tryOn.load();
  });
  const pending = enginePage.evaluate((photo) => failureOf(tryOn.preparePerson(photo)), shopperUrl);
  await enginePage.workers()[0]!.evaluate(() => {
    setTimeout(() => {
      throw new Error('The worker dies.');
    });
  });
  expect(await pending).toMatchObject({ name: 'TryOnError', code: 'engine-lost' });
});
