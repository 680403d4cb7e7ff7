import { labelComponents } from '../image/components.js';
import type { Plane } from '../image/image.js';

/** In areas of the garment's largest part. Of labelled street photos nine in ten of such holes are cloth; larger ones are hands, bags and skin. */
const largestHole = 0.015;

/**
 * Closes small holes that the look at the whole figure takes for cloth: from near, the parser takes a motif of a print for an object.
 * Works in place on `garment`.
 *
 * @param garment confidence of the garment that is replaced.
 * @param cloth confidence of any cloth, on the same grid.
 */
export function closeHoles(garment: Plane, cloth: Plane): void {
  const largestPx = labelComponents(garment, (value) => value >= 0.5).components[0]?.areaPx ?? 0;
  const { labels, components } = labelComponents(garment, (value) => value < 0.5);
  const sums = new Float32Array(components.length + 1);
  labels.forEach((label, i) => (sums[label] = (sums[label] as number) + (cloth.data[i] as number)));
  const holes = new Set<number>();
  for (const { label, areaPx, touchesBorder } of components) {
    const isCloth = (sums[label] as number) >= 0.5 * areaPx;
    if (!touchesBorder && areaPx <= largestHole * largestPx && isCloth) holes.add(label);
  }
  labels.forEach((label, i) => {
    if (holes.has(label)) garment.data[i] = cloth.data[i] as number;
  });
}
