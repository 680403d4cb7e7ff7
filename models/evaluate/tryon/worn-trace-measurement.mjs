/** What of the worn garment is seen in the result: its pattern should not be, its folds should. */
import { foldCorrelation, meanDifferenceCodes } from '../fidelity/picture-metrics.mjs';
import { canonicalView } from '../pictures/canonical-view.mjs';
import { createRandom } from '../pictures/random.mjs';
import { paintTexture, plain, randomColour, randomPattern } from '../pictures/texture.mjs';
import { classicalTransfer, shadingOf } from './baselines.mjs';
import { tryOnPlaced } from './placed-garment.mjs';
import { summarise } from './score.mjs';
import { dressIn, splitGarment } from './shading.mjs';
import { wear } from './worn-garment.mjs';

/**
 * @typedef {import('./worn-garment.mjs').WornGarment} WornGarment
 * @typedef {import('@stylemap-tryon/core').StylemapNetwork} StylemapNetwork
 */

/**
 * One photo wearing two synthetic garments, a plain and a patterned one, under the same light, and the same new garment on both: mean difference of the results in 8-bit codes.
 * @param {readonly WornGarment[]} garments
 * @param {StylemapNetwork} network
 */
export async function measureLeak(garments, network) {
  const rows = [];
  for (const garment of garments) {
    const random = createRandom(`leak ${garment.id}`);
    const split = splitGarment(garment);
    const reference = paintTexture(randomPattern(random), garment.frame, garment.photo);
    const twins = [];
    for (const old of [plain(randomColour(random)), randomPattern(random)]) {
      const photo = dressIn(garment, split, paintTexture(old, garment.frame, garment.photo), 1);
      const wearing = await wear(garment, photo, network);
      const { crop, canonicalMask: mask } = wearing.region;
      const seen = canonicalView(photo, crop);
      const task = { photo: seen, reference: canonicalView(reference, crop), mask };
      twins.push({
        mask,
        result: canonicalView((await tryOnPlaced(wearing, reference, network)).result, crop),
        classical: classicalTransfer(task, shadingOf(seen, mask, { lowPass: false })),
      });
    }
    const [one, two] = twins;
    rows.push({
      id: garment.id,
      kind: garment.kind,
      result: meanDifferenceCodes(one.result, two.result, one.mask),
      classical: meanDifferenceCodes(one.classical, two.classical, one.mask),
    });
  }
  const [result, classical] = [summarise(rows.map((row) => row.result)), summarise(rows.map((row) => row.classical))];
  return { samples: rows.length, result, classical, ratioOfMeans: result.mean / classical.mean, rows };
}

/**
 * Photos of plain garments that get another plain colour: correlation of the low-passed log-luminance before and after.
 * @param {readonly WornGarment[]} garments of any kind; patterned ones are passed over
 * @param {StylemapNetwork} network
 */
export async function measureFolds(garments, network) {
  const rows = [];
  for (const garment of garments) {
    if (!splitGarment(garment).plain) continue;
    const colour = randomColour(createRandom(`folds ${garment.id}`));
    const wearing = await wear(garment, garment.photo, network);
    const { crop, canonicalMask } = wearing.region;
    const { result } = await tryOnPlaced(wearing, paintTexture(plain(colour), crop, garment.photo), network);
    const [after, before] = [canonicalView(result, crop), canonicalView(garment.photo, crop)];
    rows.push({ id: garment.id, kind: garment.kind, correlation: foldCorrelation(after, before, canonicalMask) });
  }
  return { samples: rows.length, correlation: summarise(rows.map(({ correlation }) => correlation)), rows };
}
