import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { runCommand } from './command.js';
import { expect, shopperPath, test } from './fixtures.js';

const root = join(import.meta.dirname, '..');
const productPath = join(root, 'examples/assets/top-breton.webp');

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

test("render writes a picture of the photo's size with a receipt, and the same bytes again", async ({}, testInfo) => {
  const outputs = ['first.png', 'second.png'].map((name) => testInfo.outputPath(name));
  for (const output of outputs) {
    const input = ['--person', shopperPath, '--garment', productPath, '--type', 'top'];
    const { status, stdout, stderr } = runCommand('render', ...input, '-o', output, '--json');
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      backend: 'wasm',
      segmenter: 'onnx',
      kinds: ['top'],
      widthPx: 900,
      heightPx: 1200,
      maxDifferenceOutsideMask: 0,
      models: { 'decoder.onnx': sha256(join(root, 'models/weights/decoder.onnx')) },
    });
  }
  expect(await sharp(outputs[0]).metadata()).toMatchObject({ width: 900, height: 1200, format: 'png' });
  expect(sha256(outputs[0]!)).toBe(sha256(outputs[1]!));
});

test("render of a file that is no picture fails with the error's code", ({}, testInfo) => {
  const input = ['--person', join(root, 'package.json'), '--garment', productPath];
  const { status, stderr } = runCommand('render', ...input, '-o', testInfo.outputPath('never.png'));
  expect(status).toBe(1);
  expect(stderr).toContain('not-an-image');
});

test('a missing option is explained', () => {
  const { status, stderr } = runCommand('render', '--garment', productPath, '-o', 'never.png');
  expect(status).toBe(2);
  expect(stderr).toContain('--person');
});
