import { labelComponents, meanByLabel } from '../image/components.js';
import type { Plane } from '../image/image.js';
import { resamplePlane, wholeOf } from '../image/resample.js';
import { clothPlane } from '../mask/class-confidences.js';
import type { ClassConfidences } from '../ports.js';

/** Mean confidence in cloth below which a part is none, and above which the parser knows what it sees. */
const strayCloth = 0.4;
const sureCloth = 0.7;

/**
 * Takes out, in place, what lies beside a garment and is none: a badge, a logo, a swatch, a line of text. Only where the parser is sure of the largest
 * part; of a product that it does not know it cannot tell what belongs to it.
 */
export function clearStrayParts(mask: Plane, parsed: ClassConfidences): void {
  const parts = labelComponents(mask, (value) => value >= 0.5);
  const [largest, ...others] = parts.components.map(({ label }) => label);
  if (others.length === 0) return;
  const cloth = clothPlane(parsed);
  const means = meanByLabel(parts, resamplePlane(cloth, wholeOf(cloth), mask.widthPx, mask.heightPx, 'replicate'));
  const meanOf = (label: number) => means.get(label) as number;
  if (meanOf(largest as number) < sureCloth) return;
  const stray = new Set(others.filter((label) => meanOf(label) < strayCloth));
  parts.labels.forEach((label, i) => {
    if (stray.has(label)) mask.data[i] = 0;
  });
}
