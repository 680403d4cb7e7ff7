import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { segmenterContract, stylemapNetworkContract } from '@stylemap-tryon/core/testing';
import { fetchModel, fetchModelJson, fetchWasm } from '../../test/served-models.js';
import { OnnxSegmenter } from '../runtime/onnx-segmenter.js';
import type { Ort } from '../runtime/ort.js';
import { OrtStylemapNetwork } from '../runtime/ort-stylemap-network.js';
import { ResilientNetwork } from '../runtime/resilient-network.js';
import { measureSelfCheckError, parseSelfCheck } from '../runtime/self-check.js';
import { hasUsableAdapter } from '../shared/adapter-probe.js';
import { importOrt } from './ort-loader.js';

const loadOrt = async (backend: 'webgpu' | 'wasm') => (await importOrt(backend))(await fetchWasm(backend));

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
    ort = await loadOrt('wasm');
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

/** A software adapter compiles each shader on the CPU, beside whatever else runs there. */
const softwareWebGpuTimeoutMs = 180_000;

describe('on WebGPU in the browser', { timeout: softwareWebGpuTimeoutMs }, () => {
  it('the micro model passes its self-check, and goes on in wasm when the device is lost', async () => {
    const options = { explicit: true, allowSoftwareAdapter: true };
    expect(await hasUsableAdapter(navigator, options), 'this Chromium has no WebGPU adapter').toBe(true);
    const check = parseSelfCheck(await fetchModelJson('fixtures/micro-self-check.json'));
    const fallbacks: unknown[] = [];
    const network = await ResilientNetwork.create({
      first: 'webgpu',
      create: async (backend) => createNetwork(await loadOrt(backend), 'fixtures/micro-', backend),
      selfCheck: () => Promise.resolve(check),
      onFallback: (reason) => fallbacks.push(reason),
    });
    expect([network.backend, fallbacks]).toEqual(['webgpu', []]);

    const { env } = await loadOrt('webgpu');
    (await env.webgpu.device).destroy();
    expect(await measureSelfCheckError(network, check)).toBeLessThan(check.tolerance);
    expect(network.backend).toBe('wasm');
    expect(fallbacks).toHaveLength(1);
    network.dispose();
  });
});
