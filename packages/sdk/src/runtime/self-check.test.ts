import { describe, expect, it } from 'vitest';
import { createFakeNetwork } from '@stylemap-tryon/core/testing';
import { measureSelfCheckError, parseSelfCheck } from './self-check.js';

const levels = [8, 16, 32, 64, 128];
const known = (name: string, shape: number[], value: number) => ({ name, shape, indices: [0, 5], values: [value, value] });

/** Right for the fake network: features are the input's mean, here sin(0) = 0; alpha is 30. */
const fixture = () => ({
  tolerance: 1e-3,
  graphs: [
    {
      file: 'micro-content-encoder.onnx',
      inputs: [{ name: 'content', shape: [1, 8, 4, 4], step: 0, phase: 0 }],
      outputs: [known('skip8', [1, 256, 8, 8], 0)],
    },
    {
      file: 'micro-style-encoder.onnx',
      inputs: [{ name: 'style', shape: [1, 4, 4, 4], step: 0, phase: Math.PI / 2 }],
      outputs: [known('w128', [1, 32, 128, 128], 1)],
    },
    {
      file: 'micro-decoder.onnx',
      inputs: levels.flatMap((side) => [`skip${side}`, `w${side}`].map((name) => ({ name, shape: [1], step: 0, phase: 0 }))),
      outputs: [known('alpha', [1, 1, 256, 256], 30)],
    },
  ],
});
const measure = (json: unknown) => measureSelfCheckError(createFakeNetwork(), parseSelfCheck(json));

describe('the self-check', () => {
  it('finds a right network right', async () => {
    expect(await measure(fixture())).toBeLessThan(1e-6);
  });

  it('measures the largest error, relative to large answers', async () => {
    const json = fixture();
    json.graphs[2]!.outputs[0]!.values[1] = 33;
    expect(await measure(json)).toBeCloseTo(3 / 33, 6);
    json.graphs[0]!.outputs[0]!.values[0] = 0.5;
    expect(await measure(json)).toBeCloseTo(0.5, 6);
  });

  it('finds a network wrong that answers in another shape or not at all', async () => {
    const json = fixture();
    json.graphs[0]!.outputs[0]!.shape = [1, 256, 16, 4];
    expect(await measure(json)).toBe(Infinity);
    const other = fixture();
    other.graphs[2]!.outputs[0]!.name = 'depth';
    expect(await measure(other)).toBe(Infinity);
  });

  it('finds a network wrong that answers NaN, wherever the NaN is', async () => {
    const check = parseSelfCheck(fixture());
    const nan = createFakeNetwork({ alphaLogit: NaN });
    expect(await measureSelfCheckError(nan, check)).toBe(Infinity);
    const oneNan = createFakeNetwork();
    const decode = oneNan.decode.bind(oneNan);
    oneNan.decode = async (...args) => {
      const output = await decode(...args);
      output.alpha.data[0] = NaN;
      return output;
    };
    expect(await measureSelfCheckError(oneNan, check)).toBe(Infinity);
  });

  it.each([{}, { tolerance: 1e-3 }, { tolerance: 1e-3, graphs: [] }])('refuses %j', (json) => {
    expect(() => parseSelfCheck(json)).toThrow(expect.objectContaining({ code: 'model-corrupt' }) as Error);
  });
});
