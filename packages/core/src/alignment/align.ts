import type { GarmentKind } from '../garment-type.js';
import type { Plane } from '../image/image.js';
import type { Interior } from '../image/interior.js';
import { bringInside } from '../image/interior.js';
import { rowExtent } from '../image/row-runs.js';
import { canonicalSizePx } from '../ports.js';
import type { AlignmentMap, PointMap } from './alignment-map.js';
import type { Figure } from './locate/figure.js';
import { findLegs } from './locate/legs.js';
import { mapLegs } from './map/map-legs.js';

import { anisotropyLimit, mapTorso } from './map/map-torso.js';
import type { Torso } from './locate/torso.js';
import { findTorso, torsoWidthPx } from './locate/torso.js';
import type { WornGarment } from './locate/worn-garment.js';

const gridSizePx = 128;

/**
 * Joins the two masks. Needs no key points: rows of the trunk go to rows of the trunk, sleeves to sleeves, legs to legs, and whatever the
 * product cannot supply is continued from its nearest cloth.
 *
 * @param worn on the person's canonical grid.
 * @param garmentMask on the product's, in [0, 1].
 * @param interior of the garment mask.
 */
export function align(worn: WornGarment, garmentMask: Plane, interior: Interior, kind: GarmentKind): AlignmentMap {
  const pointMap =
    kind === 'bottom'
      ? mapLegs(findLegs(worn.mask), garmentMask, findLegs(garmentMask), worn)
      : mapUpper(worn, garmentMask, kind);
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

function mapUpper(worn: WornGarment, garmentMask: Plane, kind: GarmentKind): PointMap {
  const personMask = silhouetteOf(worn);
  const followsSkirt = kind === 'dress';
  const garment = findTorso(garmentMask, followsSkirt);
  const { figure } = worn;
  let person = findTorso(personMask, followsSkirt, { figure });
  const armsHidden = !person.leftSleeve && !person.rightSleeve && (garment.leftSleeve ?? garment.rightSleeve);
  if (armsHidden) {
    const narrowing = trunkShare(person, garment, figure);
    if (narrowing < 1) person = findTorso(personMask, followsSkirt, { narrowing, figure });
  }
  return mapTorso(personMask, person, garmentMask, garment, worn.hemSeen);
}

/** A dressed trunk without arms is this wide in body heights, one with arms at its sides is wider than that. */
const trunkWidth = 0.205;
const widestTrunk = 0.25;
/** Arms at the sides leave at least this share of the width to the trunk. */
const leastTrunkShare = 0.62;

/**
 * Share of a silhouette without sleeves in sight that is trunk: one that is far too wide for the figure, or for its height when compared with the
 * product, has its sleeves against the body.
 */
function trunkShare(person: Torso, garment: Torso, figure: Figure | undefined): number {
  const widthOverHeight = (torso: Torso) => torsoWidthPx(torso) / (torso.bottomRow - torso.topRow);
  const excess = widthOverHeight(person) / widthOverHeight(garment) / anisotropyLimit;
  const width = figure ? torsoWidthPx(person) / figure.heightPx : 0;
  const share = Math.min(1 / excess, width > widestTrunk ? trunkWidth / width : 1);
  return Math.max(leastTrunkShare, share);
}

/**
 * An open jacket is two halves, and a shirt under one a strip: the trunk they are worn on is that of everything about it, down to where the
 * garment itself ends.
 */
function silhouetteOf({ mask, upper }: WornGarment): Plane {
  const { bottomRow } = rowExtent(mask);
  const data = mask.data.map((value, i) => (i < bottomRow * mask.widthPx ? Math.max(value, upper.data[i] as number) : value));
  return { ...mask, data };
}
