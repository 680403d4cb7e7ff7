import type { Plane } from './image.js';
import { samplePlane } from './resample.js';

/** Bilinear sampling of a plane by fractions of its extent. */
export function createSampler(plane: Plane): (fractionX: number, fractionY: number) => number {
  return (fractionX, fractionY) => samplePlane(plane, fractionX * plane.widthPx, fractionY * plane.heightPx);
}
