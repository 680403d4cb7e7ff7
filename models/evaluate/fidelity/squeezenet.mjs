/**
 * SqueezeNet-v1.0 perceptual distance: the definition of the training's `features.py`. Its absolute values mean nothing beside other
 * perceptual distances, and it is not LPIPS.
 */
import { canonicalSizePx } from '@stylemap-tryon/core';
import * as ort from 'onnxruntime-web/wasm';
import { canonicalCount } from '../pictures/canonical-view.mjs';
import { writeOnnx } from './onnx-writer.mjs';

/**
 * @typedef {import('../pictures/canonical-view.mjs').CanonicalPicture} CanonicalPicture
 * @typedef {{ channels: number, sizePx: number, data: Float32Array, lengths: Float32Array }} FeatureMap with the length of every pixel's channels
 * @typedef {{ describe: (picture: CanonicalPicture) => Promise<FeatureMap[]>, dispose: () => Promise<void> }} PerceptualNetwork
 */

const [means, deviations] = [
  [0.485, 0.456, 0.406],
  [0.229, 0.224, 0.225],
];
const lastFire = 5;

/**
 * @param {ReadonlyMap<string, import('./npz.mjs').FloatArray>} weights
 * @returns {Promise<PerceptualNetwork>}
 * @throws RangeError when a weight is missing
 */
export async function createPerceptualNetwork(weights) {
  const { model, outputs } = squeezeNetModel(weights);
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(model, { executionProviders: ['wasm'], logSeverityLevel: 3 });
  return {
    async describe(picture) {
      const pixels = picture.map((value, i) => {
        const c = Math.floor(i / canonicalCount);
        return (value - means[c]) / deviations[c];
      });
      const shape = [1, 3, canonicalSizePx, canonicalSizePx];
      const answers = await session.run({ picture: new ort.Tensor('float32', pixels, shape) });
      return outputs.map(({ name, shape: [, channels, sizePx] }) => {
        return measureLengths({ channels, sizePx, data: /** @type {Float32Array} */ (answers[name].data) });
      });
    },
    dispose: () => session.release(),
  };
}

/**
 * Squared difference of the features, each pixel's channels brought to length 1, inside the mask, summed over layers.
 * @param {readonly FeatureMap[]} one
 * @param {readonly FeatureMap[]} two
 * @param {import('@stylemap-tryon/core').Plane} mask on the canonical grid
 */
export function perceptualDistance(one, two, mask) {
  return one.reduce((total, map, layer) => {
    const weight = averagePool(mask.data, map.sizePx);
    const cosines = cosinesBetween(map, two[layer]);
    let [sum, weights] = [0, 0];
    for (let i = 0; i < weight.length; i++) {
      // |a - b|^2 = |a|^2 + |b|^2 - 2 a b, where a length is 1, or 0 where no channel answers.
      const squares = Number(map.lengths[i] > 0) + Number(two[layer].lengths[i] > 0);
      sum += weight[i] * Math.max(0, squares - 2 * cosines[i]);
      weights += weight[i];
    }
    return total + sum / Math.max(1e-3, weights);
  }, 0);
}

/** @param {FeatureMap} one @param {FeatureMap} two */
function cosinesBetween(one, two) {
  const count = one.sizePx ** 2;
  const products = new Float64Array(count);
  for (let start = 0; start < one.data.length; start += count) {
    for (let i = 0; i < count; i++) products[i] += one.data[start + i] * two.data[start + i];
  }
  return products.map((product, i) => (product === 0 ? 0 : product / (one.lengths[i] * two.lengths[i])));
}

/** @param {ReadonlyMap<string, import('./npz.mjs').FloatArray>} weights */
function squeezeNetModel(weights) {
  /** @type {import('./onnx-writer.mjs').Node[]} */
  const nodes = [];
  /** @type {import('./onnx-writer.mjs').Constant[]} */
  const constants = [];
  /** @type {{ name: string, shape: number[] }[]} */
  const outputs = [];

  /** @param {string} name @param {string} input @param {number} padding @param {number} stride */
  const convolve = (name, input, padding, stride) => {
    const inputs = [input];
    for (const part of ['weight', 'bias']) {
      const values = weights.get(`${name}.${part}`);
      if (!values) throw new RangeError(`The features have no ${name}.${part}.`);
      constants.push({ name: `${name}.${part}`, ...values });
      inputs.push(`${name}.${part}`);
    }
    nodes.push({ op: 'Conv', inputs, output: name, integers: { pads: Array(4).fill(padding), strides: [stride, stride] } });
    return name;
  };
  const relu = (/** @type {string} */ input) => {
    nodes.push({ op: 'Relu', inputs: [input], output: `${input}.relu` });
    return `${input}.relu`;
  };
  const pool = (/** @type {string} */ input) => {
    nodes.push({
      op: 'MaxPool',
      inputs: [input],
      output: `${input}.pool`,
      integers: { kernel_shape: [3, 3], strides: [2, 2], ceil_mode: 1 },
    });
    return `${input}.pool`;
  };
  const keep = (/** @type {string} */ name, /** @type {number} */ sizePx, /** @type {string} */ widest) => {
    const channels = /** @type {import('./npz.mjs').FloatArray} */ (weights.get(`${widest}.bias`)).shape[0];
    outputs.push({ name, shape: [1, name === 'conv1.relu' ? channels : 2 * channels, sizePx, sizePx] });
    return name;
  };

  let sizePx = Math.floor((canonicalSizePx - 7) / 2) + 1;
  const halve = () => (sizePx = Math.ceil((sizePx - 3) / 2) + 1);
  let last = pool(keep(relu(convolve('conv1', 'picture', 0, 2)), sizePx, 'conv1'));
  halve();
  for (let index = 2; index <= lastFire; index++) {
    const squeezed = relu(convolve(`fire${index}.conv1x1_1`, last, 0, 1));
    const parts = [convolve(`fire${index}.conv1x1_2`, squeezed, 0, 1), convolve(`fire${index}.conv3x3_2`, squeezed, 1, 1)];
    nodes.push({ op: 'Concat', inputs: parts, output: `fire${index}`, integers: { axis: 1 } });
    last = keep(relu(`fire${index}`), sizePx, parts[0]);
    if (index !== 4) continue;
    last = pool(last);
    halve();
  }
  const inputs = [{ name: 'picture', shape: [1, 3, canonicalSizePx, canonicalSizePx] }];
  return { model: writeOnnx({ nodes, constants, inputs, outputs }), outputs };
}

/** @param {Omit<FeatureMap, 'lengths'>} map @returns {FeatureMap} */
function measureLengths({ channels, sizePx, data }) {
  const count = sizePx ** 2;
  const lengths = new Float32Array(count);
  for (let start = 0; start < data.length; start += count) {
    for (let i = 0; i < count; i++) lengths[i] += data[start + i] ** 2;
  }
  return { channels, sizePx, data, lengths: lengths.map(Math.sqrt) };
}

/** Means over cells that may overlap, where the sizes do not divide. @param {Float32Array} mask @param {number} sizePx */
function averagePool(mask, sizePx) {
  const cells = Array.from({ length: sizePx }, (_, i) => [
    Math.floor((i * canonicalSizePx) / sizePx),
    Math.ceil(((i + 1) * canonicalSizePx) / sizePx),
  ]);
  return Float32Array.from({ length: sizePx ** 2 }, (_, i) => {
    const [[left, right], [top, bottom]] = [cells[i % sizePx], cells[Math.floor(i / sizePx)]];
    let sum = 0;
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += mask[y * canonicalSizePx + x];
    return sum / ((right - left) * (bottom - top));
  });
}
