import { boundingBox } from '../image/bounding-box.js';
import { boxMean } from '../image/box-blur.js';
import { labelComponents, removeSpecksAndHoles } from '../image/components.js';
import type { Plane, RgbaImage } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { resampleImage, resamplePlane, wholeOf } from '../image/resample.js';
import { clothPlane } from '../mask/class-confidences.js';
import { refineGarmentMask, resampleMask } from '../mask/garment-mask.js';
import type { ClassConfidences } from '../ports.js';

/** Confidence in cloth below which a pixel of the cut-out is something else, and above which the parser knows the garment. */
const noCloth = 0.3;
const sureCloth = 0.85;
/** Share of a garment that a badge covers at least and at most. */
const leastShare = 0.006;
const mostShare = 0.25;
/** Share of its bounding box that a disc or a label fills; a sleeve that the parser has missed hangs at a slant and fills less. */
const badgeFill = 0.68;
/** Colour distance (0..441) of a badge from the garment. */
const otherColour = 60;
/** Reach of the parser's doubt about its outline, in its pixels. */
const doubtPx = 6;
/** Of the largest part of a garment; what is smaller is what was left of the badge's edge. */
const speckFraction = 0.05;

/**
 * Takes out, in place, what lies over a garment's outline and is none: a badge, a label. The parser sees no cloth there, it is as compact as something
 * printed on a picture is, and of another colour than the garment.
 *
 * @param mask the cut-out on any grid over the picture.
 */
export function clearAttachedParts(mask: Plane, parsed: ClassConfidences, picture: RgbaImage): void {
  const { widthPx, heightPx } = parsed;
  const inside = resamplePlane(mask, wholeOf(mask), widthPx, heightPx, 'replicate').data;
  const cloth = clothPlane(parsed).data;
  const garment = [...inside.keys()].filter((i) => (inside[i] as number) >= 0.5 && (cloth[i] as number) > noCloth);
  const sure = garment.filter((i) => (cloth[i] as number) > sureCloth).length;
  if (garment.length === 0 || sure < sureCloth * garment.length) return;
  const view = resampleImage(picture, wholeOf(picture), widthPx, heightPx);
  const others = createPlane(widthPx, heightPx);
  for (let i = 0; i < inside.length; i++)
    others.data[i] = Number((inside[i] as number) >= 0.5 && (cloth[i] as number) <= noCloth);
  const { labels, components } = labelComponents(others, (value) => value === 1);
  for (const { label, areaPx } of components) {
    if (areaPx < leastShare * garment.length || areaPx > mostShare * garment.length) continue;
    const part = createPlane(widthPx, heightPx);
    labels.forEach((value, i) => (part.data[i] = Number(value === label)));
    const box = boundingBox(part, 0.5);
    if (!box || areaPx < badgeFill * box.widthPx * box.heightPx || !reachesOutside(part, inside)) continue;
    const own = medianColour(view, (i) => part.data[i] === 1);
    const worn = medianColour(view, (i) => (inside[i] as number) >= 0.5 && (cloth[i] as number) > sureCloth);
    if (Math.hypot(...own.map((code, c) => code - (worn[c] as number))) < otherColour) continue;
    takeOut(mask, part, cloth, picture);
  }
}

function reachesOutside({ widthPx, data }: Plane, inside: Float32Array): boolean {
  return data.some((value, i) => {
    if (value === 0) return false;
    return [i - 1, i + 1, i - widthPx, i + widthPx].some((other) => (inside[other] ?? 0) < 0.5);
  });
}

/** Along the picture's own edges, and nowhere but near the part. */
function takeOut(mask: Plane, part: Plane, cloth: Float32Array, picture: RgbaImage): void {
  const rest = { ...part, data: part.data.map((value) => 1 - value) };
  const whole = wholeOf(picture);
  const kept = resampleMask(refineGarmentMask(picture, rest, whole), whole, mask.widthPx, mask.heightPx);
  const onMask = (plane: Plane) => resamplePlane(plane, wholeOf(plane), mask.widthPx, mask.heightPx, 'replicate').data;
  const nearPart = onMask(grown(part, doubtPx));
  const garment = { ...part, data: cloth.map((value) => Number(value > noCloth)) };
  removeSpecksAndHoles(garment, speckFraction, 0);
  const nearGarment = onMask(grown(garment, 1));
  kept.data.forEach((value, i) => {
    if ((nearPart[i] as number) < 0.5) return;
    mask.data[i] = (nearGarment[i] as number) < 0.5 ? 0 : Math.min(mask.data[i] as number, value);
  });
  removeSpecksAndHoles(mask, speckFraction, 0);
}

function grown(plane: Plane, radiusPx: number): Plane {
  const mean = boxMean(plane, radiusPx);
  return { ...mean, data: mean.data.map((value) => Number(value > 1e-6)) };
}

function medianColour({ data }: RgbaImage, isIn: (index: number) => boolean): number[] {
  const indices = [...Array(data.length / 4).keys()].filter(isIn);
  return [0, 1, 2].map((c) => {
    const values = indices.map((i) => data[i * 4 + c] as number).sort((a, b) => a - b);
    return values[values.length >> 1] ?? 0;
  });
}
