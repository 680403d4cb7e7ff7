/** Looks at every picture as the product does, and keeps what was right. */
import { createRun, examineProduct, TryOnError } from '@stylemap-tryon/core';
import { hasAlpha, onGround } from './views.mjs';

/**
 * @typedef {object} Verdict
 * @property {string} id
 * @property {string} view
 * @property {string} truth
 * @property {string} kind `none` where it was refused
 * @property {boolean | undefined} sleeveRight
 * @property {boolean | undefined} lengthRight
 * @property {number | undefined} iou of the cut-out
 * @property {boolean} unsure
 */

/**
 * @param {readonly import('./sources.mjs').KnownPicture[]} pictures
 * @param {Pick<import('@stylemap-tryon/core').Engine, 'segmenter'>} engine
 * @param {(done: number) => void} onPicture
 * @returns {Promise<Verdict[]>}
 */
export async function measureProducts(pictures, engine, onPicture) {
  const verdicts = [];
  for (const picture of pictures) {
    verdicts.push(await lookAt(picture, engine));
    onPicture(verdicts.length);
  }
  return verdicts;
}

/**
 * @param {import('./sources.mjs').KnownPicture} picture
 * @param {Pick<import('@stylemap-tryon/core').Engine, 'segmenter'>} engine
 * @returns {Promise<Verdict>}
 */
async function lookAt({ id, view, kind: truth, sleeve, length, isCut, read }, engine) {
  const image = await read();
  const base = { id, view, truth };
  try {
    const product = await examineProduct(image, 'auto', engine, createRun([], { now: () => performance.now() }));
    const { kind, attributes, warnings } = product;
    /** @param {readonly string[] | undefined} right @param {string | undefined} found */
    const isRight = (right, found) => (right && found !== undefined ? right.includes(found) : undefined);
    return {
      ...base,
      kind,
      sleeveRight: isRight(sleeve, attributes.sleeve),
      lengthRight: isRight(length, attributes.length),
      iou: isCut && hasAlpha(image) ? await iouOnWhite(image, engine) : undefined,
      unsure: warnings.includes('product-kind-unsure'),
    };
  } catch (error) {
    if (!(error instanceof TryOnError) || !['no-product', 'image-too-small'].includes(error.code)) throw error;
    return { ...base, kind: 'none', sleeveRight: undefined, lengthRight: undefined, iou: undefined, unsure: false };
  }
}

/**
 * The cut-out of the same picture without its alpha, against the alpha.
 * @param {import('@stylemap-tryon/core').RgbaImage} image
 * @param {Pick<import('@stylemap-tryon/core').Engine, 'segmenter'>} engine
 */
async function iouOnWhite(image, engine) {
  const run = createRun([], { now: () => performance.now() });
  const { crop, seen } = await examineProduct(onGround(image, 'white'), 'auto', engine, run);
  let [both, either] = [0, 0];
  for (let i = 0; i < seen.data.length; i++) {
    const x = Math.floor(crop.xPx + (((i % seen.widthPx) + 0.5) * crop.widthPx) / seen.widthPx);
    const y = Math.floor(crop.yPx + ((Math.floor(i / seen.widthPx) + 0.5) * crop.heightPx) / seen.heightPx);
    const isInside = x >= 0 && y >= 0 && x < image.widthPx && y < image.heightPx;
    const isCloth = isInside && /** @type {number} */ (image.data[(y * image.widthPx + x) * 4 + 3]) >= 128;
    const isFound = /** @type {number} */ (seen.data[i]) >= 0.5;
    both += Number(isCloth && isFound);
    either += Number(isCloth || isFound);
  }
  return both / either;
}
