import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { manifestOf } from '../../test/memory-store.js';
import { findFile, parseManifest } from './manifest.js';
import { networkFiles, parserFiles } from './model-files.js';

describe('a manifest', () => {
  let json: Record<string, unknown>;
  beforeEach(async () => {
    json = await manifestOf({ 'weights/decoder.onnx': new Uint8Array([1, 2, 3]) });
  });
  const file = () => (json['files'] as Record<string, unknown>[])[0]!;
  const corrupt = expect.objectContaining({ code: 'model-corrupt' }) as Error;

  it('of the published models lists every file that the engine loads', () => {
    const text = readFileSync(new URL('../../../../models/manifest.json', import.meta.url), 'utf8');
    const manifest = parseManifest(JSON.parse(text));
    for (const path of [...networkFiles, ...Object.values(parserFiles)]) {
      expect(findFile(manifest, path).bytes).toBeGreaterThan(1000);
    }
  });

  it('is read as it stands', () => {
    expect(findFile(parseManifest(json), 'weights/decoder.onnx')).toMatchObject({ bytes: 3, license: 'Apache-2.0' });
  });

  it('is refused when the parser tells other classes apart', () => {
    json['parserLabels'] = ['person', 'background'];
    expect(() => parseManifest(json)).toThrow(corrupt);
  });

  it('is refused when the network sees another crop', () => {
    json['canonicalSizePx'] = 512;
    expect(() => parseManifest(json)).toThrow(corrupt);
  });

  it.each(['../secret', '/etc/passwd', 'https://elsewhere.example/x.onnx', 'weights/../../x'])(
    'is refused when it points out of the asset base: %s',
    (path) => {
      file()['file'] = path;
      expect(() => parseManifest(json)).toThrow(corrupt);
    },
  );

  it.each([
    ['sha256', 'abc'],
    ['bytes', -1],
    ['bytes', '12'],
    ['inputs', undefined],
  ])('is refused when %s is %s', (key, value) => {
    file()[key] = value;
    expect(() => parseManifest(json)).toThrow(corrupt);
  });

  it.each([null, 7, 'text', []])('is not %j', (value) => {
    expect(() => parseManifest(value)).toThrow(corrupt);
  });

  it('says which file it lacks', () => {
    expect(() => findFile(parseManifest(json), 'weights/other.onnx')).toThrow(/weights\/other\.onnx/);
  });
});
