/** The weight of the garment's own pixels against the generator's: looked at, and set aside to see either alone. */

/**
 * @typedef {import('@stylemap-tryon/core').StylemapNetwork} StylemapNetwork
 * @typedef {import('@stylemap-tryon/core').Tensor} Tensor
 */

/** A logit that is as good as certain. */
const certain = 30;

/** Blends of one kind of pixel only. */
export const fixedBlend = {
  ownPixels: (/** @type {Tensor} */ alpha) => ({ ...alpha, data: alpha.data.map(() => certain) }),
  generator: (/** @type {Tensor} */ alpha) => ({ ...alpha, data: alpha.data.map(() => -certain) }),
};

/**
 * The network with another blend.
 * @param {StylemapNetwork} network
 * @param {(alpha: Tensor) => Tensor} change of the logits
 * @returns {StylemapNetwork}
 */
export function withBlend(network, change) {
  return {
    encodeContent: (content) => network.encodeContent(content),
    encodeStyle: (style) => network.encodeStyle(style),
    async decode(content, stylemap) {
      const decoded = await network.decode(content, stylemap);
      return { ...decoded, alpha: change(decoded.alpha) };
    },
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
