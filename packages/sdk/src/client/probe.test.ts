import { afterEach, describe, expect, it, vi } from 'vitest';
import { testConfig } from '../../test/fake-engine.js';
import { networkFiles, parserFiles } from '../shared/model-paths.js';
import { probe } from './probe.js';

const files = [...networkFiles, ...Object.values(parserFiles)].map((file, i) => ({ file, bytes: 10 ** i }));
const runtimes = ['ort-wasm', 'ort-webgpu', 'mediapipe'].map((name, i) => ({
  name,
  file: `runtimes/${name}`,
  bytes: 9,
  packedBytes: 2 * 10 ** (i + 5),
}));

function serve(manifest: unknown, status = 200) {
  const fetched = vi.fn(async () => new Response(JSON.stringify(manifest), { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => vi.unstubAllGlobals());

describe('the probe', () => {
  it('counts networks, parser and runtimes of what would run here, for one request', async () => {
    const fetched = serve({ files, runtimes });
    const onWasm = await probe({ ...testConfig, backend: 'wasm', segmenter: 'onnx' });
    expect(onWasm).toMatchObject({ backend: 'wasm', bytesToLoad: 111 + 10_000 + 200_000 });
    expect(fetched).toHaveBeenCalledTimes(1);
    const withMediaPipe = await probe({ ...testConfig, backend: 'wasm', segmenter: 'mediapipe' });
    expect(withMediaPipe.bytesToLoad).toBe(111 + 1000 + 200_000 + 20_000_000);
  });

  it('takes WebGPU where the browser has a GPU and the site the runtime', async () => {
    vi.stubGlobal('navigator', { userAgent: 'Chrome', gpu: { requestAdapter: async () => ({ info: {} }) } });
    serve({ files, runtimes });
    expect(await probe({ ...testConfig, segmenter: 'onnx' })).toMatchObject({
      backend: 'webgpu',
      bytesToLoad: 10_111 + 2_000_000,
    });
    serve({ files, runtimes: runtimes.slice(0, 1) });
    expect(await probe({ ...testConfig, segmenter: 'onnx' })).toMatchObject({ backend: 'wasm' });
  });

  it('says what a platform lacks: Node has no workers of the web', async () => {
    serve({ files, runtimes });
    expect(await probe({ ...testConfig, backend: 'wasm', segmenter: 'onnx' })).toMatchObject({
      supported: false,
      reason: 'The try-on needs a browser with Worker.',
    });
  });

  it('fails where there is no manifest', async () => {
    serve('', 404);
    await expect(probe(testConfig)).rejects.toMatchObject({ code: 'model-unavailable' });
  });
});
