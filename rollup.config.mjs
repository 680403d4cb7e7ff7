/**
 * Makes what a browser loads out of what `tsc -b` emitted, in this order:
 * 1. packages/sdk/dist/worker.js   everything the worker needs in one file: bundlers copy a worker but break its chunks;
 * 2. packages/sdk/dist/index.js    the client, to be bundled by the shop, hence not minified;
 * 3. packages/element/dist/stylemap-tryon.js  the tag for a plain <script>, with the same worker and assets beside it;
 * 4. dist/assets/ of both          models, manifest and the WebAssembly runtimes, found by URL at run time.
 */
import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const sdkDist = 'packages/sdk/dist';
const elementDist = 'packages/element/dist';

/** A warning is an error: each of them has meant a broken bundle for somebody. */
const onwarn = (warning) => {
  throw new Error(warning.message);
};

const minify = terser({ module: true, ecma: 2022, compress: { passes: 2 } });

/**
 * onnxruntime-web offers builds with the WebAssembly loader inside; the condition picks those without, as the loader must come from the
 * asset folder like the WebAssembly itself.
 */
const resolve = nodeResolve({ browser: true, exportConditions: ['onnxruntime-web-use-extern-wasm'] });

export default [
  {
    input: `${sdkDist}/worker/worker.js`,
    output: { file: `${sdkDist}/worker.js`, format: 'es', inlineDynamicImports: true },
    plugins: [resolve, minify, assets(`${sdkDist}/assets`)],
    onwarn,
  },
  {
    input: `${sdkDist}/client/index.js`,
    output: { file: `${sdkDist}/index.js`, format: 'es' },
    external: ['@stylemap-tryon/core'],
    plugins: [resolve],
    onwarn,
  },
  {
    input: `${elementDist}/index.js`,
    output: { file: `${elementDist}/stylemap-tryon.js`, format: 'es', inlineDynamicImports: true },
    plugins: [resolve, minify, linked(sdkDist, elementDist, ['worker.js', 'assets'])],
    onwarn,
  },
];

/** Gathers the asset folder: our files from models/, the runtimes' from their packages. */
function assets(target) {
  const ort = 'node_modules/onnxruntime-web/dist';
  const mediapipe = 'node_modules/@mediapipe/tasks-vision/wasm';
  const folders = {
    '': ['models/manifest.json', 'models/fixtures/self-check.json'],
    weights: readdirSync('models/weights').map((name) => `models/weights/${name}`),
    ort: ['ort-wasm-simd-threaded', 'ort-wasm-simd-threaded.asyncify'].flatMap((name) => [
      `${ort}/${name}.mjs`,
      `${ort}/${name}.wasm`,
    ]),
    mediapipe: ['js', 'wasm'].map((extension) => `${mediapipe}/vision_wasm_module_internal.${extension}`),
  };
  return {
    name: 'assets',
    writeBundle() {
      rmSync(target, { recursive: true, force: true });
      for (const [folder, files] of Object.entries(folders)) {
        mkdirSync(join(target, folder), { recursive: true });
        for (const file of files) copyFileSync(file, join(target, folder, basename(file)));
      }
    },
  };
}

/** Puts files of one package into another as hard links: both packages are complete, the disk holds the 60 MB once. */
function linked(source, target, names) {
  return {
    name: 'linked',
    writeBundle() {
      for (const name of names) {
        rmSync(join(target, name), { recursive: true, force: true });
        linkTree(join(source, name), join(target, name));
      }
    },
  };
}

function linkTree(source, target) {
  if (statSync(source).isDirectory()) {
    mkdirSync(target, { recursive: true });
    for (const name of readdirSync(source)) linkTree(join(source, name), join(target, name));
    return;
  }
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target); // file systems without hard links
  }
}
