import { labelComponents } from '../image/components.js';
import type { Plane } from '../image/image.js';
import { resamplePlane, wholeOf } from '../image/resample.js';
import { sumOfClasses } from '../mask/class-confidences.js';
import type { ClassConfidences } from '../ports.js';

/** Mean confidence in cloth below which a part is none, and above which the parser knows what it sees. */
const strayCloth = 0.4;
const sureCloth = 0.7;

/**
 * Takes out, in place, what lies beside a garment and is none: a badge, a logo, a swatch, a line of text. Only where the parser is sure of the largest
 * part; of a product that it does not know it cannot tell what belongs to it.
 */
export function clearStrayParts(mask: Plane, parsed: ClassConfidences): void {
  const { labels, components } = labelComponents(mask, (value) => value >= 0.5);
  if (components.length < 2) return;
  const garment = sumOfClasses(parsed, ['top', 'outerwear', 'bottom', 'dress']);
  const cloth = resamplePlane(garment, wholeOf(garment), mask.widthPx, mask.heightPx, 'replicate').data;
  const sums = new Float64Array(components.length + 1);
  labels.forEach((label, i) => (sums[label] = (sums[label] as number) + (cloth[i] as number)));
  const meanOf = ({ label, areaPx }: { label: number; areaPx: number }) => (sums[label] as number) / areaPx;
  const [largest, ...others] = components;
  if (!largest || meanOf(largest) < sureCloth) return;
  const stray = new Set(others.filter((part) => meanOf(part) < strayCloth).map(({ label }) => label));
  for (let i = 0; i < labels.length; i++) if (stray.has(labels[i] as number)) mask.data[i] = 0;
}
