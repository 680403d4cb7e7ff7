import type { Plane, Rect } from '../../image/image.js';
import { quantile } from '../../image/row-runs.js';
import { personPlane, sumOfClasses } from '../../mask/class-confidences.js';
import type { ClassConfidences, ClothingClass } from '../../ports.js';
import type { Line, PointCue, SlopeCue } from './weighted-line.js';
import { fitLine } from './weighted-line.js';

/**
 * Levels of an adult body above the floor, in body heights (Drillis and Contini, "Body segment parameters", 1966, rounded to what clothes
 * show): where a neckline meets the neck, where skirts and trousers are worn, and where the legs part.
 */
export const bodyLevel = { crown: 1, neck: 0.845, waist: 0.6, crotch: 0.46, sole: 0 } as const;

/** How the figure stands in a picture, which may cut it off anywhere. */
export interface Figure {
  readonly crownRow: number;
  readonly heightPx: number;
  /** Column of the neck; `undefined` where none is seen. */
  readonly neckX: number | undefined;
}

/** Width of the dressed figure below the shoulders in body heights: 0.25 on street photos of slim people, 0.30 on broader sample shoppers. */
const shoulderWidth = 0.265;
const shoulderWidthSigma = 0.12;
/** Distance of that width below the neckline, in such widths. */
const shoulderDepth = 0.3;
/** Where cloth above meets cloth below: between the waist of a tucked top and the crotch below a loose one. */
const seamLevel = 0.52;
const seamLevelSigma = 0.05;
/** Lowest skin beside the clothes: between the wrist of a hand in a pocket and the fingers of a hanging one; and where to look for it. */
const handLevel = 0.43;
const handLevelSigma = 0.05;
const handLevels = [0.34, 0.56] as const;
/** A seam below this is the hem of a coat, and tells nothing. */
const lowestSeamLevel = 0.4;
/** Certainty of crown, neck and soles in body heights: hats, collars, heels. */
const [crownSigma, neckSigma, soleSigma] = [0.02, 0.02, 0.03];
/** The neck is seen this far above a neckline, in body heights. */
const neckLengthLevels = 0.03;
/** Fewer pixels of the parser in a row are noise. */
const leastRowPx = 3;

/**
 * Estimates the figure from what the photo shows of it; crop it as you like, as long as a garment's neckline is in.
 *
 * @param photo size; rows of the figure are in its pixels.
 * @returns `undefined` when nothing is worn above the waist.
 */
export function findFigure(confidences: ClassConfidences, photo: { widthPx: number; heightPx: number }): Figure | undefined {
  const stepX = photo.widthPx / confidences.widthPx;
  const stepY = photo.heightPx / confidences.heightPx;
  const of = (...classes: ClothingClass[]) => sumOfClasses(confidences, classes);
  const upper = of('top', 'outerwear', 'dress');
  const neck = firstRow(upper);
  if (neck === undefined) return undefined;
  const axis = meanColumn(upper);
  const widthPx = stepX * widthBelowShoulders(personPlane(confidences), neck, axis, stepX / stepY);
  const roughHeightPx = widthPx / shoulderWidth;
  const points: PointCue[] = [];
  const add = (level: number, row: number, sigma: number) =>
    points.push({ x: 1 - level, y: row * stepY, sigma: sigma * roughHeightPx });

  add(bodyLevel.neck, neck, neckSigma);
  const crown = firstRow(of('hair', 'skin', 'accessory'));
  // A head at the picture's rim is cut off, and one below the neckline is a hand.
  if (crown !== undefined && crown > 0.01 * upper.heightPx && crown < neck) add(bodyLevel.crown, crown, crownSigma);
  const sole = lastRow(of('footwear'));
  if (sole !== undefined && sole < 0.99 * upper.heightPx) add(bodyLevel.sole, sole, soleSigma);
  const seam = seamRow(of('bottom'), axis);
  const slopes: SlopeCue[] = [{ slope: roughHeightPx, sigma: shoulderWidthSigma * roughHeightPx }];
  const neckX = neckColumn(personPlane(confidences), neck, (neckLengthLevels * roughHeightPx) / stepY);
  const figureOf = (line: Line | undefined): Figure | undefined =>
    line && line.slope > 0
      ? { crownRow: line.intercept, heightPx: line.slope, neckX: neckX === undefined ? undefined : neckX * stepX }
      : undefined;
  const rough = figureOf(fitLine(points, slopes));
  if (!rough) return undefined;
  const rowOf = (level: number) => rowOfLevel(rough, level) / stepY;
  if (seam !== undefined && seam <= rowOf(lowestSeamLevel)) add(seamLevel, seam, seamLevelSigma);
  const hand = handRow(of('skin'), of('top', 'outerwear', 'dress', 'bottom'), axis, rowOf(handLevels[1]), rowOf(handLevels[0]));
  if (hand !== undefined) add(handLevel, hand, handLevelSigma);
  return figureOf(fitLine(points, slopes));
}

