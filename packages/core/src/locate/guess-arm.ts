import type { PhotoSize, Silhouettes } from './guess-landmarks.js';
import type { Landmark } from './landmarks.js';

/** In shoulder widths: an arm with its hand, and what of it is found at least; shares of it at elbow and wrist. */
const [reach, leastReach, elbowShare, wristShare] = [2.1, 1, 0.41, 0.78] as const;
/** What lies farther from the axis than this, in shoulder widths, is no trunk. A hanging arm leans outwards by this much of its length. */
const [besideTrunk, outward] = [0.62, 0.1] as const;

/** An arm straight towards what of sleeve and skin is farthest from its shoulder beside the trunk; one of which nothing is seen hangs. In photo pixels. */
export function guessArm(
  { upper, skin }: Silhouettes,
  photo: PhotoSize,
  shoulder: Landmark,
  shoulders: Landmark,
  shoulderWidthPx: number,
): { readonly elbow: Landmark; readonly wrist: Landmark } {
  const [stepX, stepY] = [photo.widthPx / upper.widthPx, photo.heightPx / upper.heightPx];
  const sign = shoulder.xPx < shoulders.xPx ? -1 : 1;
  let [dx, dy, farthest] = [sign * outward, 1, leastReach * shoulderWidthPx];
  upper.data.forEach((value, i) => {
    if (value + (skin.data[i] as number) < 0.5) return;
    const xPx = ((i % upper.widthPx) + 0.5) * stepX;
    const yPx = (Math.floor(i / upper.widthPx) + 0.5) * stepY;
    if (yPx < shoulder.yPx || sign * (xPx - shoulders.xPx) < besideTrunk * shoulderWidthPx) return;
    const distance = Math.hypot(xPx - shoulder.xPx, yPx - shoulder.yPx);
    if (distance <= farthest || distance > reach * shoulderWidthPx) return;
    [dx, dy, farthest] = [(xPx - shoulder.xPx) / distance, (yPx - shoulder.yPx) / distance, distance];
  });
  const along = (share: number): Landmark => ({
    xPx: shoulder.xPx + share * reach * shoulderWidthPx * dx,
    yPx: shoulder.yPx + share * reach * shoulderWidthPx * dy,
    confidence: 0,
  });
  return { elbow: along(elbowShare), wrist: along(wristShare) };
}
