import { findWorn } from '../alignment/locate/find-worn.js';
import type { Surroundings } from '../alignment/shape/surroundings.js';
import type { GarmentKind } from '../garment-type.js';
import type { Rect } from '../image/image.js';
import type { JointName } from '../locate/landmarks.js';
import { resampleMask } from '../mask/garment-mask.js';
import { canonicalRect } from '../network/canonical-frame.js';
import type { ClothingClass } from '../ports.js';
import { canonicalSizePx } from '../ports.js';
import { confidenceOver } from './both-looks.js';
import type { SeenPerson } from './find-figure.js';
import type { PreparedRegion } from './person-region.js';

/** How far down the body a product of a kind may reach. */
const lowestJoints: Readonly<Record<GarmentKind, readonly JointName[]>> = {
  top: ['leftKnee', 'rightKnee', 'leftWrist', 'rightWrist'],
  outerwear: ['leftKnee', 'rightKnee', 'leftWrist', 'rightWrist'],
  dress: ['leftAnkle', 'rightAnkle', 'leftWrist', 'rightWrist'],
  bottom: ['leftAnkle', 'rightAnkle'],
};
/** Below and beside the outermost joints, as a share of the extent. */
const room = 0.08;

/** The worn garment with as much of the body about it as a product of its kind could cover. */
export function findSurroundings(person: SeenPerson, region: PreparedRegion, kind: GarmentKind): Surroundings {
  const { photo, confidences, landmarks } = person;
  const size = canonicalSizePx;
  const joints = lowestJoints[kind].map((name) => region.worn.landmarks[name]);
  const toPhoto = region.crop.widthPx / size;
  const xs = joints.map(({ xPx }) => region.crop.xPx + xPx * toPhoto);
  const ys = joints.map(({ yPx }) => region.crop.yPx + yPx * toPhoto);
  const { rect } = region.mask;
  const crop = canonicalRect(boxAbout(rect, xs, ys));
  const classes = (names: readonly ClothingClass[]) => confidenceOver(person, region.near, crop, names);
  const mask = resampleMask(region.mask, crop, size, size);
  const clothAndSkin = classes(['skin', 'top', 'outerwear', 'bottom', 'dress']);
  mask.data.forEach((value, i) => (clothAndSkin.data[i] = Math.max(value, clothAndSkin.data[i] as number)));
  return {
    crop,
    pictureEndRow: ((photo.heightPx - crop.yPx) * size) / crop.heightPx,
    worn: findWorn(mask, rect, crop, photo, confidences, landmarks),
    clothAndSkin,
    skin: classes(['skin']),
    lower: classes(['bottom']),
    dress: classes(['dress']),
  };
}

/** The rectangle with the points in it, and room about them. */
function boxAbout(rect: Rect, xs: readonly number[], ys: readonly number[]): Rect {
  const left = Math.min(rect.xPx, ...xs);
  const top = Math.min(rect.yPx, ...ys);
  const right = Math.max(rect.xPx + rect.widthPx, ...xs);
  const bottom = Math.max(rect.yPx + rect.heightPx, ...ys);
  const [roomX, roomY] = [room * (right - left), room * (bottom - top)];
  return { xPx: left - roomX, yPx: top - roomY, widthPx: right - left + 2 * roomX, heightPx: bottom - top + 2 * roomY };
}
