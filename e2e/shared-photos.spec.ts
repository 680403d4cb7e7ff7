/**
 * Real photographs, which are not ours to keep in the repository: they are read from ../shared/data (or $STYLEMAP_SHARED_DATA) where that
 * exists, as it does in CI.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.js';
import { expect, test } from './fixtures.js';
import { serveMade } from './made-pictures.js';

const dataPath = process.env['STYLEMAP_SHARED_DATA'] ?? join(import.meta.dirname, '../../shared/data');
const personPath = join(dataPath, 'recolour-magento/photos/ms09-red_main.jpg');
const garmentOnPersonPath = join(dataPath, 'recolour-magento/masks/ms09_main.png');
const productPath = join(dataPath, 'products-saleor/saleor-ascii-shirt-front.png');
const missing = [personPath, garmentOnPersonPath, productPath].filter((path) => !existsSync(path));

test.skip(missing.length > 0, `no photographs: ${missing.join(', ')}`);

test('a printed tee on a photograph changes the worn tee, keeps the size, and leaves the rest of the photo alone', async ({
  enginePage,
}) => {
  const outcome = await enginePage.evaluate(
    async ({ photo, product, worn }) => {
      const { person, result } = await fit(sdk.createTryOn(), { photo, product });
      const before = pixelsOf(await person.image());
      const truth = pixelsOf(await createImageBitmap(await (await fetch(worn)).blob()));
      const wornTop = maskLike(truth, truth.width / 2, truth.height / 2);
      return {
        widthPx: result.widthPx,
        heightPx: result.heightPx,
        kind: result.kind,
        ownMask: compareAround(before, result.imageData, maskOf(result), 0),
        trueMask: compareAround(before, result.imageData, wornTop, 64),
      };
    },
    {
      photo: await serveMade(enginePage, 'person.jpg', readFileSync(personPath)),
      product: await serveMade(enginePage, 'product.png', readFileSync(productPath)),
      worn: await serveMade(enginePage, 'worn.png', readFileSync(garmentOnPersonPath)),
    },
  );
  expect(outcome).toMatchObject({ widthPx: 1274, heightPx: 1580, kind: 'top' });
  expect(outcome.ownMask.maxDifferenceOutside).toBe(0);
  expect(outcome.ownMask.maskShare).toBeLessThan(0.5);
  expect(outcome.trueMask.changedShareInside).toBeGreaterThan(0.95);
  // The shoulder panels are of the tee but were not recoloured, hence the margin; the shorts below it must stay.
  expect(outcome.trueMask.maxDifferenceOutside).toBe(0);
});

test('the command line renders the same pair without a change outside the mask', ({}, testInfo) => {
  const input = ['--person', personPath, '--garment', productPath, '--type', 'top'];
  const { status, stdout, stderr } = runCommand('render', ...input, '-o', testInfo.outputPath('dressed.png'), '--json');
  expect(status, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ widthPx: 1274, heightPx: 1580, maxDifferenceOutsideMask: 0 });
});
