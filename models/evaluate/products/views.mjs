/** A product's picture as another shop would have it. */

/** @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage */

export const groundNames = /** @type {const} */ (['white', 'grey', 'a floor']);

/** @type {Readonly<Record<typeof groundNames[number], (x: number, y: number) => readonly number[]>>} */
const grounds = {
  white: () => [255, 255, 255],
  grey: () => [200, 200, 202],
  // Boards of 70 pixels with a grain.
  'a floor': (x, y) => {
    const board = Math.floor(x / 70);
    const tone =
      x % 70 < 3 ? 70 : 150 + 18 * Math.sin(board * 5.3) + 8 * Math.sin(y / 9 + board) + 6 * Math.sin(x * 1.7 + y / 31);
    return [tone, tone * 0.8, tone * 0.6];
  },
};

/**
 * @param {RgbaImage} image
 * @param {(x: number, y: number) => readonly number[]} pixelAt RGBA
 * @returns {RgbaImage}
 */
function drawn({ widthPx, heightPx }, pixelAt) {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let y = 0; y < heightPx; y++) for (let x = 0; x < widthPx; x++) data.set(pixelAt(x, y), (y * widthPx + x) * 4);
  return { widthPx, heightPx, data };
}

/** @param {RgbaImage} image */
export function mirrored(image) {
  const { widthPx, data } = image;
  return drawn(image, (x, y) => [...data.subarray((y * widthPx + widthPx - 1 - x) * 4, (y * widthPx + widthPx - x) * 4)]);
}

/**
 * About its middle; beyond its edges an opaque picture goes on as its rim does.
 * @param {RgbaImage} image
 * @param {number} degrees
 */
export function rotated(image, degrees) {
  const { widthPx, heightPx, data } = image;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return drawn(image, (x, y) => {
    const [u, v] = [x - widthPx / 2, y - heightPx / 2];
    const column = Math.min(widthPx - 1, Math.max(0, Math.round(widthPx / 2 + cos * u + sin * v)));
    const row = Math.min(heightPx - 1, Math.max(0, Math.round(heightPx / 2 - sin * u + cos * v)));
    return [...data.subarray((row * widthPx + column) * 4, (row * widthPx + column) * 4 + 4)];
  });
}

/**
 * A picture without alpha stays on its own table.
 * @param {RgbaImage} image
 * @param {typeof groundNames[number]} name
 */
export function onGround(image, name) {
  const { widthPx, data } = image;
  return drawn(image, (x, y) => {
    const i = (y * widthPx + x) * 4;
    const alpha = /** @type {number} */ (data[i + 3]) / 255;
    return [...grounds[name](x, y).map((code, c) => alpha * /** @type {number} */ (data[i + c]) + (1 - alpha) * code), 255];
  });
}

/**
 * @param {RgbaImage} image
 * @returns {boolean} whether its alpha says where the garment is
 */
export function hasAlpha({ data }) {
  let clear = 0;
  for (let i = 3; i < data.length; i += 4) if (/** @type {number} */ (data[i]) < 128) clear++;
  return clear > 0.02 * (data.length / 4);
}
