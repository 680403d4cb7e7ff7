/** A decoder whose answer is looked at, or changed, so that one part of the picture is seen alone. */

/**
 * @typedef {import('@stylemap-tryon/core').DecoderOutput} DecoderOutput
 * @typedef {import('@stylemap-tryon/core').StylemapNetwork} StylemapNetwork
 * @typedef {import('@stylemap-tryon/core').Tensor} Tensor
 */

/** A logit that is as good as certain. */
const certain = 30;

/** Nothing but the garment's own pixels, moved and relit. @param {DecoderOutput} decoded */
export function ownPixels(decoded) {
  return { ...decoded, alpha: filled(decoded.alpha, certain) };
}

/** Nothing but the generator's picture. @param {DecoderOutput} decoded */
export function generatorOnly(decoded) {
  return { ...decoded, alpha: filled(decoded.alpha, -certain) };
}

/** The garment's own pixels in the light of their own photo: moved, but with a gain of 1. @param {DecoderOutput} decoded */
export function unlitPixels(decoded) {
  return { ...ownPixels(decoded), shading: filled(decoded.shading, 0) };
}

/**
 * The network with another answer of its decoder.
 * @param {StylemapNetwork} network
 * @param {(decoded: DecoderOutput) => DecoderOutput} change
 * @returns {StylemapNetwork}
 */
export function withDecoder(network, change) {
  return {
    encodeContent: (content) => network.encodeContent(content),
    encodeStyle: (style) => network.encodeStyle(style),
    decode: async (content, stylemap) => change(await network.decode(content, stylemap)),
    dispose: () => undefined,
  };
}

/**
 * Mean weight of the garment's own pixels inside a mask.
 * @param {Tensor} alpha logits on the canonical grid
 * @param {import('@stylemap-tryon/core').Plane} mask
 */
export function meanShare(alpha, mask) {
  let [sum, total] = [0, 0];
  mask.data.forEach((weight, i) => {
    sum += weight / (1 + Math.exp(-alpha.data[i]));
    total += weight;
  });
  return sum / total;
}

/** @param {Tensor} tensor @param {number} value @returns {Tensor} */
function filled({ shape, data }, value) {
  return { shape, data: new Float32Array(data.length).fill(value) };
}
