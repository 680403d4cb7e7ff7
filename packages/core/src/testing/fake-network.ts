import type { Tensor } from '../image/image.js';
import type { DecoderOutput, LatentPyramid, StylemapNetwork } from '../ports.js';
import { canonicalSizePx } from '../ports.js';

/** What the fake decoder answers everywhere. */
export interface FakeDecoderValues {
  readonly flowX: number;
  readonly flowY: number;
  readonly p: number;
  readonly q: number;
  readonly alphaLogit: number;
  /** sRGB-encoded in [-1, 1]. */
  readonly generated: number;
}

const plainWarp: FakeDecoderValues = { flowX: 0, flowY: 0, p: 0, q: 0, alphaLogit: 30, generated: 0 };

/** A network that warps nothing, relights nothing and trusts the product, unless told otherwise. */
export function createFakeNetwork(values: Partial<FakeDecoderValues> = {}): StylemapNetwork {
  const { flowX, flowY, p, q, alphaLogit, generated } = { ...plainWarp, ...values };
  return {
    encodeContent: (content) => Promise.resolve(pyramid([256, 160, 96, 48, 24], content)),
    encodeStyle: (style) => Promise.resolve(pyramid([64, 64, 64, 48, 32], style)),
    decode(): Promise<DecoderOutput> {
      return Promise.resolve({
        flow: constant(64, flowX, flowY),
        shading: constant(64, p, q),
        image: constant(canonicalSizePx, generated, generated, generated),
        alpha: constant(canonicalSizePx, alphaLogit),
      });
    },
    dispose() {},
  };
}

function constant(sizePx: number, ...channels: number[]): Tensor {
  const data = new Float32Array(channels.length * sizePx * sizePx);
  channels.forEach((value, c) => data.fill(value, c * sizePx * sizePx, (c + 1) * sizePx * sizePx));
  return { shape: [1, channels.length, sizePx, sizePx], data };
}

/** Levels from 8 to 128, each filled with the input's mean, so that mixing two of them can be observed. */
function pyramid(channels: readonly [number, number, number, number, number], input: Tensor): LatentPyramid {
  const mean = input.data.reduce((sum, value) => sum + value, 0) / input.data.length;
  const level = (sizePx: number, count: number): Tensor => ({
    shape: [1, count, sizePx, sizePx],
    data: new Float32Array(count * sizePx * sizePx).fill(mean),
  });
  return {
    8: level(8, channels[0]),
    16: level(16, channels[1]),
    32: level(32, channels[2]),
    64: level(64, channels[3]),
    128: level(128, channels[4]),
  };
}
