import type { Plane, RgbaImage } from '../image/image.js';
import { createPlane } from '../image/image.js';

/** Levels per channel of the colour histograms. */
const levels = 12;
/** Pixels added to every bin, so that a colour seen once proves nothing. */
const priorPx = 8;
/** Weight of colour against the parser, and the most that colour alone may change the odds. */
const temper = 0.8;
const strongestOdds = 16;
const iterations = 3;

/**
 * Sharpens a garment's confidence by its own colours: cloth of one garment shares few colours, and what lies around it mostly has others.
 * Histograms of garment and surroundings are taken where the parser is sure, and Bayes' rule turns them into new odds; the colour models of
 * GrabCut (Rother et al. 2004) without its graph, as the guided filter keeps edges afterwards.
 *
 * @param view the photo on the confidence's grid.
 */
export function weighColours(confidence: Plane, view: RgbaImage): Plane {
  const count = confidence.data.length;
  const bins = new Uint16Array(count);
  const level = (value: number) => Math.min(levels - 1, Math.floor((value / 256) * levels));
  for (let i = 0; i < count; i++) {
    const at = i * 4;
    const [red, green, blue] = [view.data[at] as number, view.data[at + 1] as number, view.data[at + 2] as number];
    bins[i] = (level(red) * levels + level(green)) * levels + level(blue);
  }
  let current = confidence;
  for (let iteration = 0; iteration < iterations; iteration++) {
    const odds = colourOdds(current, bins);
    const next = createPlane(confidence.widthPx, confidence.heightPx);
    for (let i = 0; i < count; i++) {
      const prior = Math.min(0.999, Math.max(0.001, confidence.data[i] as number));
      const posterior = (prior / (1 - prior)) * (odds[bins[i] as number] as number);
      next.data[i] = posterior / (1 + posterior);
    }
    current = next;
  }
  return current;
}

/** Weight of a pixel as a witness: none while the parser is in doubt, full once it is sure. */
function sureness(confidence: number): number {
  return Math.min(1, Math.max(0, (confidence - 0.6) / 0.3));
}

/** Odds of garment against surroundings for every colour bin. */
function colourOdds(confidence: Plane, bins: Uint16Array): Float32Array {
  const inside = new Float32Array(levels ** 3).fill(priorPx);
  const outside = new Float32Array(levels ** 3).fill(priorPx);
  let insidePx = 0;
  let outsidePx = 0;
  for (let i = 0; i < bins.length; i++) {
    const value = confidence.data[i] as number;
    const bin = bins[i] as number;
    const sureInside = sureness(value);
    const sureOutside = sureness(1 - value);
    inside[bin] = (inside[bin] as number) + sureInside;
    outside[bin] = (outside[bin] as number) + sureOutside;
    insidePx += sureInside;
    outsidePx += sureOutside;
  }
  const balance = (outsidePx + 1) / (insidePx + 1);
  return inside.map((seen, bin) => {
    const ratio = (seen * balance) / (outside[bin] as number);
    return Math.min(strongestOdds, Math.max(1 / strongestOdds, ratio ** temper));
  });
}
