import type { RgbaImage } from '../image/image.js';
import { resampleImage, wholeOf } from '../image/resample.js';
import type { QuarterTurns } from '../image/view.js';
import { turnImage } from '../image/view.js';
import { readLandmarks } from '../locate/read-landmarks.js';
import type { Landmarks } from '../locate/landmarks.js';
import { trunkConfidence } from '../locate/body-confidence.js';
import type { Segmenter } from '../ports.js';
import { parserSizePx } from '../ports.js';

/** A trunk less sure than this may be made up: of people upside down the parser was at most 0.55 sure, of nine in ten upright ones surer than 0.6. */
const doubtBelow = 0.6;
/** Of a person who lies on their side it was at most 0.25 sure. */
const deepDoubtBelow = 0.3;
/** After a turn the trunk has to be this sure, and this much surer than the body was before: of 24 photos of legs alone an upside-down trunk was up to 0.48 sure. */
const turnedFrom = 0.5;
const surerBy = 0.1;

/** Whether a turned picture shows a trunk where the picture as it was showed hardly a body. */
export function isUpright(turned: Landmarks, confidence: number): boolean {
  return trunkConfidence(turned) > Math.max(turnedFrom, confidence + surerBy);
}

/**
 * How a picture may have to be turned for its person to stand upright: the way in which the parser is surest of a trunk. One pass for the picture
 * upside down, two more where hardly anything of a trunk is seen so far, and none where there is no doubt.
 *
 * @param confidence of the body in the picture as it is, see `bodyConfidence`.
 * @returns 0 where nothing speaks for a turn.
 */
export async function guessTurn(picture: RgbaImage, confidence: number, segmenter: Segmenter): Promise<QuarterTurns> {
  if (confidence >= doubtBelow) return 0;
  const asItIs = resampleImage(picture, wholeOf(picture), parserSizePx, parserSizePx);
  const candidates = confidence < deepDoubtBelow ? ([2, 1, 3] as const) : ([2] as const);
  let best: { readonly turns: QuarterTurns; readonly confidence: number } = { turns: 0, confidence };
  for (const turns of candidates) {
    const { jointMaps } = await segmenter.segment(turnImage(asItIs, turns));
    const landmarks = readLandmarks(jointMaps, wholeOf(asItIs));
    const turned = trunkConfidence(landmarks);
    if (isUpright(landmarks, confidence) && turned > best.confidence) best = { turns, confidence: turned };
  }
  return best.turns;
}
