import { expect, nextResult, otherTopUrl, shopperPath, shopperUrl, test, topUrl } from './fixtures.js';

test.describe('the storefront', () => {
  test('shows a shopper the garment on their own photo, and the next garment without preparing the photo again', async ({
    page,
    storefrontUrl,
  }) => {
    await page.goto(storefrontUrl);
    const first = nextResult(page);
    await page.locator('stylemap-tryon input#choose').setInputFiles(shopperPath);
    const { receipt, widthPx, heightPx } = await first;
    expect([widthPx, heightPx]).toEqual([900, 1200]);
    expect(receipt.backend).toBe('wasm');
    expect(receipt.segmenter).toBe('mediapipe');
    expect(Object.keys(receipt.models).sort()).toEqual([
      'content-encoder.onnx',
      'decoder.onnx',
      'garment-parser.tflite',
      'style-encoder.onnx',
    ]);
    expect(receipt.stages.map(({ stage }) => stage)).toEqual(['segment', 'mask', 'encode', 'align', 'transfer', 'composite']);
    await expect(page.getByRole('img', { name: /^You in the / })).toBeVisible();

    const second = nextResult(page);
    await page
      .getByRole('navigation', { name: 'Try on another piece' })
      .getByRole('link', { name: /breton/i })
      .click();
    expect((await second).receipt.stages.map(({ stage }) => stage)).toEqual(['align', 'transfer', 'composite']);
  });

  test('lets the keyboard move the divider between before and after', async ({ page, storefrontUrl }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(storefrontUrl);
    const result = nextResult(page);
    await page.locator('stylemap-tryon input#choose').setInputFiles(shopperPath);
    await result;

    const slider = page.getByRole('slider', { name: 'Compare before and after' });
    const pictureAt = async (key: string, value: string) => {
      await slider.press(key);
      await expect(slider).toHaveValue(value);
      return page.locator('stylemap-tryon').screenshot();
    };
    const after = await pictureAt('Home', '0');
    const before = await pictureAt('End', '100');
    expect(before.equals(after)).toBe(false);
    await pictureAt('ArrowLeft', '99');
    await expect(slider).toHaveAttribute('aria-valuetext', '99% before, 1% after');
  });
});

test.describe('a result', () => {
  test('equals the photo in every pixel outside its mask', async ({ enginePage }) => {
    const outcome = await enginePage.evaluate(
      async ({ photo, product }) => {
        const { person, result } = await fit(sdk.createTryOn(), { photo, product });
        return compareAround(pixelsOf(await person.image()), result.imageData, maskOf(result), 0);
      },
      { photo: shopperUrl, product: topUrl },
    );
    expect(outcome.maxDifferenceOutside).toBe(0);
    expect(outcome.changedShareInside).toBeGreaterThan(0.9);
    expect(outcome.maskShare).toBeLessThan(0.5);
  });

  // The mask itself held against the truth: the parser finds this garment within two hundredths of the picture's height.
  test('changes the garment and nothing far from it', async ({ enginePage }) => {
    const outcome = await enginePage.evaluate(
      async ({ photo, product }) => {
        const { person, result } = await fit(sdk.createTryOn(), { photo, product, shape: 'worn' });
        // Drawn with the photo, so it knows each pixel's class exactly; the middle of the chest is of the class `top`.
        const labels = await createImageBitmap(await (await fetch('/pictures/shopper-test-labels.png')).blob());
        const top = maskLike(pixelsOf(labels), 450, 400);
        return compareAround(pixelsOf(await person.image()), result.imageData, top, 24);
      },
      { photo: shopperUrl, product: topUrl },
    );
    expect(outcome.maxDifferenceOutside).toBe(0);
    expect(outcome.changedShareInside).toBeGreaterThan(0.95);
  });

  test('has long sleeves of the product on bare arms, or the worn ones where that is asked for', async ({ enginePage }) => {
    const [product, worn] = await enginePage.evaluate(async () => {
      const tryOn = sdk.createTryOn();
      const person = await tryOn.preparePerson('/pictures/shoppers/dana.webp');
      const garment = await tryOn.prepareGarment('/pictures/sweatshirt-meridian.webp', { type: 'top' });
      const before = pixelsOf(await person.image());
      const outcomes = [];
      for (const shape of ['product', 'worn'] as const) {
        const result = await tryOn.dress(person, garment, { shape });
        // The middle of a forearm that hangs beside the dress.
        outcomes.push({
          ...compareAround(before, result.imageData, maskOf(result), 0),
          forearm: maskOf(result)[560 * result.widthPx + 222]!,
          skirt: maskOf(result)[950 * result.widthPx + 450]!,
        });
      }
      return outcomes as [(typeof outcomes)[0], (typeof outcomes)[0]];
    });
    expect([product.maxDifferenceOutside, worn.maxDifferenceOutside]).toEqual([0, 0]);
    expect([product.forearm, worn.forearm]).toEqual([1, 0]);
    // Below a top the skirt of the dress is left alone.
    expect([product.skirt, worn.skirt]).toEqual([0, 1]);
  });

  test('is the same to the bit when made again, and another one with another garment', async ({ enginePage }) => {
    const hashes = await enginePage.evaluate(
      async ({ photo, products }) => {
        const found = [];
        for (const product of products) {
          const tryOn = sdk.createTryOn();
          found.push(await hashOf((await fit(tryOn, { photo, product })).result.imageData));
          tryOn.dispose();
        }
        return found;
      },
      { photo: shopperUrl, products: [topUrl, topUrl, otherTopUrl] },
    );
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  test('of strength 0 is the photo itself', async ({ enginePage }) => {
    const { changedPixels } = await enginePage.evaluate(
      async ({ photo, product }) => {
        const { person, result } = await fit(sdk.createTryOn(), { photo, product, strength: 0 });
        return compare(pixelsOf(await person.image()), result.imageData);
      },
      { photo: shopperUrl, product: topUrl },
    );
    expect(changedPixels).toBe(0);
  });

  test('encodes to a PNG with exactly its pixels', async ({ enginePage }) => {
    const { changedPixels } = await enginePage.evaluate(
      async ({ photo, product }) => {
        const { result } = await fit(sdk.createTryOn(), { photo, product });
        return compare(result.imageData, pixelsOf(await createImageBitmap(await result.toBlob())));
      },
      { photo: shopperUrl, product: topUrl },
    );
    expect(changedPixels).toBe(0);
  });

  test('hardly depends on which runtime parses the photo', async ({ enginePage }) => {
    const [mediapipe, onnx] = await enginePage.evaluate(
      async ({ photo, product }) => {
        const boxes = [];
        for (const segmenter of ['mediapipe', 'onnx'] as const) {
          const { person, result } = await fit(sdk.createTryOn({ segmenter }), { photo, product });
          const { left, top, right, bottom } = compare(pixelsOf(await person.image()), result.imageData);
          boxes.push({ segmenter: result.receipt.segmenter, box: [left, top, right, bottom] });
        }
        return boxes;
      },
      { photo: shopperUrl, product: topUrl },
    );
    expect(mediapipe!.segmenter).toBe('mediapipe');
    expect(onnx!.segmenter).toBe('onnx');
    onnx!.box.forEach((side, i) => expect(Math.abs(side - mediapipe!.box[i]!)).toBeLessThan(12));
  });
});
