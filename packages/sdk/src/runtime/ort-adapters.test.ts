import { readFileSync } from 'node:fs';
import * as ort from 'onnxruntime-web/wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { segmenterContract, stylemapNetworkContract } from '@stylemap-tryon/core/testing';
import type { Bytes } from './bytes.js';
import { OnnxSegmenter } from './onnx-segmenter.js';
import { OrtStylemapNetwork } from './ort-stylemap-network.js';
import { measureSelfCheckError, parseSelfCheck } from './self-check.js';

const read = (path: string): Bytes => new Uint8Array(readFileSync(new URL(`../../../../models/${path}`, import.meta.url)));
const selfCheck = (name: string) => parseSelfCheck(JSON.parse(new TextDecoder().decode(read(`fixtures/${name}`))));
const createNetwork = (prefix: string) =>
  OrtStylemapNetwork.create(
    ort,
    {
      contentEncoder: read(`${prefix}content-encoder.onnx`),
      styleEncoder: read(`${prefix}style-encoder.onnx`),
      decoder: read(`${prefix}decoder.onnx`),
    },
    'wasm',
  );

beforeAll(() => {
  ort.env.wasm.numThreads = 1;
});

describe('the published network on wasm', () => {
  let network: OrtStylemapNetwork;
  beforeAll(async () => {
    network = await createNetwork('weights/');
  });
  afterAll(() => network.dispose());

  it.each(stylemapNetworkContract)('$name', ({ check }) => check(network));

  it('gives the known answers', async () => {
    const check = selfCheck('self-check.json');
    expect(await measureSelfCheckError(network, check)).toBeLessThan(check.tolerance);
  });
});

describe('the published parser on wasm', () => {
  let segmenter: OnnxSegmenter;
  beforeAll(async () => {
    segmenter = await OnnxSegmenter.create(ort, read('weights/garment-parser.onnx'));
  });
  afterAll(() => segmenter.dispose());

  it.each(segmenterContract)('$name', ({ check }) => check(segmenter));
});

describe('the micro model on wasm', () => {
  it('gives the known answers through the same adapter', async () => {
    const network = await createNetwork('fixtures/micro-');
    const check = selfCheck('micro-self-check.json');
    expect(await measureSelfCheckError(network, check)).toBeLessThan(check.tolerance);
    network.dispose();
  });
});

it('bytes that are no graph are an error that names no internals', async () => {
  await expect(OnnxSegmenter.create(ort, new Uint8Array([1, 2, 3]))).rejects.toMatchObject({ code: 'engine-lost' });
});
