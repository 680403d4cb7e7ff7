import type { RgbaImage, Tensor } from '../image/image.js';
import { interpolateStylemaps } from '../network/stylemap.js';
import { jointMapsLength } from '../locate/joint-maps.js';
import type { ContentFeatures, LatentSizePx, Segmenter, StylemapNetwork } from '../ports.js';
import { canonicalSizePx, clothingClasses, latentSizesPx, parserSizePx, productScoresLength } from '../ports.js';

/** One promise an adapter of a port has to keep; `check` throws where it does not. Test-runner agnostic. */
export interface ContractClause<Port> {
  readonly name: string;
  check(port: Port): Promise<void>;
}

function demand(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}

function equal(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

/** A picture with structure at several scales, the same on every platform. */
export function patternImage(sizePx: number): RgbaImage {
  const data = new Uint8ClampedArray(sizePx * sizePx * 4);
  for (let i = 0; i < sizePx * sizePx; i++) {
    const [x, y] = [(i % sizePx) / sizePx, Math.floor(i / sizePx) / sizePx];
    data[i * 4] = 128 + 100 * Math.sin(9 * x + 4 * y);
    data[i * 4 + 1] = 128 + 100 * Math.sin(21 * y);
    data[i * 4 + 2] = 255 * x * y;
    data[i * 4 + 3] = 255;
  }
  return { widthPx: sizePx, heightPx: sizePx, data };
}

function patternTensor(channels: number): Tensor {
  const length = channels * canonicalSizePx * canonicalSizePx;
  return {
    shape: [1, channels, canonicalSizePx, canonicalSizePx],
    data: Float32Array.from({ length }, (_, i) => Math.sin(0.001 * i) * 0.8),
  };
}

export const segmenterContract: readonly ContractClause<Segmenter>[] = [
  {
    name: 'answers one confidence per class and pixel, summing to 1',
    async check(segmenter) {
      const { widthPx, heightPx, data } = await segmenter.segment(patternImage(parserSizePx));
      demand(widthPx === parserSizePx && heightPx === parserSizePx, `size is ${widthPx} x ${heightPx}`);
      const count = widthPx * heightPx;
      demand(data.length === clothingClasses.length * count, `${data.length} confidences`);
      for (let i = 0; i < count; i++) {
        let sum = 0;
        for (let c = 0; c < clothingClasses.length; c++) {
          const value = data[c * count + i] as number;
          demand(value >= -1e-4 && value <= 1 + 1e-4, `confidence ${value} at pixel ${i}`);
          sum += value;
        }
        demand(Math.abs(sum - 1) < 5e-3, `confidences of pixel ${i} sum to ${sum}`);
      }
    },
  },
  {
    name: 'answers one heat map per joint, every value in [0, 1]',
    async check(segmenter) {
      const { jointMaps } = await segmenter.segment(patternImage(parserSizePx));
      demand(jointMaps.length === jointMapsLength, `${jointMaps.length} cells`);
      jointMaps.forEach((value, i) => demand(value >= 0 && value <= 1, `value ${value} in cell ${i}`));
    },
  },
  {
    name: 'answers what the product is, every value in [0, 1]',
    async check(segmenter) {
      const { productScores } = await segmenter.segment(patternImage(parserSizePx));
      demand(productScores.length === productScoresLength, `${productScores.length} scores`);
      productScores.forEach((value, i) => demand(value >= 0 && value <= 1, `value ${value} of score ${i}`));
    },
  },
  {
    name: 'gives the same answer twice and leaves its input alone',
    async check(segmenter) {
      const image = patternImage(parserSizePx);
      const before = Uint8ClampedArray.from(image.data);
      const first = await segmenter.segment(image);
      const [classes, joints] = [Float32Array.from(first.data), Float32Array.from(first.jointMaps)];
      const second = await segmenter.segment(image);
      demand(equal(before, image.data), 'the input was changed');
      demand(equal(classes, first.data) && equal(joints, first.jointMaps), 'the first answer was overwritten by the second');
      demand(equal(classes, second.data) && equal(joints, second.jointMaps), 'two runs differ');
    },
  },
];

const skipChannels: Readonly<Record<LatentSizePx, number>> = { 8: 256, 16: 160, 32: 96, 64: 48, 128: 24 };
const stylemapChannels: Readonly<Record<LatentSizePx, number>> = { 8: 64, 16: 64, 32: 64, 64: 48, 128: 32 };

function demandPyramid(name: string, pyramid: ContentFeatures, channels: Readonly<Record<LatentSizePx, number>>): void {
  for (const size of latentSizesPx) demandTensor(`${name} ${size}`, pyramid[size], [1, channels[size], size, size]);
}

function demandTensor(name: string, tensor: Tensor, shape: readonly number[]): void {
  demand(tensor.shape.join() === shape.join(), `${name} has shape [${tensor.shape.join()}], expected [${shape.join()}]`);
  demand(tensor.data.length === shape.reduce((a, b) => a * b, 1), `${name} has ${tensor.data.length} values`);
  demand(tensor.data.every(Number.isFinite), `${name} holds a value that is not finite`);
}

export const stylemapNetworkContract: readonly ContractClause<StylemapNetwork>[] = [
  {
    name: 'gives features, stylemaps and a decoded garment of the published shapes',
    async check(network) {
      const features = await network.encodeContent(patternTensor(8));
      const stylemap = await network.encodeStyle(patternTensor(4));
      demandPyramid('skip', features, skipChannels);
      demandPyramid('stylemap level', stylemap, stylemapChannels);
      const decoded = await network.decode(features, stylemap);
      demandTensor('flow', decoded.flow, [1, 2, 64, 64]);
      demandTensor('shading', decoded.shading, [1, 2, 64, 64]);
      demandTensor('image', decoded.image, [1, 3, canonicalSizePx, canonicalSizePx]);
      demandTensor('alpha', decoded.alpha, [1, 1, canonicalSizePx, canonicalSizePx]);
      const p = decoded.shading.data.subarray(0, 64 * 64);
      demand(
        p.every((value) => value >= 0 && value <= 2),
        'p of the shading leaves [0, 2]',
      );
    },
  },
  {
    name: 'gives the same answer twice and leaves its inputs alone',
    async check(network) {
      const content = patternTensor(8);
      const style = patternTensor(4);
      const run = async () => network.decode(await network.encodeContent(content), await network.encodeStyle(style));
      const first = await run();
      const copy = Float32Array.from(first.image.data);
      const second = await run();
      demand(equal(content.data, patternTensor(8).data) && equal(style.data, patternTensor(4).data), 'an input was changed');
      demand(equal(copy, second.image.data), 'two runs differ');
      demand(equal(copy, first.image.data), 'the first answer was overwritten by the second');
    },
  },
  {
    name: 'leaves a stylemap alone that the caller keeps, whatever is encoded and decoded later',
    async check(network) {
      const features = await network.encodeContent(patternTensor(8));
      const kept = await network.encodeStyle(patternTensor(4));
      const copies = latentSizesPx.map((size) => Float32Array.from(kept[size].data));
      const other = patternTensor(4);
      other.data.forEach((value, i) => (other.data[i] = -value));
      const before = await network.decode(features, kept);
      await network.decode(features, await network.encodeStyle(other));
      latentSizesPx.forEach((size, i) => demand(equal(copies[i] ?? [], kept[size].data), `level ${size} was overwritten`));
      const after = await network.decode(features, kept);
      demand(equal(before.image.data, after.image.data), 'the kept stylemap decodes to another picture');
    },
  },
  {
    name: 'decodes what lies between two stylemaps; between one and itself nothing changes',
    async check(network) {
      const features = await network.encodeContent(patternTensor(8));
      const stylemap = await network.encodeStyle(patternTensor(4));
      const alone = await network.decode(features, stylemap);
      const between = await network.decode(features, interpolateStylemaps(stylemap, stylemap, 0.5));
      demand(equal(alone.image.data, between.image.data), 'the picture changed');
      demand(equal(alone.alpha.data, between.alpha.data), 'alpha changed');
    },
  },
];
