import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { segmenterContract, stylemapNetworkContract } from '@stylemap-tryon/core/testing';
import { fetchModel, fetchModelJson, ortBase } from '../../test/served-models.js';
import { OnnxSegmenter } from '../runtime/onnx-segmenter.js';
import type { Ort } from '../runtime/ort.js';
import { OrtStylemapNetwork } from '../runtime/ort-stylemap-network.js';
import { measureSelfCheckError, parseSelfCheck } from '../runtime/self-check.js';
import { hasUsableAdapter } from './adapter-probe.js';
import { loadOrt } from './ort-loader.js';

const createNetwork = async (ort: Ort, prefix: string, backend: 'webgpu' | 'wasm') =>
  OrtStylemapNetwork.create(
    ort,
    {
      contentEncoder: await fetchModel(`${prefix}content-encoder.onnx`),
      styleEncoder: await fetchModel(`${prefix}style-encoder.onnx`),
      decoder: await fetchModel(`${prefix}decoder.onnx`),
    },
    backend,
  );

describe('on wasm in the browser', () => {
  let ort: Ort;
  let network: OrtStylemapNetwork;
  let segmenter: OnnxSegmenter;

  beforeAll(async () => {
    ort = await loadOrt('wasm', ortBase);
    network = await createNetwork(ort, 'weights/', 'wasm');
    segmenter = await OnnxSegmenter.create(ort, await fetchModel('weights/garment-parser.onnx'));
  });
  afterAll(() => {
    network.dispose();
    segmenter.dispose();
  });

  it.each(stylemapNetworkContract)('the network $name', ({ check }) => check(network));
  it.each(segmenterContract)('the parser $name', ({ check }) => check(segmenter));

  it('the network gives the known answers', async () => {
    const check = parseSelfCheck(await fetchModelJson('fixtures/self-check.json'));
    expect(await measureSelfCheckError(network, check)).toBeLessThan(check.tolerance);
  });

  it('one thread is used, as the page is not isolated', () => {
    expect(crossOriginIsolated).toBe(false);
    expect(ort.env.wasm.numThreads).toBe(1);
  });
});

describe('on WebGPU in the browser', () => {
  it('the micro model gives the known answers through the same adapter', async () => {
    const options = { explicit: true, allowSoftwareAdapter: true };
    expect(await hasUsableAdapter(navigator, options), 'this Chromium has no WebGPU adapter').toBe(true);
    const network = await createNetwork(await loadOrt('webgpu', ortBase), 'fixtures/micro-', 'webgpu');
    const check = parseSelfCheck(await fetchModelJson('fixtures/micro-self-check.json'));
    expect(await measureSelfCheckError(network, check)).toBeLessThan(check.tolerance);
    network.dispose();
  });
});
