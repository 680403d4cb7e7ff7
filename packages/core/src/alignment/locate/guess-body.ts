import type { Plane } from '../../image/image.js';
import { quantile, rowExtent, rowRuns, runAt } from '../../image/row-runs.js';
import type { Point } from '../alignment-map.js';
import { arm as armLengths, trunk } from '../proportions.js';
import type { ArmJoints, UpperBody } from './body.js';
import { toUpright } from './upright.js';

/** Rows of a garment, as shares of its height, where its trunk shows how wide it is. */
const chestRows = [0.4, 0.8] as const;
/** A trunk's narrower rows are without arms. */
const trunkQuantile = 0.35;

/**
 * The upper body where its joints are not known: as if it stood upright and facing in what it wears, its arms pointing to where the garment is
 * farthest from the trunk.
 *
 * @param mask of an upper garment on the canonical grid.
 */
export function guessUpperBody(mask: Plane): UpperBody {
  const { topRow, bottomRow } = rowExtent(mask);
  const height = Math.max(1, bottomRow - topRow);
  const rows = Array.from({ length: Math.ceil((chestRows[1] - chestRows[0]) * height) }, (_, i) =>
    Math.min(mask.heightPx - 1, Math.round(topRow + chestRows[0] * height) + i),
  );
  const rough = quantile(
    rows.flatMap((y) => rowRuns(mask, y).map(({ from, to }) => (from + to) / 2)),
    0.5,
  );
  const runs = rows.flatMap((y) => runAt(rowRuns(mask, y), rough) ?? []);
  const middle = (of: (run: { from: number; to: number }) => number, at: number, otherwise: number) =>
    runs.length > 0 ? quantile(runs.map(of), at) : otherwise;
  const axisX = middle(({ from, to }) => (from + to) / 2, 0.5, mask.widthPx / 2);
  const widthPx = middle(({ from, to }) => to - from, trunkQuantile, mask.widthPx / 2);
  const shoulderWidthPx = Math.max(4, widthPx / (2 * trunk.chestHalf));
  const frame = { cos: 1, sin: 0, sizePx: mask.widthPx };
  const shoulderRow = topRow + trunk.neckAbove[1] * shoulderWidthPx;
  const joint = (sign: -1 | 1): Point => ({ x: axisX + (sign * shoulderWidthPx) / 2, y: shoulderRow });
  const origin = toUpright(frame, { x: axisX, y: shoulderRow });
  const armOf = (sign: -1 | 1) => guessArm(mask, joint(sign), sign, axisX + sign * 0.58 * widthPx, shoulderWidthPx);
  const upright = (joints: ArmJoints | undefined): ArmJoints | undefined =>
    joints && {
      shoulder: toUpright(frame, joints.shoulder),
      elbow: toUpright(frame, joints.elbow),
      wrist: toUpright(frame, joints.wrist),
      foreSeen: true,
    };
  return {
    frame,
    axisX: origin.x,
    shoulderRow: origin.y,
    hipRow: origin.y + trunk.lengthOfWidth * shoulderWidthPx,
    shoulderWidthPx,
    arms: [upright(armOf(-1)), upright(armOf(1))],
  };
}

/** A straight arm towards what is farthest from the shoulder beside the trunk. */
function guessArm(mask: Plane, shoulder: Point, sign: -1 | 1, sideX: number, shoulderWidthPx: number): ArmJoints | undefined {
  let [farthest, least] = [undefined as Point | undefined, 0];
  for (let y = 0; y < mask.heightPx; y++) {
    for (const { from, to } of rowRuns(mask, y)) {
      const x = sign < 0 ? from : to;
      const distance = Math.hypot(x - shoulder.x, y - shoulder.y);
      if (sign * (x - sideX) <= 0 || distance <= least) continue;
      [farthest, least] = [{ x, y }, distance];
    }
  }
  if (!farthest || least < 1) return undefined;
  const towards = (length: number): Point => ({
    x: shoulder.x + ((farthest.x - shoulder.x) * length) / least,
    y: shoulder.y + ((farthest.y - shoulder.y) * length) / least,
  });
  const length = Math.max(least, (armLengths.upper + armLengths.fore) * shoulderWidthPx);
  return { shoulder, elbow: towards(length / 2), wrist: towards(length), foreSeen: true };
}
