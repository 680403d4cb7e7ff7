import {
  createRun,
  dress,
  dressStages,
  prepareGarment,
  prepareGarmentStages,
  preparePerson,
  preparePersonStages,
} from '@stylemap-tryon/core';
import { sdkAssetFolder } from './asset-folder.js';
import type { RenderCommand } from './arguments.js';
import { createNodeEngine, type NodeEngine } from './node-engine.js';
import { maxDifferenceOutsideMask } from './outside-difference.js';
import { readImage } from './read-image.js';
import type { RenderReceipt } from './receipt.js';
import { writeImage } from './write-image.js';

/** Files in, file out. @throws TryOnError */
export async function render(command: RenderCommand): Promise<RenderReceipt> {
  const planned = ['load', 'decode', 'decode', ...preparePersonStages, ...prepareGarmentStages, ...dressStages] as const;
  const run = createRun(planned, { now: () => performance.now() });
  let engine: NodeEngine | undefined;
  try {
    engine = await run.step('load', () => createNodeEngine(command.modelsDir ?? sdkAssetFolder()));
    const photo = await run.step('decode', () => readImage(command.personPath));
    const product = await run.step('decode', () => readImage(command.garmentPath));
    const person = await preparePerson(photo, engine, run);
    const garment = await prepareGarment(product, command.type, engine, run);
    const { image, mask, kind, warnings } = await dress(person, garment, engine, run, { strength: command.strength });
    await writeImage(command.outPath, image);
    return {
      version: engine.info.version,
      models: engine.info.models,
      backend: engine.info.backend,
      segmenter: engine.info.segmenter,
      stages: run.timings,
      totalMs: run.timings.reduce((sum, { ms }) => sum + ms, 0),
      widthPx: image.widthPx,
      heightPx: image.heightPx,
      kind,
      warnings,
      maxDifferenceOutsideMask: maxDifferenceOutsideMask(photo, image, mask),
    };
  } finally {
    engine?.dispose();
  }
}
