/**
 * Tries a garment on that lies exactly where it belongs: the reference is given in the photo's own pixels, so the network and the composition are
 * measured without the cut-out and the alignment.
 */
import { canonicalSizePx, createRun, dress, stagesToDress } from '@stylemap-tryon/core';
import { canonicalCount, canonicalView } from '../pictures/canonical-view.mjs';
import { generatorOnly, meanShare, ownPixels, withDecoder } from './decoder-override.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').PreparedGarment} PreparedGarment
 * @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage
 * @typedef {import('@stylemap-tryon/core').StylemapNetwork} StylemapNetwork
 */

/**
 * @typedef {object} PlacedTryOn
 * @property {RgbaImage} result
 * @property {RgbaImage} generated the generator's picture alone
 * @property {RgbaImage} relit the garment's own pixels alone, moved and relit
 * @property {number} warpShare mean weight of the garment's own pixels inside the mask
 */

const gridSizePx = 128;
/** Every position is its own source. */
const inPlace = {
  sizePx: gridSizePx,
  nodes: Float32Array.from({ length: 2 * gridSizePx ** 2 }, (_, i) => {
    const node = i >> 1;
    return ((i % 2 === 0 ? node % gridSizePx : Math.floor(node / gridSizePx)) + 0.5) / gridSizePx;
  }),
};
/** The way to the nearest cloth, which only an alignment asks for. */
const noInterior = { widthPx: 0, heightPx: 0, nearest: new Int32Array() };
/** Nothing of the photo has to be found any more. */
const noSegmenter = { segment: async () => Promise.reject(new Error('The parser was asked.')), dispose: () => undefined };

/**
 * @param {import('./worn-garment.mjs').Wearing} wearing
 * @param {RgbaImage} reference of the photo's size; what lies outside the mask may be looked at too
 * @param {StylemapNetwork} network
 * @returns {Promise<PlacedTryOn>}
 */
export async function tryOnPlaced({ person, region, kind }, reference, network) {
  const { crop, canonicalMask: mask } = region;
  const stylemap = await network.encodeStyle(styleTensor(canonicalView(reference, crop)));
  const fittings = new WeakMap([[region, { alignment: inPlace, stylemap }]]);
  /** @type {PreparedGarment} */
  const garment = {
    image: reference,
    kind,
    guessed: false,
    crop,
    mask,
    interior: noInterior,
    fittings,
    shapes: new WeakMap(),
    attributes: { sleeve: undefined, length: undefined, legs: undefined, worn: false },
    warnings: [],
  };
  const dressed = async (/** @type {Parameters<typeof withDecoder>[1]} */ change) => {
    const run = createRun(stagesToDress(person, [{ garment, shape: 'worn' }]), { now: () => performance.now() });
    const engine = { segmenter: noSegmenter, network: withDecoder(network, change) };
    return (await dress(person, garment, engine, run, { shape: 'worn' })).image;
  };
  let warpShare = NaN;
  const result = await dressed((decoded) => {
    warpShare = meanShare(decoded.alpha, mask);
    return decoded;
  });
  return { result, generated: await dressed(generatorOnly), relit: await dressed(ownPixels), warpShare };
}

/** What `encodeStyle` asks for: RGB in [-1, 1] and the validity, which is 1 everywhere as in the product. @param {Float32Array} picture */
function styleTensor(picture) {
  const data = new Float32Array(4 * canonicalCount).fill(1);
  picture.forEach((value, i) => (data[i] = 2 * value - 1));
  return { shape: [1, 4, canonicalSizePx, canonicalSizePx], data };
}
