import type { GarmentAttributes } from '../../garment-attributes.js';
import type { GarmentKind } from '../../garment-type.js';
import type { Interior } from '../../image/interior.js';
import { clothOf } from '../align.js';
import type { JointName } from '../../locate/landmarks.js';
import { shape } from '../proportions.js';
import type { ShapeChange } from './part.js';
import { planLower } from './plan-lower.js';
import { planUpper } from './plan-upper.js';
import type { Surroundings } from './surroundings.js';

/** What of a product tells its shape. */
export interface ShapedProduct {
  readonly interior: Interior;
  readonly attributes: GarmentAttributes;
}

/** How the silhouette of what is worn has to change for a product of its kind to keep its own sleeves, hem and neckline. */
export function planShape(
  around: Surroundings,
  { interior, attributes: { sleeve, legs } }: ShapedProduct,
  kind: GarmentKind,
): ShapeChange {
  if (kind === 'bottom') {
    const plan = planLower(around, clothOf(interior), legs);
    return isKnown(around, kind) ? plan : { ...asWorn, released: plan.released };
  }
  if (!isKnown(around, kind)) return asWorn;
  const plan = planUpper(around, clothOf(interior), sleeve, kind === 'dress');
  return isFromSide(around) ? { ...asWorn, released: plan.released } : plan;
}

const asWorn: ShapeChange = { onArms: [], onTrunk: [], released: [], hidden: [], bared: [], shoulderWidthPx: 1, kept: true };

/** Whether the body is seen well enough to say where cloth would end on it. */
function isKnown({ worn: { landmarks }, pictureEndRow }: Surroundings, kind: GarmentKind): boolean {
  const isSeen = (name: JointName) => landmarks[name].confidence >= shape.sureFrom;
  const sure = (...names: JointName[]) => names.every(isSeen);
  if (kind !== 'bottom') return sure('leftHip', 'rightHip', 'leftShoulder', 'rightShoulder');
  // Of a photo of legs alone the waistband stands for the hips.
  if (!sure('leftHip', 'rightHip')) return sure('leftAnkle', 'rightAnkle');
  // Knees below the picture matter to nothing in it.
  const knees = ['leftKnee', 'rightKnee'] as const;
  return knees.every((name) => isSeen(name) || landmarks[name].yPx > shape.beyondPicture * pictureEndRow);
}

/** From the side it is not seen how wide cloth lies, only how low it hangs. */
function isFromSide({ worn: { landmarks } }: Surroundings): boolean {
  const { leftShoulder, rightShoulder, leftHip, rightHip } = landmarks;
  const lengthPx = Math.hypot(
    (leftHip.xPx + rightHip.xPx - leftShoulder.xPx - rightShoulder.xPx) / 2,
    (leftHip.yPx + rightHip.yPx - leftShoulder.yPx - rightShoulder.yPx) / 2,
  );
  return Math.hypot(leftShoulder.xPx - rightShoulder.xPx, leftShoulder.yPx - rightShoulder.yPx) < shape.sideView * lengthPx;
}
