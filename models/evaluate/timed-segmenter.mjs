/** The parser with a watch on it, and its first raw answer to a photo kept. */

/**
 * @typedef {object} Passes
 * @property {number[]} timesMs of every pass, in their order
 * @property {import('@stylemap-tryon/core').ClassConfidences | undefined} first raw answer since this was last cleared
 */

/**
 * @param {import('@stylemap-tryon/core').Segmenter} segmenter
 * @returns {{ segmenter: import('@stylemap-tryon/core').Segmenter, passes: Passes }}
 */
export function timePasses(segmenter) {
  /** @type {Passes} */
  const passes = { timesMs: [], first: undefined };
  return {
    passes,
    segmenter: {
      async segment(image) {
        const startMs = performance.now();
        const confidences = await segmenter.segment(image);
        passes.timesMs.push(performance.now() - startMs);
        passes.first ??= { ...confidences, data: confidences.data.slice() };
        return confidences;
      },
      dispose: () => segmenter.dispose(),
    },
  };
}

/** @param {Passes} passes */
export function summarisePasses({ timesMs }) {
  // The first one also warms the runtime up.
  const warmMs = timesMs.slice(1).sort((a, b) => a - b);
  return { passes: warmMs.length, medianMs: quantile(warmMs, 0.5), p95Ms: quantile(warmMs, 0.95) };
}

/**
 * Linear between neighbours.
 * @param {readonly number[]} sorted
 * @param {number} share
 */
function quantile(sorted, share) {
  const position = (sorted.length - 1) * share;
  const [low, high] = [Math.floor(position), Math.ceil(position)];
  return sorted[low] + (sorted[high] - sorted[low]) * (position - low);
}
