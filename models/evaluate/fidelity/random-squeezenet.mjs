/** A file of random weights in the shape of SqueezeNet v1.0 up to its fifth block, for tests: the real ones are not ours to ship. */
import { zipSync } from 'fflate';
import { createRandom } from '../pictures/random.mjs';

/** Inputs, squeezed and expanded channels of fire blocks 2 to 5. */
const fires = [
  [96, 16, 64],
  [128, 16, 64],
  [128, 32, 128],
  [256, 32, 128],
];

/** @returns {Uint8Array} an .npz file */
export function randomSqueezeNet() {
  const random = createRandom('weights');
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  const add = (/** @type {string} */ name, /** @type {readonly number[]} */ shape) => {
    const inputs = shape.slice(1).reduce((product, side) => product * side, 1);
    const count = inputs * shape[0];
    const spread = Math.sqrt(2 / inputs);
    files[`${name}.weight.npy`] = npy(
      shape,
      Float32Array.from({ length: count }, () => spread * random.normal()),
    );
    files[`${name}.bias.npy`] = npy(
      [shape[0]],
      Float32Array.from({ length: shape[0] }, () => 0.1 * random.normal()),
    );
  };
  add('conv1', [96, 3, 7, 7]);
  fires.forEach(([inputs, squeezed, expanded], i) => {
    add(`fire${i + 2}.conv1x1_1`, [squeezed, inputs, 1, 1]);
    add(`fire${i + 2}.conv1x1_2`, [expanded, squeezed, 1, 1]);
    add(`fire${i + 2}.conv3x3_2`, [expanded, squeezed, 3, 3]);
  });
  return zipSync(files, { level: 0 });
}

/** @param {readonly number[]} shape @param {Float32Array} data */
function npy(shape, data) {
  const sides = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${sides}), }`;
  const padded = `${header.padEnd(Math.ceil((header.length + 11) / 64) * 64 - 11)}\n`;
  const head = Uint8Array.from([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, padded.length & 255, padded.length >> 8]);
  return Uint8Array.from([...head, ...new TextEncoder().encode(padded), ...new Uint8Array(data.buffer)]);
}
