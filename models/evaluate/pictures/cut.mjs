/** Parts of pictures, whole pixels as they are. */

/**
 * @typedef {import('@stylemap-tryon/core').Rect} Rect
 * @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage
 */

/** The canonical crop is 15 % wider than the garment; a little more lets every filter see past its edge. */
const room = 0.1;
const roomPx = 4;

/**
 * The part of a picture about a garment in which all that a try-on looks at lies. At the picture's rim it ends with the picture.
 * @param {Rect} box of the garment, whole pixels
 * @param {{ widthPx: number, heightPx: number }} size of the picture
 * @returns {Rect} whole pixels inside the picture
 */
export function surroundings(box, size) {
  const half = Math.max(box.widthPx, box.heightPx) * (0.5 + room) + roomPx;
  const [centreX, centreY] = [box.xPx + box.widthPx / 2, box.yPx + box.heightPx / 2];
  const [left, top] = [centreX, centreY].map((centre) => Math.max(0, Math.floor(centre - half)));
  const right = Math.min(size.widthPx, Math.ceil(centreX + half));
  const bottom = Math.min(size.heightPx, Math.ceil(centreY + half));
  return { xPx: left, yPx: top, widthPx: right - left, heightPx: bottom - top };
}

/**
 * @param {RgbaImage} image
 * @param {Rect} rect whole pixels inside it
 * @returns {RgbaImage}
 */
export function cutImage(image, rect) {
  return { ...sizeOf(rect), data: new Uint8ClampedArray(cutRows(image.data, 4, image.widthPx, rect).buffer) };
}

/**
 * @param {import('../masks.mjs').LabelMap} map
 * @param {Rect} rect whole pixels inside it
 * @returns {import('../masks.mjs').LabelMap}
 */
export function cutMap(map, rect) {
  return { ...sizeOf(rect), data: cutRows(map.data, 1, map.widthPx, rect) };
}

/**
 * Smallest rectangle about all pixels that are not 0.
 * @param {import('../masks.mjs').LabelMap} mask
 * @returns {Rect | undefined}
 */
export function boundsOf({ widthPx, heightPx, data }) {
  let [left, top, right, bottom] = [widthPx, heightPx, 0, 0];
  data.forEach((value, i) => {
    if (!value) return;
    const [x, y] = [i % widthPx, Math.floor(i / widthPx)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
  });
  return right === 0 ? undefined : { xPx: left, yPx: top, widthPx: right - left, heightPx: bottom - top };
}

/** @param {Uint8Array | Uint8ClampedArray} data @param {number} channels @param {number} widthPx @param {Rect} rect */
function cutRows(data, channels, widthPx, rect) {
  const cut = new Uint8Array(channels * rect.widthPx * rect.heightPx);
  for (let y = 0; y < rect.heightPx; y++) {
    const start = channels * ((rect.yPx + y) * widthPx + rect.xPx);
    cut.set(data.subarray(start, start + channels * rect.widthPx), channels * y * rect.widthPx);
  }
  return cut;
}

/** @param {Rect} rect */
function sizeOf({ widthPx, heightPx }) {
  return { widthPx, heightPx };
}
