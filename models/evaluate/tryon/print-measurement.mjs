/** Prints of known geometry on plain garments, judged at the photo's own resolution. */
import { printContrast, stripeErrors, templateCorrelation } from '../fidelity/print-fidelity.mjs';
import { print, printedWords } from '../pictures/glyphs.mjs';
import { createRandom } from '../pictures/random.mjs';
import { contrastingColours, paintTexture, stripes } from '../pictures/texture.mjs';
import { tryOnPlaced } from './placed-garment.mjs';
import { summariseFigures } from './score.mjs';
import { splitGarment } from './shading.mjs';
import { wear } from './worn-garment.mjs';

/** @typedef {import('@stylemap-tryon/core').Rect} Rect */

const slowestStripes = 0.065;
const fastestStripes = 0.03;
/** Narrower stripes than this many pixels of the photo are no stripes. */
const narrowestPx = 6;

/**
 * @param {readonly import('./worn-garment.mjs').WornGarment[]} garments patterned ones are passed over
 * @param {import('@stylemap-tryon/core').StylemapNetwork} network
 */
export async function measurePrints(garments, network) {
  const rows = [];
  for (const garment of garments) {
    if (!splitGarment(garment).plain) continue;
    const { id, kind, photo, opacity, frame } = garment;
    const random = createRandom(`prints ${id}`);
    const wearing = await wear(garment, photo, network);

    const [base, colour] = contrastingColours(random);
    const fastest = Math.max(fastestStripes, narrowestPx / frame.widthPx);
    const truth = {
      periodFraction: random.uniform(fastest, Math.max(fastest, slowestStripes)),
      angle: random.uniform(0, Math.PI),
    };
    const striped = await tryOnPlaced(wearing, paintTexture(stripes({ base, colour, ...truth }), frame, photo), network);

    const [ground, ink] = contrastingColours(random);
    const word = random.pick(printedWords);
    const box = chestBox(opacity, frame);
    const template = paintTexture(print({ base: ground, colour: ink, word, box }), frame, photo);
    const printed = await tryOnPlaced(wearing, template, network);
    const boxPx = {
      xPx: frame.xPx + box.xPx * frame.widthPx,
      yPx: frame.yPx + box.yPx * frame.heightPx,
      widthPx: box.widthPx * frame.widthPx,
      heightPx: box.heightPx * frame.heightPx,
    };
    rows.push({
      id,
      kind,
      figures: {
        ...stripeErrors(striped.result, opacity, frame, truth),
        glyphCorrelation: templateCorrelation(printed.result, template, opacity, boxPx, frame),
        stripeContrast: printContrast(striped.result, striped.relit, opacity, frame),
        glyphContrast: printContrast(printed.result, printed.relit, opacity, frame),
        warpShare: (striped.warpShare + printed.warpShare) / 2,
      },
    });
  }
  return { samples: rows.length, figures: summariseFigures(rows.map(({ figures }) => figures)), rows };
}

/** Where a word fits: about the middle of the garment, as wide as most of it is. @param {import('@stylemap-tryon/core').Plane} opacity @param {Rect} frame @returns {Rect} fractions of the frame */
function chestBox({ widthPx, data }, frame) {
  let [sum, sumX, sumY] = [0, 0, 0];
  data.forEach((value, i) => {
    sum += value;
    sumX += value * (i % widthPx);
    sumY += value * Math.floor(i / widthPx);
  });
  const width = (0.8 * Math.sqrt(sum / 2)) / frame.widthPx;
  const height = width / 2.5;
  const [u, v] = [(sumX / sum + 0.5 - frame.xPx) / frame.widthPx, (sumY / sum + 0.5 - frame.yPx) / frame.heightPx];
  return { xPx: u - width / 2, yPx: v - height / 2, widthPx: width, heightPx: height };
}
