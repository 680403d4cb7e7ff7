import type { Component } from '../image/components.js';
import { labelComponents, meanByLabel } from '../image/components.js';
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
  const rest = labelComponents(garment, (value) => value < 0.5);
  const means = meanByLabel(rest, cloth);
  const isHole = ({ label, areaPx, touchesBorder }: Component) =>
    !touchesBorder && areaPx <= largestHole * largestPx && (means.get(label) as number) >= 0.5;
  const holes = new Set(rest.components.filter(isHole).map(({ label }) => label));
  rest.labels.forEach((label, i) => {
    if (holes.has(label)) garment.data[i] = cloth.data[i] as number;
  });
}
