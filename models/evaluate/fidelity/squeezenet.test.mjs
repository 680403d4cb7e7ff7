import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalCount } from '../pictures/canonical-view.mjs';
import { createRandom } from '../pictures/random.mjs';
import { readNpz } from './npz.mjs';
import { randomSqueezeNet } from './random-squeezenet.mjs';
import { createPerceptualNetwork, perceptualDistance } from './squeezenet.mjs';

const size = 256;
const weights = readNpz(randomSqueezeNet());
/** @type {import('./squeezenet.mjs').PerceptualNetwork} */
let network;

beforeAll(async () => {
  network = await createPerceptualNetwork(weights);
});
afterAll(() => network.dispose());

/** @param {string} name */
function noise(name) {
  const random = createRandom(name);
  return Float32Array.from({ length: 3 * canonicalCount }, () => random.uniform(0, 1));
}
const everywhere = { widthPx: size, heightPx: size, data: new Float32Array(canonicalCount).fill(1) };

it('reads arrays of NumPy, and refuses other numbers than floats', () => {
  expect(weights.get('conv1.weight')?.shape).toEqual([96, 3, 7, 7]);
  const bytes = new TextEncoder().encode("?NUMPY\u0001\u0000.\u0000{'descr': '<i8', 'fortran_order': False, }     \n");
  expect(() => readNpz(zipSync({ 'a.npy': bytes }))).toThrow(/a\.npy is no little-endian float32/);
});

it('has the layers and sizes of the published network', async () => {
  const maps = await network.describe(noise('a'));
  expect(maps.map(({ channels, sizePx }) => [channels, sizePx])).toEqual([
    [96, 125],
    [128, 62],
    [128, 62],
    [256, 62],
    [256, 31],
  ]);
});

it('computes the first convolution as it is written down', async () => {
  const picture = noise('b');
  const [{ channels, sizePx, data, lengths }] = await network.describe(picture);
  const [kernel, bias] = ['weight', 'bias'].map((part) => /** @type {Float32Array} */ (weights.get(`conv1.${part}`)?.data));
  const [x, y] = [17, 40];
  const expected = Float64Array.from({ length: channels }, (_, o) => {
    let sum = bias[o];
    for (let c = 0; c < 3; c++) {
      for (let j = 0; j < 7; j++) {
        for (let i = 0; i < 7; i++) {
          const value = picture[c * canonicalCount + (2 * y + j) * size + 2 * x + i];
          sum += kernel[((o * 3 + c) * 7 + j) * 7 + i] * ((value - [0.485, 0.456, 0.406][c]) / [0.229, 0.224, 0.225][c]);
        }
      }
    }
    return Math.max(0, sum);
  });
  expected.forEach((value, o) => expect(data[(o * sizePx + y) * sizePx + x]).toBeCloseTo(value, 4));
  expect(lengths[y * sizePx + x]).toBeCloseTo(Math.hypot(...expected), 3);
});

it('is 0 between equal pictures, grows with the difference, and looks inside the mask only', async () => {
  const picture = noise('c');
  const changed = picture.map((value, i) => (i % size < 128 ? value : 1 - value));
  const slightly = picture.map((value, i) => value + 0.1 * (changed[i] - value));
  const [own, other, near] = [await network.describe(picture), await network.describe(changed), await network.describe(slightly)];
  expect(perceptualDistance(own, own, everywhere)).toBeCloseTo(0, 5);
  expect(perceptualDistance(own, near, everywhere)).toBeGreaterThan(0);
  expect(perceptualDistance(own, other, everywhere)).toBeGreaterThan(2 * perceptualDistance(own, near, everywhere));
  const left = { ...everywhere, data: everywhere.data.map((_, i) => Number(i % size < 64)) };
  expect(perceptualDistance(own, other, left)).toBeCloseTo(0, 5);
});

it('says which weight is missing', async () => {
  const fewer = new Map([...weights].filter(([name]) => name !== 'fire3.conv3x3_2.bias'));
  await expect(createPerceptualNetwork(fewer)).rejects.toThrow(/fire3\.conv3x3_2\.bias/);
});
