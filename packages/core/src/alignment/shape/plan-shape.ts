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
  if (!isKnown(around, kind)) return { onArms: [], onTrunk: [], released: [], bared: [], shoulderWidthPx: 1, kept: true };
  if (kind === 'bottom') return planLower(around, clothOf(interior), legs);
  return planUpper(around, clothOf(interior), sleeve, kind === 'dress');
}

/** Whether the body is seen well enough, and not from its side, to say where cloth would end on it. */
function isKnown({ worn: { landmarks, hemSeen } }: Surroundings, kind: GarmentKind): boolean {
  const sure = (...names: JointName[]) => names.every((name) => landmarks[name].confidence >= shape.sureFrom);
  const hips = sure('leftHip', 'rightHip');
  // Knees below the picture matter to nothing in it; of a photo of legs alone the waistband stands for the hips.
  if (kind === 'bottom') return hips ? !hemSeen || sure('leftKnee', 'rightKnee') : sure('leftAnkle', 'rightAnkle');
  if (!hips) return false;
  if (!sure('leftShoulder', 'rightShoulder')) return false;
  const { leftShoulder, rightShoulder, leftHip, rightHip } = landmarks;
  const lengthPx = Math.hypot(
    (leftHip.xPx + rightHip.xPx - leftShoulder.xPx - rightShoulder.xPx) / 2,
    (leftHip.yPx + rightHip.yPx - leftShoulder.yPx - rightShoulder.yPx) / 2,
  );
  return Math.hypot(leftShoulder.xPx - rightShoulder.xPx, leftShoulder.yPx - rightShoulder.yPx) >= shape.sideView * lengthPx;
}
