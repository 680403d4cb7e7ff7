import { scaleRect } from '../../image/bounding-box.js';
import type { Plane, Rect } from '../../image/image.js';
import { resamplePlane } from '../../image/resample.js';
import { sumOfClasses } from '../../mask/class-confidences.js';
import type { ClassConfidences } from '../../ports.js';
import type { Figure } from './figure.js';
import { figureInCrop, findFigure, levelOfRow } from './figure.js';
import type { WornGarment } from './worn-garment.js';

/** Boots reach at least this high, in body heights; what ends there above footwear is tucked into it. */
const bootLevel = 0.12;
/** A mask that comes this near to the picture's lower edge is cut off by it; the parser is unsure of the last row. */
const edgeFraction = 0.01;

/** Boots are this wide against the trousers that go into them, and are looked for this far below, in canonical sides. */
const bootFit = 0.6;
const bootReach = 0.03;

type Size = Readonly<Record<'widthPx' | 'heightPx', number>>;

/**
 * What the photo tells about a worn garment beside its mask.
 *
 * @param canonicalMask the garment on the grid of `crop`.
 * @param box about the garment, and `crop`: in pixels of the photo.
 */
export function findWorn(canonicalMask: Plane, box: Rect, crop: Rect, photo: Size, confidences: ClassConfidences): WornGarment {
  const { widthPx, heightPx } = canonicalMask;
  const inParser = scaleRect(crop, confidences.widthPx / photo.widthPx, confidences.heightPx / photo.heightPx);
  const upper = resamplePlane(sumOfClasses(confidences, ['top', 'outerwear', 'dress']), inParser, widthPx, heightPx, 'zero');
  const figure = findFigure(confidences, photo);
  const bottomPx = box.yPx + box.heightPx;
  const cutOff = bottomPx >= photo.heightPx - Math.max(1, edgeFraction * photo.heightPx);
  return {
    mask: canonicalMask,
    upper,
    figure: figure && figureInCrop(figure, crop, heightPx),
    hemSeen: !cutOff && !endsInBoots(canonicalMask, crop, bottomPx, photo, confidences, figure),
  };
}

/** Whether the garment goes on in footwear, well above the ankle: a hem over boots is wider than they are. */
function endsInBoots(
  mask: Plane,
  crop: Rect,
  bottomPx: number,
  photo: Size,
  confidences: ClassConfidences,
  figure: Figure | undefined,
) {
  if (!figure || levelOfRow(figure, bottomPx) < bootLevel) return false;
  const footwear = resamplePlane(
    sumOfClasses(confidences, ['footwear']),
    scaleRect(crop, confidences.widthPx / photo.widthPx, confidences.heightPx / photo.heightPx),
    mask.widthPx,
    mask.heightPx,
    'zero',
  );
  const row = ((bottomPx - crop.yPx) / crop.heightPx) * mask.heightPx;
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