type FigureRows = Pick<Figure, 'crownRow' | 'heightPx'>;

/** Row of a level. */
export function rowOfLevel({ crownRow, heightPx }: FigureRows, level: number): number {
  return crownRow + (1 - level) * heightPx;
}

/** Level of a row, above the floor in body heights. */
export function levelOfRow({ crownRow, heightPx }: FigureRows, row: number): number {
  return 1 - (row - crownRow) / heightPx;
}

/** The figure in pixels of a square grid over a crop of its picture. */
export function figureInCrop(figure: Figure, crop: Rect, sizePx: number): Figure {
  const scale = sizePx / crop.heightPx;
  return {
    crownRow: (figure.crownRow - crop.yPx) * scale,
    heightPx: figure.heightPx * scale,
    neckX: figure.neckX === undefined ? undefined : (figure.neckX - crop.xPx) * scale,
  };
}

function countInRow({ widthPx, data }: Plane, y: number): number {
  let count = 0;
  for (let i = y * widthPx; i < (y + 1) * widthPx; i++) count += Number((data[i] as number) >= 0.5);
  return count;
}

function firstRow(plane: Plane): number | undefined {
  for (let y = 0; y < plane.heightPx; y++) if (countInRow(plane, y) >= leastRowPx) return y;
  return undefined;
}

/** Exclusive. */
function lastRow(plane: Plane): number | undefined {
  for (let y = plane.heightPx; y > 0; y--) if (countInRow(plane, y - 1) >= leastRowPx) return y;
  return undefined;
}

function meanColumn({ widthPx, data }: Plane): number {
  let [sum, count] = [0, 0];
  data.forEach((value, i) => {
    if (value < 0.5) return;
    sum += i % widthPx;
    count++;
  });
  return Math.round(sum / Math.max(1, count));
}

/** Middle of what rises out of the garment: the neck, with hair and collar to both sides. */
function neckColumn({ widthPx, data }: Plane, neck: number, lengthRows: number): number | undefined {
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, Math.floor(neck - lengthRows)); y < neck; y++) {
    for (let x = 0; x < widthPx; x++) {
      if ((data[y * widthPx + x] as number) < 0.5) continue;
      sum += x + 0.5;
      count++;
    }
  }
  return count >= leastRowPx ? sum / count : undefined;
}

/** Width of the silhouette about the axis in the row that lies in proportion to it below the neck; in columns. */
function widthBelowShoulders(person: Plane, neck: number, axis: number, columnsToRows: number): number {
  const { widthPx, heightPx, data } = person;
  let width = 1;
  for (let y = neck; y < heightPx; y++) {
    const inside = (x: number) => x >= 0 && x < widthPx && (data[y * widthPx + x] as number) >= 0.5;
    if (!inside(axis)) continue;
    let [left, right] = [axis, axis];
    while (inside(left - 1)) left--;
    while (inside(right + 1)) right++;
    width = right - left + 1;
    if (y - neck >= shoulderDepth * width * columnsToRows) break;
  }
  return width;
}

/** Where the garment below begins about the axis: the median of a few columns, in which a hand or a knot may lie. */
function seamRow({ widthPx, heightPx, data }: Plane, axis: number): number | undefined {
  const reach = Math.round(0.04 * widthPx);
  const tops: number[] = [];
  for (let x = Math.max(0, axis - reach); x <= Math.min(widthPx - 1, axis + reach); x++) {
    for (let y = 0; y < heightPx; y++) {
      if ((data[y * widthPx + x] as number) < 0.5) continue;
      tops.push(y);
      break;
    }
  }
  return tops.length > reach ? quantile(tops, 0.5) : undefined;
}

/** Lowest row (exclusive) with skin to the left or right of the clothes about the axis. */
function handRow(skin: Plane, cloth: Plane, axis: number, fromRow: number, toRow: number): number | undefined {
  const { widthPx, heightPx } = skin;
  for (let y = Math.min(heightPx, Math.floor(toRow)) - 1; y >= Math.max(0, fromRow); y--) {
    const row = y * widthPx;
    const isCloth = (x: number) => (cloth.data[row + x] as number) >= 0.5;
    if (!isCloth(axis)) continue;
    let [left, right] = [0, widthPx - 1];
    while (!isCloth(left)) left++;
    while (!isCloth(right)) right--;
    let beside = 0;
    for (let x = 0; x < widthPx; x++) if (x < left || x > right) beside += Number((skin.data[row + x] as number) >= 0.5);
    if (beside >= leastRowPx) return y + 1;
  }
  return undefined;
}
