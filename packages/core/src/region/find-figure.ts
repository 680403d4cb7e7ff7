import type { WarningCode } from '../errors.js';
import { TryOnError } from '../errors.js';
import type { GarmentKind } from '../garment-type.js';
import { scaleRect } from '../image/bounding-box.js';
import type { Rect, RgbaImage } from '../image/image.js';
import { wholeOf } from '../image/resample.js';
import type { View } from '../image/view.js';
import { lookThrough } from '../image/view.js';
import { bodyConfidence } from '../locate/body-confidence.js';
import { clearCells } from '../locate/joint-maps.js';
import type { Landmarks } from '../locate/landmarks.js';
import { readLandmarks } from '../locate/read-landmarks.js';
import { segmentBothWays } from '../mask/class-confidences.js';
import { findPerson } from '../mask/find-person.js';
import { growWithin } from '../network/canonical-frame.js';
import type { ClassConfidences, Segmenter } from '../ports.js';
import { estimateExposure } from './estimate-exposure.js';
import { guessTurn, isUpright } from './find-turn.js';

/** A person as a view of the photo shows them: upright, and large enough to tell what is worn. */
export interface SeenPerson {
  /** What the view shows. All that follows is in its pixels. */
  readonly photo: RgbaImage;
  readonly confidences: ClassConfidences;
  readonly landmarks: Landmarks;
  /** See `estimateExposure`. */
  readonly exposure: number;
}

/** The largest person of a photo. */
export interface Figure {
  readonly view: View;
  readonly seen: SeenPerson;
  /** Garment kinds on the person, largest first. */
  readonly worn: readonly GarmentKind[];
  readonly warnings: readonly WarningCode[];
}

/** A person in a smaller share of the picture is looked at again from near: the parser's grid has few pixels for them. */
const smallShare = 1 / 6;
/** Room about the person then, of the longer side; as much as the parser was taught with. */
const nearRoom = 0.25;

/**
 * Finds the largest person: in the whole photo, again on a crop where they are small, and again turned upright where the joints are in doubt. A photo of
 * which the first look leaves no doubt costs one look.
 *
 * @throws TryOnError `no-person`.
 */
export async function findFigure(photo: RgbaImage, segmenter: Segmenter): Promise<Figure> {
  const whole: View = { rect: wholeOf(photo), quarterTurns: 0 };
  const first = await look(photo, whole, segmenter);
  const near = first && (await lookFromNear(photo, first, segmenter));
  const found = near ?? first;
  const figure = (await lookTurned(photo, found, whole, segmenter)) ?? found;
  if (!figure) throw new TryOnError('no-person', 'Nobody was found in the photo.');
  const { view, seen, worn, warnings } = figure;
  return { view, seen: { ...seen, exposure: estimateExposure(seen.photo, seen.confidences) }, worn, warnings };
}

/** A figure as far as it takes to choose between looks. */
interface Look extends Omit<Figure, 'seen'> {
  readonly seen: Omit<SeenPerson, 'exposure'>;
  /** About the person, in the view's pixels. */
  readonly box: Rect;
}

async function look(photo: RgbaImage, view: View, segmenter: Segmenter): Promise<Look | undefined> {
  const picture = lookThrough(photo, view);
  const { jointMaps, ...confidences } = await segmentBothWays(picture, wholeOf(picture), segmenter);
  const found = findPerson(confidences);
  if (!found) return undefined;
  const { box, others, worn, warnings } = found;
  const landmarks = readLandmarks(others ? clearCells(jointMaps, others) : jointMaps, wholeOf(picture));
  const inPicture = scaleRect(box, picture.widthPx / confidences.widthPx, picture.heightPx / confidences.heightPx);
  return { view, seen: { photo: picture, confidences, landmarks }, worn, warnings, box: inPicture };
}

/** Other people whom the crop cuts off are still in the photo. */
async function lookFromNear(photo: RgbaImage, { view, box, warnings }: Look, segmenter: Segmenter): Promise<Look | undefined> {
  const areaOf = ({ widthPx, heightPx }: Rect) => widthPx * heightPx;
  if (areaOf(box) >= smallShare * areaOf(view.rect)) return undefined;
  const longerPx = Math.max(box.widthPx, box.heightPx);
  const rect = growWithin(box, nearRoom * longerPx, nearRoom * longerPx, photo);
  const near = await look(photo, { rect, quarterTurns: 0 }, segmenter);
  return near && { ...near, warnings: [...new Set([...warnings, ...near.warnings])] };
}

/** @param whole what is turned where nobody has been found. */
async function lookTurned(
  photo: RgbaImage,
  found: Look | undefined,
  whole: View,
  segmenter: Segmenter,
): Promise<Look | undefined> {
  const confidence = found ? bodyConfidence(found.seen.landmarks) : 0;
  const quarterTurns = await guessTurn(found?.seen.photo ?? photo, confidence, segmenter);
  if (quarterTurns === 0) return undefined;
  const turned = await look(photo, { rect: (found?.view ?? whole).rect, quarterTurns }, segmenter);
  return turned && isUpright(turned.seen.landmarks, confidence) ? turned : undefined;
}
