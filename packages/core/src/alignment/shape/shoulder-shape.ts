import type { Plane } from '../../image/image.js';
import { samplePlane } from '../../image/resample.js';
import { profileAt } from '../../image/row-runs.js';
import type { WornTop } from '../locate/worn-top.js';
import type { ProductNeck } from '../map/product-neck.js';
import type { ProductParts } from '../map/product-parts.js';
import { shape, shoulderLine, trunk as proportions } from '../proportions.js';
import type { Part } from './part.js';

/** Planes of the upright grid. */
export interface UprightPlanes {
  readonly skin: Plane;
  readonly clothAndSkin: Plane;
}

/** Rows of the upper edge of cloth over a shoulder, by distance from the axis. */
type UpperEdge = (out: number) => number;

/**
 * The cloth of a product over shoulders and chest, from its neckline to the armpits: what a tank top or a wide neckline leaves bare.
 *
 * @param scale pixels of the person per pixel of the product.
 * @returns nothing where what is worn covers it already.
 */
export function coverShoulders(
  { mask, body, trunk }: WornTop,
  planes: UprightPlanes,
  product: ProductParts,
  neck: ProductNeck,
  scale: number,
): readonly Part[] {
  const { shoulderWidthPx, shoulderRow, axisX, arms } = body;
  const [least, most] = shape.neckHalf;
  const neckHalf = Math.min(most * shoulderWidthPx, Math.max(least * shoulderWidthPx, neck.halfPx * scale));
  const [, lowest] = proportions.armpitBelow;
  const armpitRow = Math.min(
    shoulderRow + lowest * shoulderWidthPx,
    shoulderRow + Math.max(0.2 * shoulderWidthPx, (product.armpitRow - neck.sideRow) * scale - 0.2 * shoulderWidthPx),
  );
  const sides = ([-1, 1] as const).map((sign, i) => {
    const joint = arms[i as 0 | 1].shoulder;
    const jointOut = Math.abs(joint.x - axisX);
    const tipOut = jointOut + proportions.shoulderOut * shoulderWidthPx;
    const edge = upperEdge(planes, axisX, sign, joint.y - shoulderRow, { shoulderRow, shoulderWidthPx, jointOut, tipOut });
    const armpit = profileAt(sign < 0 ? trunk.left : trunk.right, armpitRow);
    const halfAt = (y: number): number => {
      const tip = edge(tipOut);
      if (!product.hasSleeves) return scale * outlineHalf(product, sign, neck.sideRow + (y - edge(neckHalf)) / scale);
      return tipOut + Math.min(1, Math.max(0, (y - tip) / Math.max(1, armpitRow - tip))) * (armpit - tipOut);
    };
    return { edge, halfAt };
  });
  const collarRow = sides.reduce((sum, { edge }) => sum + edge(neckHalf), 0) / 2;
  const distance = (x: number, y: number): number => {
    const side = sides[x < axisX ? 0 : 1] as (typeof sides)[number];
    const out = Math.abs(x - axisX);
    if (y > armpitRow + shape.overlap * shoulderWidthPx + 8) return -8;
    const front = out < neckHalf ? collarRow + scale * neck.frontBelow((out / neckHalf) * neck.halfPx) : side.edge(out);
    return Math.min(side.halfAt(y) - out, y - front, armpitRow + shape.overlap * shoulderWidthPx - y);
  };
  if (!leavesBare(mask, planes.skin, distance)) return [];
  // A strap or a scarf that lies on what is worn stays there.
  const onSkin = (x: number, y: number) => shape.skinSlope * (samplePlane(planes.skin, x, y) - shape.traceOfSkin);
  return [{ distance: (x, y) => Math.min(distance(x, y), onSkin(x, y)) }];
}

function outlineHalf(product: ProductParts, sign: -1 | 1, row: number): number {
  return profileAt(sign < 0 ? product.outlineLeft : product.outlineRight, row);
}

/** The upper edge as people have it, moved to what is seen of it. */
function upperEdge(
  { clothAndSkin }: UprightPlanes,
  axisX: number,
  sign: -1 | 1,
  tilt: number,
  body: { readonly shoulderRow: number; readonly shoulderWidthPx: number; readonly jointOut: number; readonly tipOut: number },
): UpperEdge {
  const { shoulderRow, shoulderWidthPx, jointOut, tipOut } = body;
  const steps = 12;
  const from = shape.neckHalf[0] * shoulderWidthPx;
  const at = (i: number) => from + (i / steps) * (tipOut - from);
  const rows = Array.from({ length: steps + 1 }, (_, i) => {
    const out = at(i);
    const usual =
      shoulderRow +
      tilt * Math.min(1, out / jointOut) -
      shoulderWidthPx * aboveJoints(out / (shoulderWidthPx * (tipOut / shoulderWidthPx / 0.58)));
    const x = axisX + sign * out;
    let seen = usual + 0.3 * shoulderWidthPx;
    while (seen > usual - 0.3 * shoulderWidthPx && samplePlane(clothAndSkin, x, seen) >= 0.5) seen--;
    const limit = shape.snap[i < steps / 2 ? 0 : 1] * shoulderWidthPx;
    return Math.abs(seen - usual) < limit ? seen : usual;
  });
  return (out) => {
    const position = Math.min(steps, Math.max(0, ((out - from) / (tipOut - from)) * steps));
    const below = Math.min(steps - 1, Math.floor(position));
    return (rows[below] as number) + (position - below) * ((rows[below + 1] as number) - (rows[below] as number));
  };
}

function aboveJoints(out: number): number {
  for (let i = 1; i < shoulderLine.length; i++) {
    const [[from, high], [to, low]] = [shoulderLine[i - 1], shoulderLine[i]] as [
      readonly [number, number],
      readonly [number, number],
    ];
    if (out <= to) return high + ((low - high) * Math.max(0, out - from)) / (to - from);
  }
  return shoulderLine[shoulderLine.length - 1]?.[1] as number;
}

function leavesBare(mask: Plane, skin: Plane, distance: (x: number, y: number) => number): boolean {
  let [bare, all] = [0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    if (distance((i % mask.widthPx) + 0.5, Math.floor(i / mask.widthPx) + 0.5) < 0) continue;
    all++;
    if ((mask.data[i] as number) < 0.5 && (skin.data[i] as number) >= 0.5) bare++;
  }
  return bare > shape.bareShoulders * all;
}
