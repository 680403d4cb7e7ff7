import type { GarmentKind } from '../../garment-type.js';
import type { Interior } from '../../image/interior.js';
import { clothOf } from '../align.js';
import type { ShapeChange } from './part.js';
import { planLower } from './plan-lower.js';
import { planUpper } from './plan-upper.js';
import type { Surroundings } from './surroundings.js';

/** How the silhouette of what is worn has to change for a product of its kind to keep its own sleeves, hem and neckline. */
export function planShape(around: Surroundings, interior: Interior, kind: GarmentKind): ShapeChange {
  if (kind === 'bottom') return planLower(around, clothOf(interior));
  return planUpper(around, clothOf(interior), kind === 'dress');
}
