import type { Plane } from '../../image/image.js';
import { profileAt } from '../../image/row-runs.js';
import { smoothStep } from '../../image/smooth-step.js';
import type { Point, PointMap } from '../alignment-map.js';
import type { Sleeve } from '../locate/sleeve.js';
import { placeOn, pointOn } from '../locate/sleeve.js';
import type { Torso } from '../locate/torso.js';
import { torsoWidthPx } from '../locate/torso.js';
import { drape, flatMiddle } from './drape.js';
import { foldBack, lengthen } from './fold.js';
import { findHem, hemOfWidth, lengthenAlong } from './hem.js';
import { shiftNeckline } from './neckline.js';

/** How far cloth may be squeezed in height against width before its hem is cut off instead: prints must keep their shape. */
export const anisotropyLimit = 1.25;

/** Over this share of the half trunk its cloth goes over into that of the sleeve. */
const seamWidth = 0.05;

/** What a worn neck hides of a product laid flat: the back of its neckline rises about 1.5 cm above the front of its shoulders, of 50 cm of trunk. */
const backNeckRise = 0.03;

/** How far a sleeve's length and width may be stretched against the trunk's. */
const sleeveLimit = 1.4;

/** What may be repeated above a hem where the worn garment is longer, as a share of the trunk. */
const repeatedShare = 0.3;
/** Depth of a cuff, and what above it may be repeated, as shares of the sleeve. */
const [cuffShare, cuffRepeatedShare] = [0.12, 0.5];
/** Share of the half trunk that goes on as a sleeve where the product has none: its middle has buttons and prints. */
const sleeveOfTrunk = 0.5;

/**
 * The row scale that keeps prints in shape: a tucked shirt hides its hem, it does not squash its print, and on a long body a short shirt is
 * lengthened, not stretched.
 */
export function regularisedRowScale(rowScale: number, widthScale: number): number {
  // Scales are garment per person; anisotropy is person-wards stretch of width over height.
  const anisotropy = rowScale / widthScale;
  if (anisotropy > anisotropyLimit) return widthScale * anisotropyLimit;
  if (anisotropy < flatMiddle) return widthScale * flatMiddle;
  return rowScale;
}

/**
 * Cloth goes round the body: what is seen near the sides is foreshortened, and a print in the middle is not.
 *
 * @param across 0 in the middle, 1 at the side.
 * @param middle slope at 0; 1 leaves everything as it is.
 */
function unroll(across: number, middle: number): number {
  return across >= 1 ? across : across * (middle + (1 - middle) * across * across);
}

/** Trunk to trunk by rows and widths, sleeves to sleeves along and across the limb. */
export function mapTorso(personMask: Plane, person: Torso, garmentMask: Plane, garment: Torso, hemSeen: boolean): PointMap {
  const garmentWidth = torsoWidthPx(garment);
  const widthScale = garmentWidth / torsoWidthPx(person);
  const garmentHeight = garment.bottomRow - garment.topRow;
  const shownFrom = garment.topRow + backNeckRise * garmentWidth;
  const plainRowScale = (garment.bottomRow - shownFrom) / (person.bottomRow - person.topRow);
  const rowScale = hemSeen ? regularisedRowScale(plainRowScale, widthScale) : drape * widthScale;
  const rowOf = (y: number) => shownFrom + (y - person.topRow) * rowScale;
  const neckShift = shiftNeckline(personMask, person, garmentMask, garment, rowOf);

  const cloth = {
    end: garment.bottomRow - 0.02 * garmentHeight,
    hemPx: hemOfWidth * garmentWidth,
    spanPx: repeatedShare * garmentHeight,
  };
  const sideOf = (onLeft: boolean, row: number) => profileAt(onLeft ? garment.left : garment.right, row);
  const hem = findHem(garmentMask, garment, (position, row) => garment.axisX + (2 * position - 1) * sideOf(position < 0.5, row));
  const wornEnd = hemSeen ? rowOf(person.bottomRow) : Infinity;
  const middle = Math.min(1, Math.max(flatMiddle, rowScale / widthScale));

  return (x, y) => {
    const onLeft = x < person.axisX;
    const side = profileAt(onLeft ? person.left : person.right, y);
    const across = Math.abs(x - person.axisX) / side;
    const sign = onLeft ? -1 : 1;
    const row = rowOf(y) + neckShift(across, y);
    const trunk = (position: number): Point => {
      const unrolled = sign * unroll(position, middle);
      const garmentY = lengthenAlong(hem, (1 + unrolled) / 2, row, cloth, wornEnd);
      return { x: garment.axisX + unrolled * sideOf(onLeft, garmentY), y: garmentY };
    };
    if (across <= 1) return trunk(across);

    const personSleeve = onLeft ? person.leftSleeve : person.rightSleeve;
    const garmentSleeve = onLeft ? garment.leftSleeve : garment.rightSleeve;
    // Where the product has no sleeve to give, the trunk's cloth is folded back and forth from the side seam.
    if (!personSleeve || !garmentSleeve) return trunk(foldBack(across, 1, sleeveOfTrunk));
    const limb = mapSleeve(personSleeve, garmentSleeve, widthScale, { x, y });
    // A narrow seam, as at an armhole: a hanging sleeve lies before the trunk and does not run into it.
    const weight = smoothStep(1, 1 + seamWidth, across);
    const seam = trunk(across);
    return { x: seam.x + weight * (limb.x - seam.x), y: seam.y + weight * (limb.y - seam.y) };
  };
}

function mapSleeve(person: Sleeve, garment: Sleeve, widthScale: number, point: Point): Point {
  const { along, outward } = placeOn(person, point);
  const limited = (scale: number) => Math.min(widthScale * sleeveLimit, Math.max(widthScale / sleeveLimit, scale));
  const scale = limited(garment.lengthPx / person.lengthPx);
  const acrossScale = limited(garment.widthPx / person.widthPx);
  const cloth = {
    end: 0.97 * garment.lengthPx,
    hemPx: cuffShare * garment.lengthPx,
    spanPx: cuffRepeatedShare * garment.lengthPx,
  };
  return pointOn(garment, {
    along: lengthen(along * scale, cloth, person.lengthPx * scale),
    outward: garment.middlePx + (outward - person.middlePx) * acrossScale,
  });
}
