import type { Plane } from '../image/image.js';
import { quantile, rowRuns, runAt } from '../image/row-runs.js';
import type { JointName, Landmark, Landmarks } from './landmarks.js';
import { jointNames } from './landmarks.js';

/** What of a photo a body is guessed from: planes of confidence on one grid, which covers the photo. */
export interface Silhouettes {
  /** Everything that is not background. */
  readonly person: Plane;
  /** Tops, coats and dresses: an open coat is two halves, and what is under it a strip; together they show the trunk. */
  readonly upper: Plane;
  readonly lower: Plane;
  readonly skin: Plane;
  readonly footwear: Plane;
}

export type PhotoSize = Readonly<Record<'widthPx' | 'heightPx', number>>;

/**
 * Levels of an adult body above the floor, in body heights (Drillis and Contini, "Body segment parameters", 1966, rounded to what clothes show), each
 * with its uncertainty: hats, collars, heels, and tops that are tucked in or hang out.
 */
const crown = { level: 1, sigma: 0.03 } as const;
const neck = { level: 0.845, sigma: 0.02 } as const;
const seam = { level: 0.52, sigma: 0.05 } as const;
const sole = { level: 0, sigma: 0.03 } as const;
/** Width of the dressed figure this far below the neckline, in such widths; in body heights, and its relative uncertainty. */
const [shoulderDepth, dressedWidth, dressedWidthSigma] = [0.3, 0.28, 0.12] as const;

/** Joints from the front: body heights beside the axis, and levels. Arms hang. */
const places: Readonly<Record<string, readonly [out: number, level: number]>> = {
  ...{ nose: [0, 0.94], chin: [0, 0.88], neck: [0, 0.82], crotch: [0, 0.44] },
  ...{ Shoulder: [0.0975, 0.785], Elbow: [0.125, 0.62], Wrist: [0.14, 0.475] },
  ...{ Hip: [0.05, 0.49], Knee: [0.055, 0.275], Ankle: [0.055, 0.05] },
};

/**
 * Where the joints of an upright body that faces the camera would be, by the outline of what is worn; in photo pixels, and of no confidence.
 */
export function guessLandmarks(silhouettes: Silhouettes, photo: PhotoSize): Landmarks {
  const { person, upper, lower, footwear } = silhouettes;
  const [stepX, stepY] = [photo.widthPx / person.widthPx, photo.heightPx / person.heightPx];
  const [collar, band] = [firstRow(upper), firstRow(lower)];
  const anchor = collar === undefined ? { ...seam, row: band ?? 0 } : { ...neck, row: collar };
  const axis = axisOf(collar === undefined ? lower : upper, anchor.row);
  const widthPx = stepX * widthBelow(person, anchor.row, axis, stepX / stepY);
  const estimates = [{ value: widthPx / dressedWidth, weight: dressedWidthSigma ** -2 }];
  const compare = (row: number | undefined, { level, sigma }: typeof crown | typeof seam | typeof sole) => {
    const share = anchor.level - level;
    // What the picture's edge cuts off ends somewhere else.
    if (row === undefined || share === 0 || row <= 1 || row >= person.heightPx - 1 || (row - anchor.row) * share <= 0) return;
    estimates.push({ value: (stepY * (row - anchor.row)) / share, weight: (share / Math.hypot(sigma, anchor.sigma)) ** 2 });
  };
  compare(firstRow(person), crown);
  compare(band, seam);
  compare(lastRow(footwear), sole);
  const total = estimates.reduce((sum, { weight }) => sum + weight, 0);
  const heightPx = Math.max(1, estimates.reduce((sum, { value, weight }) => sum + value * weight, 0) / total);

  const joint = (name: JointName): Landmark => {
    const [out, level] = places[name.replace(/^left|^right/, '')] as readonly [number, number];
    const sign = name.startsWith('left') ? 1 : -1;
    return {
      xPx: stepX * axis + sign * out * heightPx,
      yPx: stepY * anchor.row + (anchor.level - level) * heightPx,
      confidence: 0,
    };
  };
  return Object.fromEntries(jointNames.map((name) => [name, joint(name)])) as Landmarks;
}

/** Fewer pixels of the parser in a row are noise. */
const leastRowPx = 3;

const rowHolds = ({ widthPx, data }: Plane, y: number): boolean =>
  data.subarray(y * widthPx, (y + 1) * widthPx).reduce((count, value) => count + Number(value >= 0.5), 0) >= leastRowPx;

function firstRow(plane: Plane): number | undefined {
  for (let y = 0; y < plane.heightPx; y++) if (rowHolds(plane, y)) return y;
  return undefined;
}

/** Exclusive. */
function lastRow(plane: Plane): number | undefined {
  for (let y = plane.heightPx; y > 0; y--) if (rowHolds(plane, y - 1)) return y;
  return undefined;
}

/** The median middle of the run about the middle: a single spread arm does not pull it. */
function axisOf(plane: Plane, fromRow: number): number {
  const toRow = lastRow(plane) ?? plane.heightPx;
  const rows = Array.from({ length: Math.max(0, toRow - fromRow) }, (_, i) => rowRuns(plane, fromRow + i));
  const middle = ({ from, to }: { from: number; to: number }) => (from + to) / 2;
  const rough = quantile(
    rows.flatMap((runs) => runs.map(middle)),
    0.5,
  );
  const axis = quantile(rows.flatMap((runs) => runAt(runs, rough) ?? []).map(middle), 0.5);
  return Number.isNaN(axis) ? plane.widthPx / 2 : axis;
}

/** Width of the silhouette about the axis in the row that lies in proportion to it below another; in columns. */
function widthBelow(person: Plane, fromRow: number, axis: number, columnsToRows: number): number {
  let width = 1;
  for (let y = fromRow; y < person.heightPx; y++) {
    const run = runAt(rowRuns(person, y), axis);
    if (!run) continue;
    width = run.to - run.from;
    if (y - fromRow >= shoulderDepth * width * columnsToRows) break;
  }
  return width;
}
