import type { GarmentKind } from '../garment-type.js';
import type { Plane } from '../image/image.js';
import type { Interior } from '../image/interior.js';
import { bringInside } from '../image/interior.js';
import { canonicalSizePx } from '../ports.js';
import type { AlignmentMap, PointMap } from './alignment-map.js';
import { findLowerBody } from './locate/body.js';
import { findLegs } from './locate/legs.js';
import { uprightPlane } from './locate/upright.js';
import type { WornGarment } from './locate/worn-garment.js';
import { findWornTop } from './locate/worn-top.js';
import { layLegs } from './map/lay-legs.js';
import { layTop } from './map/lay-top.js';
import { findProductParts } from './map/product-parts.js';

const gridSizePx = 128;

/**
 * Lays a product on a body. Everything of the body is measured in a frame that stands with it: rows of the product across the trunk, sleeves along the
 * arms, legs along the legs. Whatever the product cannot supply is continued from its nearest cloth.
 *
 * @param worn on the person's canonical grid.
 * @param interior of the product's mask: its rim, which is not drawn, is no part of the cloth either.
 */
export function align(worn: WornGarment, interior: Interior, kind: GarmentKind): AlignmentMap {
  const cloth = clothOf(interior);
  const pointMap = kind === 'bottom' ? mapLower(worn, cloth) : mapUpper(worn, cloth, kind);
  const nodes = new Float32Array(2 * gridSizePx * gridSizePx);
  const step = canonicalSizePx / gridSizePx;
  for (let row = 0; row < gridSizePx; row++) {
    for (let column = 0; column < gridSizePx; column++) {
      const mapped = pointMap((column + 0.5) * step, (row + 0.5) * step);
      const inside = bringInside(interior, mapped.x, mapped.y);
      const node = 2 * (row * gridSizePx + column);
      nodes[node] = inside.x / canonicalSizePx;
      nodes[node + 1] = inside.y / canonicalSizePx;
    }
  }
  return { sizePx: gridSizePx, nodes };
}

/** The product's cloth without its rim, as a mask. */
export function clothOf({ widthPx, heightPx, nearest }: Interior): Plane {
  return { widthPx, heightPx, data: Float32Array.from(nearest, (index, i) => Number(index === i)) };
}

function mapUpper(worn: WornGarment, garmentMask: Plane, kind: GarmentKind): PointMap {
  const isDress = kind === 'dress';
  return layTop(findWornTop(worn, isDress), garmentMask, findProductParts(garmentMask, isDress), isDress);
}

function mapLower({ mask, background, landmarks, hemSeen }: WornGarment, garmentMask: Plane): PointMap {
  const body = findLowerBody(landmarks, canonicalSizePx);
  const upright = uprightPlane(body.frame, mask);
  const legs = findLegs(upright, uprightPlane(body.frame, background));
  return layLegs({ mask: upright, legs, body, hemSeen }, garmentMask, findLegs(garmentMask));
}
