import { describe, expect, it } from 'vitest';
import { productOf, recordOf, type GarmentRecord } from './garment-record.js';
import { examineProduct, importGarment, prepareGarment } from './pipeline.js';
import { createRun } from './run.js';
import { createColourSegmenter, drawnPalette, drawShirt, drawShopper } from './testing/index.js';

const engine = { segmenter: createColourSegmenter(drawnPalette) };
const run = () => createRun([], { now: () => 0 });

/** As a file is written and read. */
const stored = (record: GarmentRecord): unknown => JSON.parse(JSON.stringify(record));

describe('a garment record', () => {
  it.each([
    ['laid flat', drawShirt([180, 30, 60], [250, 250, 250]), 'auto'],
    ['worn by a model', drawShopper(), 'top'],
  ] as const)('makes the garment again that was examined, %s', async (_, picture, type) => {
    const prepared = await prepareGarment(picture, type, engine, run(), { sleeve: 'three-quarter' });
    const record = recordOf(await examineProduct(picture, type, engine, run(), { sleeve: 'three-quarter' }));
    const imported = await importGarment(picture, productOf(stored(record)), run());
    expect({ ...imported, fittings: undefined, shapes: undefined }).toEqual({
      ...prepared,
      fittings: undefined,
      shapes: undefined,
    });
    expect(imported.attributes.sleeve).toBe('three-quarter');
  });

  it('is small, as masks are mostly runs', async () => {
    const record = recordOf(await examineProduct(drawShirt([180, 30, 60], [250, 250, 250]), 'top', engine, run()));
    expect(JSON.stringify(record).length).toBeLessThan(40_000);
  });

  it('is not used on a photo of another size', async () => {
    const product = await examineProduct(drawShirt([180, 30, 60], [250, 250, 250]), 'top', engine, run());
    await expect(importGarment(drawShirt([180, 30, 60], [0, 0, 0], 240), product, run())).rejects.toThrow(/200 x 200/);
  });

  it('is refused where it is none, of another version or damaged', async () => {
    const record = recordOf(await examineProduct(drawShirt([180, 30, 60], [250, 250, 250]), 'top', engine, run()));
    for (const wrong of [
      undefined,
      [],
      { ...record, format: 'stylemap-tryon garment 2' },
      { ...record, kind: 'hat' },
      { ...record, crop: { ...record.crop, widthPx: 0 } },
      { ...record, seen: [3, 1] },
      { ...record, seen: [256 * 256 + 1, 1] },
      { ...record, seen: ['many'] },
    ]) {
      expect(() => productOf(wrong)).toThrow(TypeError);
    }
  });
});
