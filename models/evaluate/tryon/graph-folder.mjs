/** The three graphs of a network as files of a folder, whatever the precision of their weights. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web/wasm';
import { OrtStylemapNetwork } from '@stylemap-tryon/sdk/runtime';

const files = ['content-encoder.onnx', 'style-encoder.onnx', 'decoder.onnx'];

/**
 * @param {string} folder
 * @returns {Promise<OrtStylemapNetwork>} the caller disposes of it
 */
export async function openGraphs(folder) {
  const [contentEncoder, styleEncoder, decoder] = files.map((file) => new Uint8Array(readFileSync(join(folder, file))));
  ort.env.wasm.numThreads = 1;
  return OrtStylemapNetwork.create(ort, { contentEncoder, styleEncoder, decoder }, 'wasm');
}

/** @param {string} folder */
export function describeGraphs(folder) {
  return files.map((file) => {
    const content = readFileSync(join(folder, file));
    return { file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  });
}
