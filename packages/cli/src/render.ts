import { assetFolder } from '@stylemap-tryon/assets';
import { createRun, dressOutfit, prepareGarment, preparePerson, stagesToDress, type Piece } from '@stylemap-tryon/core';
import { type GarmentArgument, type RenderCommand } from './arguments.js';
import { UsageError } from './usage-error.js';
import { createNodeEngine, type NodeEngine } from './node-engine.js';
import { maxDifferenceOutsideMask } from './outside-difference.js';
import { readImage } from './read-image.js';
import type { RenderReceipt } from './receipt.js';
import { strengthMapOf } from './strength-map.js';
import { writeImage } from './write-image.js';

/** Files in, file out. @throws TryOnError; UsageError for garments that do not go together */
export async function render(command: RenderCommand): Promise<RenderReceipt> {
  // Nobody watches the progress, so nothing has to be planned.
  const run = createRun([], { now: () => performance.now() });
  let engine: NodeEngine | undefined;
  try {
    const loaded = (engine = await run.step('load', () => createNodeEngine(command.modelsDir ?? assetFolder())));
    const read = (path: string) => run.step('decode', () => readImage(path));
    const prepare = async ({ path, type }: GarmentArgument) => prepareGarment(await read(path), type, loaded, run);
    const photo = await read(command.personPath);
    const mapPath = command.strengthMapPath;
    const strengthMap = mapPath === undefined ? undefined : strengthMapOf(await read(mapPath), photo);
    const person = await preparePerson(photo, loaded, run);
    const pieces: Piece[] = [];
    for (const argument of command.garments) {
      const garment = await prepare(argument);
      const mix = command.mix && { garment: await prepare({ ...argument, ...command.mix }), amount: command.mix.amount };
      pieces.push({ garment, shape: command.shape, strength: command.strength, strengthMap, mix });
    }
    requireOutfit(() => stagesToDress(person, pieces));
    const { image, pieces: dressed, warnings } = await dressOutfit(person, pieces, loaded, run);
    await writeImage(command.outPath, image);
    return {
      version: loaded.info.version,
      models: loaded.info.models,
      backend: loaded.info.backend,
      segmenter: loaded.info.segmenter,
      photoScale: 1,
      stages: run.timings,
      totalMs: run.timings.reduce((sum, { ms }) => sum + ms, 0),
      widthPx: image.widthPx,
      heightPx: image.heightPx,
      kinds: dressed.map(({ kind }) => kind),
      attributes: pieces.map(({ garment }) => garment.attributes),
      warnings,
      maxDifferenceOutsideMask: maxDifferenceOutsideMask(
        photo,
        image,
        dressed.map(({ mask }) => mask),
      ),
    };
  } finally {
    engine?.dispose();
  }
}

/** Which products go together is known only once they have been looked at. */
function requireOutfit(plan: () => unknown): void {
  try {
    plan();
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}
