import { labelComponents, meanByLabel, type Labelling } from '../image/components.js';
import type { Plane } from '../image/image.js';
import { resamplePlane, wholeOf } from '../image/resample.js';
import type { GarmentKind } from '../garment-type.js';
import { garmentKinds } from '../garment-type.js';
import { clothPlane, sumOfClasses } from '../mask/class-confidences.js';
import type { ClassConfidences } from '../ports.js';

/** A second garment has at least this share of the first one's area, and is cloth to the parser. */
const equalShare = 0.4;
const sureCloth = 0.6;
/** Of two pictures side by side, columns may meet by this share of the narrower one's width. */
const sharedColumns = 0.1;
/** Confidence in the asked kind, on the mean over a part, by which it is chosen. */
const sureKind = 0.5;

/**
 * Leaves one garment of several, in place: the one of the asked kind, else the largest, and of equal ones the first from the left. Bands of one garment,
 * which white stripes on white paper cut apart, are one: they lie below each other and are of one kind.
 *
 * @returns whether there were several.
 */
export function keepOneProduct(mask: Plane, parsed: ClassConfidences, kind: GarmentKind | undefined): boolean {
  const parts = labelComponents(mask, (value) => value >= 0.5);
  const onMask = (plane: Plane) =>
    meanByLabel(parts, resamplePlane(plane, wholeOf(plane), mask.widthPx, mask.heightPx, 'replicate'));
  const cloth = onMask(clothPlane(parsed));
  const byKind = garmentKinds.map((name) => onMask(sumOfClasses(parsed, [name])));
  const strongest = (label: number) =>
    byKind.reduce((best, means, k) => ((means.get(label) as number) > (byKind[best]?.get(label) as number) ? k : best), 0);
  const largest = parts.components[0];
  if (!largest || (cloth.get(largest.label) as number) < sureCloth) return false;
  const boxes = boxesOf(parts, mask.widthPx);
  const isApart = (label: number) =>
    overlapOf(boxes.get(label) as Span, boxes.get(largest.label) as Span) < sharedColumns ||
    strongest(label) !== strongest(largest.label);
  const garments = parts.components.filter(
    ({ label, areaPx }) =>
      label === largest.label ||
      (areaPx > equalShare * largest.areaPx && (cloth.get(label) as number) >= sureCloth && isApart(label)),
  );
  if (garments.length < 2) return false;
  const asked = kind && byKind[garmentKinds.indexOf(kind)];
  const ofKind = asked ? garments.filter(({ label }) => (asked.get(label) as number) > sureKind) : [];
  const candidates = ofKind.length > 0 ? ofKind : garments;
  const mostPx = Math.max(...candidates.map(({ areaPx }) => areaPx));
  const equals = candidates.filter(({ areaPx }) => areaPx > 0.8 * mostPx);
  const chosen = equals.reduce((a, b) => ((boxes.get(b.label) as Span).from < (boxes.get(a.label) as Span).from ? b : a));
  const dropped = new Set(garments.filter((garment) => garment !== chosen).map(({ label }) => label));
  parts.labels.forEach((label, i) => {
    if (dropped.has(label)) mask.data[i] = 0;
  });
  return true;
}

/** Columns, the last one exclusive. */
interface Span {
  from: number;
  to: number;
}

function boxesOf({ labels }: Labelling, widthPx: number): ReadonlyMap<number, Span> {
  const spans = new Map<number, Span>();
  labels.forEach((label, i) => {
    const x = i % widthPx;
    const span = spans.get(label);
    if (!span) spans.set(label, { from: x, to: x + 1 });
    else {
      span.from = Math.min(span.from, x);
      span.to = Math.max(span.to, x + 1);
    }
  });
  return spans;
}

function overlapOf(a: Span, b: Span): number {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return Math.max(0, shared) / Math.min(a.to - a.from, b.to - b.from);
}
