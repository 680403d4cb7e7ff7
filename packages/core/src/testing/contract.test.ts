import { describe, expect, it } from 'vitest';
import { segmenterContract, stylemapNetworkContract } from './contract.js';
import { createFakeNetwork } from './fake-network.js';
import { createColourSegmenter } from './fake-segmenter.js';
import { drawnPalette } from './drawn-pictures.js';

describe('the fakes keep the contracts of their ports', () => {
  it.each(segmenterContract)('segmenter: $name', (clause) => clause.check(createColourSegmenter(drawnPalette)));
  it.each(stylemapNetworkContract)('network: $name', (clause) => clause.check(createFakeNetwork()));
});

describe('the contracts notice', () => {
  it('a network with a wrong shape', async () => {
    const network = createFakeNetwork();
    const broken = { ...network, encodeStyle: network.encodeContent.bind(network) };
    await expect(stylemapNetworkContract[0]?.check(broken)).rejects.toThrow(/stylemap level 8 has shape/);
  });

  it('a segmenter whose confidences do not sum to 1', async () => {
    const segmenter = createColourSegmenter(drawnPalette);
    const broken: typeof segmenter = {
      ...segmenter,
      segment: async (image) => {
        const answer = await segmenter.segment(image);
        answer.data[5] = 0.5;
        answer.data[65536 + 5] = 0;
        return answer;
      },
    };
    await expect(segmenterContract[0]?.check(broken)).rejects.toThrow(/sum to/);
  });
});
