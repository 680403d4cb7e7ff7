/** The three graphs of the network, each timed by itself: in Chromium, as the sdk opens them for wasm with one thread. */
import { summarise } from './statistics.mjs';

const files = { contentEncoder: 'content-encoder.onnx', styleEncoder: 'style-encoder.onnx', decoder: 'decoder.onnx' };

/**
 * @param {import('playwright').Page} page blank
 * @param {string} origin of the test server
 * @param {number} runs
 * @returns of each graph: bytes of its file, median and 95th percentile in ms
 * @throws where the graphs do not give their known answers, as nothing worth timing runs then
 */
export async function timeGraphs(page, origin, runs) {
  await page.goto(`${origin}/pages/runtime.html`);
  const { bytes, samplesMs, error, tolerance } = await page.evaluate(runGraphs, { files, runs });
  if (!(error <= tolerance)) throw new Error(`The graphs are off by ${error} from their known answers.`);
  return Object.fromEntries(Object.keys(files).map((graph) => [graph, { bytes: bytes[graph], ...summarise(samplesMs[graph]) }]));
}

/** Runs in the page. What the check of the known answers has warmed up is then timed on its inputs. */
async function runGraphs({ files, runs }) {
  const { measureSelfCheckError, OrtStylemapNetwork, parseSelfCheck } = await import('@stylemap-tryon/sdk/runtime');
  const ort = await import('onnxruntime-web/wasm');
  Object.assign(ort.env.wasm, { wasmPaths: '/ort/', numThreads: 1 });
  const weights = {};
  for (const [graph, file] of Object.entries(files)) {
    weights[graph] = new Uint8Array(await (await fetch(`/stylemap-tryon/weights/${file}`)).arrayBuffer());
  }
  const bytes = Object.fromEntries(Object.entries(weights).map(([graph, content]) => [graph, content.length]));
  const network = await OrtStylemapNetwork.create(ort, weights, 'wasm');

  /** Notes how long each graph takes, whoever runs it. */
  const samplesMs = {};
  const timed = (graph, run) => {
    samplesMs[graph] = [];
    return async (...inputs) => {
      const startMs = performance.now();
      const outputs = await run(...inputs);
      samplesMs[graph].push(performance.now() - startMs);
      return outputs;
    };
  };
  const watched = {
    encodeContent: timed('contentEncoder', (content) => network.encodeContent(content)),
    encodeStyle: timed('styleEncoder', (style) => network.encodeStyle(style)),
    decode: timed('decoder', (content, stylemap) => network.decode(content, stylemap)),
  };
  const check = parseSelfCheck(await (await fetch('/stylemap-tryon/self-check.json')).json());
  const error = await measureSelfCheckError(network, check);
  for (let run = 0; run < runs; run++) await measureSelfCheckError(watched, check);
  network.dispose();
  return { bytes, samplesMs, error, tolerance: check.tolerance };
}
