import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRegionStages, isAbortError, replaceMaskStages, type Stage } from '@stylemap-tryon/core';
import type { EditableMask } from '../shared/editable-mask.js';
import { connectTestClient } from '../../test/connected-client.js';
import { drawPerson, drawProduct } from '../../test/drawn-pictures.js';
import { NodeImageData, nodeImageData } from '../../test/node-image-data.js';
import type { PortWorker } from '../../test/port-worker.js';
import type { TryOnClient } from './try-on-client.js';
import type { Garment, Person } from './try-on.js';

const shirtRed = [180, 30, 30];
const [sleeve, chest] = [
  { xPx: 34, yPx: 70 },
  { xPx: 64, yPx: 75 },
];

describe('the mask of a worn garment', () => {
  let workers: PortWorker[];
  let tryOn: TryOnClient;
  let person: Person;
  let garment: Garment;

  beforeEach(async () => {
    Object.assign(globalThis, { ImageData: NodeImageData });
    ({ tryOn, workers } = connectTestClient());
    person = await tryOn.preparePerson(nodeImageData(drawPerson()));
    garment = await tryOn.prepareGarment(nodeImageData(drawProduct()), { type: 'top' });
  });

  afterEach(() => {
    tryOn.dispose();
    Reflect.deleteProperty(globalThis, 'ImageData');
  });

  /** The mask without the sleeve at the left. */
  const withoutSleeve = ({ alpha, ...rest }: EditableMask): EditableMask => ({
    ...rest,
    alpha: alpha.map((value, i) => ((i % rest.widthPx) + rest.xPx < 40 ? 0 : value)),
  });

  const dressedPixel = async ({ xPx, yPx }: { xPx: number; yPx: number }) => {
    const { imageData } = await tryOn.dress(person, garment);
    const at = (yPx * imageData.width + xPx) * 4;
    return [...imageData.data.subarray(at, at + 3)];
  };

  it('is the one that a garment is dressed on, in photo pixels', async () => {
    const mask = await tryOn.getMask(person, 'top');
    expect(mask.kind).toBe('top');
    expect(mask.alpha).toHaveLength(mask.widthPx * mask.heightPx);
    const opacity = mask.alpha[(chest.yPx - mask.yPx) * mask.widthPx + chest.xPx - mask.xPx];
    expect(opacity).toBe(255);
    const result = await tryOn.dress(person, garment);
    expect(result.mask).toEqual(mask);
  });

  it('is found once', async () => {
    const stagesOf = async (call: (onProgress: (progress: { stage: Stage }) => void) => Promise<unknown>) => {
      const seen = new Set<Stage>();
      await call(({ stage }) => seen.add(stage));
      return [...seen];
    };
    expect(await stagesOf((onProgress) => tryOn.getMask(person, 'top', { onProgress }))).toEqual(findRegionStages);
    expect(await stagesOf((onProgress) => tryOn.getMask(person, 'top', { onProgress }))).toEqual([]);
    const mask = await tryOn.getMask(person, 'top');
    expect(await stagesOf((onProgress) => tryOn.setMask(person, mask, { onProgress }))).toEqual(replaceMaskStages);
  });

  it('can be replaced: later garments of the kind stay inside the new one', async () => {
    expect(await dressedPixel(sleeve)).not.toEqual(shirtRed);
    const brushed = withoutSleeve(await tryOn.getMask(person, 'top'));
    await tryOn.setMask(person, brushed);
    expect(await dressedPixel(sleeve)).toEqual(shirtRed);
    expect(await dressedPixel(chest)).not.toEqual(shirtRed);
    expect((await tryOn.getMask(person, 'top')).xPx).toBeGreaterThanOrEqual(40);
    expect((await tryOn.getMask(person, 'bottom')).kind).toBe('bottom');
  });

  it('belongs to the caller, who may paint on while it is being set', async () => {
    const mask = await tryOn.getMask(person, 'top');
    const setting = tryOn.setMask(person, mask);
    mask.alpha.fill(0);
    await setting;
    expect((await tryOn.getMask(person, 'top')).alpha).toContain(255);
  });

  it('survives the loss of the worker', async () => {
    await tryOn.setMask(person, withoutSleeve(await tryOn.getMask(person, 'top')));
    workers[0]!.crash();
    expect(await dressedPixel(sleeve)).toEqual(shirtRed);
    expect(workers).toHaveLength(2);
  });

  it('is not replaced by an empty one', async () => {
    const mask = await tryOn.getMask(person, 'top');
    const empty = { ...mask, alpha: new Uint8Array(mask.alpha.length) };
    await expect(tryOn.setMask(person, empty)).rejects.toMatchObject({ code: 'no-garment', stage: 'mask' });
    expect(await tryOn.getMask(person, 'top')).toEqual(mask);
  });

  it('is not replaced when the call is aborted', async () => {
    const mask = await tryOn.getMask(person, 'top');
    const abort = new AbortController();
    const setting = tryOn.setMask(person, withoutSleeve(mask), {
      signal: abort.signal,
      onProgress: (progress) => {
        if (progress.stage === 'mask') abort.abort();
      },
    });
    await expect(setting).rejects.toSatisfy(isAbortError);
    expect(await tryOn.getMask(person, 'top')).toEqual(mask);
  });

  it('waits its turn: a garment asked for earlier is dressed on the old one', async () => {
    const brushed = withoutSleeve(await tryOn.getMask(person, 'top'));
    const [before, , after] = await Promise.all([
      tryOn.dress(person, garment),
      tryOn.setMask(person, brushed),
      tryOn.dress(person, garment),
    ]);
    expect(before.mask.xPx).toBeLessThan(40);
    expect(after.mask.xPx).toBeGreaterThanOrEqual(40);
  });

  it('is refused by name when misused', async () => {
    const mask = await tryOn.getMask(person, 'top');
    await expect(tryOn.getMask(person, 'auto' as never)).rejects.toThrow(/kind/);
    await expect(tryOn.getMask({ ...person }, 'top')).rejects.toThrow(/person/);
    await expect(tryOn.setMask({ ...person }, mask)).rejects.toThrow(/person/);
    await expect(tryOn.setMask(person, { ...mask, xPx: 100 })).rejects.toThrow(/leaves the photo/);
    person.dispose();
    await expect(tryOn.getMask(person, 'top')).rejects.toBeInstanceOf(TypeError);
  });
});
