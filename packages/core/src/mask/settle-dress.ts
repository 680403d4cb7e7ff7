import type { ClassConfidences, ClothingClass } from '../ports.js';
import { clothingClasses } from '../ports.js';
import { strongestClasses } from './class-confidences.js';

/** Trousers this sure, on average, are worn under the dress: a tunic. */
const sureConfidence = 0.85;
/** A part this small beside the rest is the parser's doubt, however sure it is of it. */
const smallestPartFraction = 0.1;

/**
 * One dress, or a top over trousers or a skirt: pixel by pixel the parser mixes the two, but nobody wears patches of both. What it believes of the
 * whole figure decides; the loser's confidence moves to the winner, in place.
 */
export function settleDress(confidences: ClassConfidences): void {
  const count = confidences.widthPx * confidences.heightPx;
  const planeOf = (name: ClothingClass) => {
    const start = clothingClasses.indexOf(name) * count;
    return confidences.data.subarray(start, start + count);
  };
  const [top, bottom, dress] = [planeOf('top'), planeOf('bottom'), planeOf('dress')];
  const strongest = strongestClasses(confidences);
  const parts = { top: { areaPx: 0, sum: 0 }, bottom: { areaPx: 0, sum: 0 } };
  let [dressSum, piecesSum, areaPx] = [0, 0, 0];
  strongest.forEach((index, i) => {
    const name = clothingClasses[index];
    if (name !== 'top' && name !== 'bottom' && name !== 'dress') return;
    areaPx++;
    dressSum += dress[i] as number;
    piecesSum += (top[i] as number) + (bottom[i] as number);
    if (name === 'dress') return;
    parts[name].areaPx++;
    parts[name].sum += name === 'top' ? (top[i] as number) : (bottom[i] as number);
  });
  if (dressSum <= piecesSum) return giveToPieces(top, bottom, dress);
  for (const name of ['top', 'bottom'] as const) {
    const part = parts[name];
    const isWornToo = part.areaPx > smallestPartFraction * areaPx && part.sum > sureConfidence * part.areaPx;
    if (!isWornToo) move(name === 'top' ? top : bottom, dress);
  }
}

function move(from: Float32Array, to: Float32Array): void {
  for (let i = 0; i < to.length; i++) {
    to[i] = (to[i] as number) + (from[i] as number);
    from[i] = 0;
  }
}

function giveToPieces(top: Float32Array, bottom: Float32Array, dress: Float32Array): void {
  for (let i = 0; i < dress.length; i++) {
    const above = (top[i] as number) / Math.max(1e-6, (top[i] as number) + (bottom[i] as number));
    top[i] = (top[i] as number) + above * (dress[i] as number);
    bottom[i] = (bottom[i] as number) + (1 - above) * (dress[i] as number);
    dress[i] = 0;
  }
}
