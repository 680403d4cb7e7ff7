/** What a try-on does at and beyond the edge of the garment, at the photo's own resolution. */
import { brightnessPlane } from '../pictures/light.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage
 * @typedef {import('@stylemap-tryon/core').Plane} Plane
 */

/** Half the width of the ring about the edge. */
const ringPx = 3;

/**
 * Largest difference of any channel where the mask is zero, 0..255. The promise is 0; counted without the product's own check of it.
 * @param {RgbaImage} photo
 * @param {RgbaImage} result
 * @param {Plane} mask the photo's size
 */
export function differenceOutside(photo, result, mask) {
  let largest = 0;
  for (let i = 0; i < result.data.length; i++) {
    if (mask.data[i >> 2] === 0) largest = Math.max(largest, Math.abs(photo.data[i] - result.data[i]));
  }
  return largest;
}

/**
 * Mean steepness of the brightness, in 8-bit codes per pixel, on a ring about the garment's edge: of the result, and of the photo, whose own edge
 * is as hard as an edge there should be.
 * @param {RgbaImage} photo
 * @param {RgbaImage} result
 * @param {Plane} mask the photo's size
 */
export function seamEnergy(photo, result, mask) {
  const ring = edgeRing(mask);
  const [before, after] = [steepness(photo, ring), steepness(result, ring)];
  return { photo: before, result: after };
}

/** Pixels that have both sides of the edge within reach. @param {Plane} mask */
function edgeRing({ widthPx, heightPx, data }) {
  /** @type {number[]} */
  const ring = [];
  for (let y = ringPx; y < heightPx - ringPx; y++) {
    for (let x = ringPx; x < widthPx - ringPx; x++) {
      const isInside = data[y * widthPx + x] >= 0.5;
      let nearEdge = false;
      for (let dy = -ringPx; dy <= ringPx && !nearEdge; dy++) {
        for (let dx = -ringPx; dx <= ringPx && !nearEdge; dx++) {
          if (dx * dx + dy * dy <= ringPx * ringPx) nearEdge = data[(y + dy) * widthPx + x + dx] >= 0.5 !== isInside;
        }
      }
      if (nearEdge) ring.push(y * widthPx + x);
    }
  }
  return ring;
}

/** @param {RgbaImage} image @param {readonly number[]} pixels off the rim */
function steepness(image, pixels) {
  const { widthPx, data } = brightnessPlane(image);
  const total = pixels.reduce((sum, at) => {
    const [dx, dy] = [(data[at + 1] - data[at - 1]) / 2, (data[at + widthPx] - data[at - widthPx]) / 2];
    return sum + Math.hypot(dx, dy);
  }, 0);
  return (255 * total) / pixels.length;
}
