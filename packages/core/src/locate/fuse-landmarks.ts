import type { Rect } from '../image/image.js';
import type { Landmark, Landmarks } from './landmarks.js';
import { jointNames } from './landmarks.js';

/** Nearer to an edge of the crop than this share of its side, a joint may be an arm that goes on outside. */
const edgeShare = 1 / 32;

/**
 * Joints of a whole picture, made finer by those of a part of it: the whole knows which limb is which, the part has smaller cells.
 *
 * @param rect what the part covers, in photo pixels
 */
export function fuseLandmarks(whole: Landmarks, part: Landmarks, rect: Rect): Landmarks {
  const fused = jointNames.map((name) => [name, isInside(part[name], rect) ? fuse(whole[name], part[name], rect) : whole[name]]);
  return Object.fromEntries(fused) as Landmarks;
}

function isInside({ xPx, yPx }: Landmark, rect: Rect): boolean {
  const [x, y] = [(xPx - rect.xPx) / rect.widthPx, (yPx - rect.yPx) / rect.heightPx];
  return Math.min(x, y, 1 - x, 1 - y) > edgeShare;
}

/** Shares of the part's longer side: answers that lie farther apart mean different places, of which the surer one is right. */
const agreement = 0.08;

function fuse(whole: Landmark, part: Landmark, rect: Rect): Landmark {
  const apart = Math.hypot(whole.xPx - part.xPx, whole.yPx - part.yPx);
  if (apart > agreement * Math.max(rect.widthPx, rect.heightPx)) return part.confidence > whole.confidence ? part : whole;
  const share = part.confidence / Math.max(1e-6, part.confidence + whole.confidence);
  return {
    xPx: whole.xPx + share * (part.xPx - whole.xPx),
    yPx: whole.yPx + share * (part.yPx - whole.yPx),
    confidence: Math.max(whole.confidence, part.confidence),
  };
}
