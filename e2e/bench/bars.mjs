/** What the network has to clear in the browser. */

/** Longest median of a decoder pass, wasm, one thread. */
const decoderPassMs = 150;
/** Largest sum of the three graphs. */
const graphsMegabytes = 4.5;

/**
 * @param {Record<'contentEncoder' | 'styleEncoder' | 'decoder', { bytes: number, medianMs: number }>} graphs
 * @returns {{ name: string, value: number, bar: number, clears: boolean }[]}
 */
export function judgeGraphs({ contentEncoder, styleEncoder, decoder }) {
  const megabytes = (contentEncoder.bytes + styleEncoder.bytes + decoder.bytes) / 1e6;
  return [
    atMost('decoder pass, median ms', decoder.medianMs, decoderPassMs),
    atMost('three graphs, MB', megabytes, graphsMegabytes),
  ];
}

function atMost(name, value, bar) {
  return { name, value, bar, clears: value <= bar };
}
