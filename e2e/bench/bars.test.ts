import { describe, expect, it } from 'vitest';
import { judgeGraphs } from './bars.mjs';

const graphs = (decoderMs: number, bytes: number) => {
  const figures = { bytes, medianMs: 400 };
  return { contentEncoder: figures, styleEncoder: figures, decoder: { bytes, medianMs: decoderMs } };
};

describe('the bars of the graphs', () => {
  it('are on the decoder alone and on the sum of the files', () => {
    expect(judgeGraphs(graphs(150, 1.5e6))).toEqual([
      { name: 'decoder pass, median ms', value: 150, bar: 150, clears: true },
      { name: 'three graphs, MB', value: 4.5, bar: 4.5, clears: true },
    ]);
  });

  it('are missed by a slow decoder and by large files', () => {
    expect(judgeGraphs(graphs(151, 1.6e6)).map(({ clears }) => clears)).toEqual([false, false]);
  });
});
