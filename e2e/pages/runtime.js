/**
 * Runs the micro model of models/fixtures (the real architecture on a 32 x 32 crop) through the published runtime: small enough for
 * WebGPU on a software adapter, which the full model is not.
 */
import { measureSelfCheckError, OrtStylemapNetwork, parseSelfCheck } from '@stylemap-tryon/sdk/runtime';

async function bytesOf(name) {
  return new Uint8Array(await (await fetch(`/fixtures/${name}`)).arrayBuffer());
}

/** A tensor of the check's shape and other numbers than the check's. */
function variation({ shape, step }) {
  const length = shape.reduce((product, side) => product * side, 1);
  return { shape, data: Float32Array.from({ length }, (_, i) => Math.cos(1.7 * step * i)) };
}

async function runMicroModel(backend) {
  const ort = backend === 'webgpu' ? await import('onnxruntime-web/webgpu') : await import('onnxruntime-web/wasm');
  Object.assign(ort.env.wasm, { wasmPaths: '/ort/', numThreads: 1 });
  const weights = {
    contentEncoder: await bytesOf('micro-content-encoder.onnx'),
    styleEncoder: await bytesOf('micro-style-encoder.onnx'),
    decoder: await bytesOf('micro-decoder.onnx'),
  };
  const network = await OrtStylemapNetwork.create(ort, weights, backend);
  const check = parseSelfCheck(await (await fetch('/fixtures/micro-self-check.json')).json());
  const error = await measureSelfCheckError(network, check);
  const content = await network.encodeContent(variation(check.content.inputs[0]));
  const style = await network.encodeStyle(variation(check.style.inputs[0]));
  const decoded = await network.decode(content, style);
  network.dispose();
  const tensors = [...Object.values(content), ...Object.values(style), ...Object.values(decoded)];
  return { error, tolerance: check.tolerance, numbers: tensors.flatMap(({ data }) => Array.from(data)) };
}

Object.assign(globalThis, { runMicroModel });
document.documentElement.dataset.ready = 'true';
