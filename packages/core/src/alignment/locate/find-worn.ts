import { scaleRect } from '../../image/bounding-box.js';
import type { Plane, Rect } from '../../image/image.js';
import { resamplePlane } from '../../image/resample.js';
import type { Silhouettes } from '../../locate/guess-landmarks.js';
import type { Landmark, Landmarks } from '../../locate/landmarks.js';
import { jointNames } from '../../locate/landmarks.js';
import { completeLandmarks, isSure } from '../../locate/complete-landmarks.js';
import { personPlane, sumOfClasses } from '../../mask/class-confidences.js';
import type { ClassConfidences } from '../../ports.js';
import type { WornGarment } from './worn-garment.js';

/** A mask that comes this near to the picture's lower edge is cut off by it; the parser is unsure of the last row. */
const edgeFraction = 0.01;
/** Boots are this wide against the trousers that go into them, and are looked for this far below, in canonical sides. */
const bootFit = 0.6;
const bootReach = 0.03;
/** What ends above footwear this far below the knee, as a share of the lower leg, is tucked into it; below are shoes. */
const bootLevel = 0.75;

type Size = Readonly<Record<'widthPx' | 'heightPx', number>>;

/**
 * What the photo tells about a worn garment beside its mask.
 *
 * @param canonicalMask the garment on the grid of `crop`.
 * @param box about the garment, `crop` and `landmarks`: in pixels of the photo.
 */
export function findWorn(
  canonicalMask: Plane,
  box: Rect,
  crop: Rect,
  photo: Size,
  confidences: ClassConfidences,
  landmarks: Landmarks,
): WornGarment {
  const { widthPx, heightPx } = canonicalMask;
  const inParser = scaleRect(crop, confidences.widthPx / photo.widthPx, confidences.heightPx / photo.heightPx);
  const classPlane = (name: 'background' | 'footwear') =>
    resamplePlane(sumOfClasses(confidences, [name]), inParser, widthPx, heightPx, 'zero');
  const bottomPx = box.yPx + box.heightPx;
  const cutOff = bottomPx >= photo.heightPx - Math.max(1, edgeFraction * photo.heightPx);
  const row = ((bottomPx - crop.yPx) / crop.heightPx) * heightPx;
  const inBoots = endsHigh(landmarks, bottomPx) && endsInBoots(canonicalMask, classPlane('footwear'), row);
  return {
    mask: canonicalMask,
    background: classPlane('background'),
    landmarks: landmarksInCrop(completeLandmarks(landmarks, silhouettesOf(confidences), photo), crop, widthPx),
    hemSeen: !cutOff && !inBoots,
  };
}

function silhouettesOf(confidences: ClassConfidences): Silhouettes {
  return {
    person: personPlane(confidences),
    upper: sumOfClasses(confidences, ['top', 'outerwear', 'dress']),
    lower: sumOfClasses(confidences, ['bottom']),
    skin: sumOfClasses(confidences, ['skin']),
    footwear: sumOfClasses(confidences, ['footwear']),
  };
}

/** Joints in pixels of a square grid over a crop of their picture. */
function landmarksInCrop(landmarks: Landmarks, crop: Rect, sizePx: number): Landmarks {
  const scale = sizePx / crop.widthPx;
  const inCrop = ({ xPx, yPx, confidence }: Landmark): Landmark => ({
    xPx: (xPx - crop.xPx) * scale,
    yPx: (yPx - crop.yPx) * scale,
    confidence,
  });
  return Object.fromEntries(jointNames.map((name) => [name, inCrop(landmarks[name])])) as Landmarks;
}

/** Whether a row lies above where shoes begin. */
function endsHigh({ leftKnee, rightKnee, leftAnkle, rightAnkle }: Landmarks, yPx: number): boolean {
  const knee = Math.max(leftKnee.yPx, rightKnee.yPx);
  const ankle = Math.max(leftAnkle.yPx, rightAnkle.yPx);
  return [leftKnee, leftAnkle, rightKnee, rightAnkle].every(isSure) && yPx < knee + bootLevel * (ankle - knee);
}

/** Whether the garment goes on in footwear: a hem over boots is wider than they are. */
function endsInBoots(mask: Plane, footwear: Plane, row: number) {
  const reach = bootReach * mask.heightPx;
  return widestRow(footwear, row, row + reach) > bootFit * widestRow(mask, row - reach, row);
}

/** Most pixels of the plane in any of the rows. */
function widestRow({ widthPx, heightPx, data }: Plane, fromRow: number, toRow: number): number {
  let widest = 0;
  for (let y = Math.max(0, Math.floor(fromRow)); y < Math.min(heightPx, toRow); y++) {
    let count = 0;
    for (let i = y * widthPx; i < (y + 1) * widthPx; i++) count += Number((data[i] as number) >= 0.5);
    widest = Math.max(widest, count);
  }
  return widest;
}
