import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFlowMap, writeFlowMap } from './flow-map.mjs';
import { readPaletteLabels } from './palette-labels.mjs';

describe('the truth files', () => {
  /** @type {string} */
  let folder;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'truth-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('pack two 12-bit places into three bytes', async () => {
    const path = join(folder, 'bytes.png');
    const bytes = Uint8Array.from([0xab, 0xc1, 0x23, 0, 0, 0, 0, 0, 1]);
    await sharp(bytes, { raw: { width: 3, height: 1, channels: 3 } })
      .png()
      .toFile(path);
    const { places } = await readFlowMap(path);
    expect([...places]).toEqual([0xabc / 4096, 0x123 / 4096, NaN, NaN, 0, 1 / 4096]);
  });

  it('come back as they were written', async () => {
    const path = join(folder, 'flow.png');
    const places = Float32Array.from([0.25, 0.75, NaN, NaN, 0.999, 0.001, 0.5, 0.123]);
    await writeFlowMap({ widthPx: 2, heightPx: 2, places }, path);
    const read = await readFlowMap(path);
    expect([read.widthPx, read.heightPx]).toEqual([2, 2]);
    read.places.forEach((place, i) => {
      if (Number.isNaN(places[i])) expect(place).toBeNaN();
      else expect(Math.abs(place - places[i])).toBeLessThanOrEqual(1.01 / 4096);
    });
  });

  it('have labels as indices into a palette', async () => {
    const labels = await readPaletteLabels(join(import.meta.dirname, '../../../examples/assets/shopper-test-labels.png'));
    expect([labels.widthPx, labels.heightPx]).toEqual([900, 1200]);
    expect(labels.data[0]).toBe(0);
    const present = [...new Set(labels.data)].sort();
    expect(present).toEqual(expect.arrayContaining([0, 1, 2, 3, 5]));
    expect(Math.max(...present)).toBeLessThanOrEqual(8);
  });
});
