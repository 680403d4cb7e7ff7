import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assetFolder } from './asset-folder.js';
import { AssetError, copyAssets } from './copy-assets.js';

describe('copying the assets', () => {
  let folder: string;
  const path = (name: string) => join(folder, name);
  const listed = (file: string, content: string) => ({ file, sha256: createHash('sha256').update(content).digest('hex') });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assets-'));
    const files = {
      'worker.js': 'worker',
      'chunks/webgpu.js': 'script',
      'weights/decoder.onnx': 'weights',
      'runtimes/wasm.wasm.gz': gzipSync('wasm'),
      'runtimes/webgpu.wasm.gz': gzipSync('webgpu'),
      'manifest.json': JSON.stringify({
        version: '1',
        files: [listed('weights/decoder.onnx', 'weights')],
        runtimes: [
          { name: 'ort-wasm', scripts: [], ...listed('runtimes/wasm.wasm.gz', 'wasm') },
          { name: 'ort-webgpu', scripts: ['chunks/webgpu.js'], ...listed('runtimes/webgpu.wasm.gz', 'webgpu') },
        ],
      }),
    };
    for (const [file, content] of Object.entries(files)) {
      await mkdir(dirname(path(`source/${file}`)), { recursive: true });
      await writeFile(path(`source/${file}`), content);
    }
  });
  afterEach(() => rm(folder, { recursive: true }));

  const copy = (options = {}) => copyAssets(path('site/tryon'), { sourceDir: path('source'), ...options });
  const runtimesOf = async () => {
    const manifest = JSON.parse(await readFile(path('site/tryon/manifest.json'), 'utf8')) as { runtimes: { name: string }[] };
    return manifest.runtimes.map(({ name }) => name);
  };

  it('copies every file into a folder that it makes', async () => {
    expect(await copy()).toBe(6);
    expect(await readFile(path('site/tryon/weights/decoder.onnx'), 'utf8')).toBe('weights');
    expect(await readFile(path('site/tryon/worker.js'), 'utf8')).toBe('worker');
    expect(await runtimesOf()).toEqual(['ort-wasm', 'ort-webgpu']);
  });

  it('leaves the WebGPU runtime and its script out, in the manifest too', async () => {
    expect(await copy({ backend: 'wasm' })).toBe(4);
    expect(await readdir(path('site/tryon/runtimes'))).toEqual(['wasm.wasm.gz']);
    expect(await readdir(path('site/tryon'))).not.toContain('chunks');
    expect(await runtimesOf()).toEqual(['ort-wasm']);
  });

  it.each([
    ['weights/decoder.onnx', 'other'],
    ['runtimes/wasm.wasm.gz', gzipSync('other')],
    ['runtimes/wasm.wasm.gz', 'no gzip'],
  ])('names %s when its content is not the published one', async (file, content) => {
    await writeFile(path(`source/${file}`), content);
    await expect(copy()).rejects.toThrow(
      expect.objectContaining({ name: AssetError.name, message: expect.stringContaining(file) as string }),
    );
  });

  it('has a folder of its own with a manifest', async () => {
    expect(await readdir(assetFolder())).toEqual(expect.arrayContaining(['loader.js', 'manifest.json', 'stylemap-tryon.js']));
  });
});
