/** The part of the served folder that no bundler makes: networks, WebAssembly and the manifest that lists both with their hashes. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packGzip } from './pack-gzip.mjs';

export const servedFolder = 'packages/assets/public';

/**
 * The runtimes of the worker. Their WebAssembly is packed here, since many sites serve it as it lies: gzip makes a quarter of it. `script`
 * tells the chunk that only this runtime needs by the module it is made of.
 */
const runtimes = [
  {
    name: 'ort-wasm',
    package: 'onnxruntime-web',
    wasm: 'dist/ort-wasm-simd-threaded.wasm',
    script: 'ort.wasm.bundle',
    license: 'MIT',
  },
  {
    name: 'ort-webgpu',
    package: 'onnxruntime-web',
    wasm: 'dist/ort-wasm-simd-threaded.asyncify.wasm',
    script: 'ort.webgpu.bundle',
    license: 'MIT',
  },
  {
    name: 'mediapipe',
    package: '@mediapipe/tasks-vision',
    wasm: 'wasm/vision_wasm_module_internal.wasm',
    script: 'mediapipe-segmenter',
    license: 'Apache-2.0',
  },
];

/** A rollup plugin: nothing of a former build is served. */
export function emptyServedFolder() {
  return {
    name: 'empty-served-folder',
    buildStart() {
      rmSync(servedFolder, { recursive: true, force: true });
    },
  };
}

/** A rollup plugin: adds weights, runtimes and manifest to the worker's bundle. */
export function copyServedFiles() {
  return {
    name: 'copy-served-files',
    async writeBundle(_options, bundle) {
      const scripts = Object.keys(bundle);
      for (const folder of ['weights', 'runtimes']) mkdirSync(join(servedFolder, folder), { recursive: true });
      for (const name of readdirSync('models/weights'))
        copyFileSync(`models/weights/${name}`, join(servedFolder, 'weights', name));
      copyFileSync('models/fixtures/self-check.json', join(servedFolder, 'self-check.json'));
      const manifest = JSON.parse(readFileSync('models/manifest.json', 'utf8'));
      // The folder's version is that of the packages, which the worker's name has; the models' own is of their training.
      const { version } = JSON.parse(readFileSync('packages/assets/package.json', 'utf8'));
      const packed = [];
      for (const runtime of runtimes) packed.push(await packRuntime(runtime, scripts));
      writeJson('manifest.json', { ...manifest, version, runtimes: packed });
    },
  };
}

/** A rollup plugin: writes and prints what pages that load these scripts from another host pin them by. */
export function printIntegrity(files) {
  return {
    name: 'print-integrity',
    writeBundle() {
      const integrity = Object.fromEntries(
        files.map((file) => [file, `sha384-${hash('sha384', readFileSync(join(servedFolder, file))).toString('base64')}`]),
      );
      writeJson('integrity.json', integrity);
      for (const [file, value] of Object.entries(integrity)) console.log(`${file} integrity="${value}"`);
    },
  };
}

async function packRuntime({ name, package: from, wasm, script, license }, scripts) {
  const content = readFileSync(join('node_modules', from, wasm));
  const packed = await packGzip(content);
  const file = `runtimes/${basename(wasm)}.gz`;
  writeFileSync(join(servedFolder, file), packed);
  const own = scripts.filter((path) => path.startsWith(`chunks/${script}`));
  if (own.length !== 1) throw new Error(`${name}: of the chunks ${scripts.join(', ')} one should start with ${script}.`);
  const { version } = JSON.parse(readFileSync(join('node_modules', from, 'package.json'), 'utf8'));
  return {
    name,
    file,
    sha256: hash('sha256', content).toString('hex'),
    bytes: content.length,
    packedBytes: packed.length,
    scripts: own,
    license,
    source: `${from} ${version}`,
  };
}

function hash(algorithm, bytes) {
  return createHash(algorithm).update(bytes).digest();
}

function writeJson(name, value) {
  writeFileSync(join(servedFolder, name), `${JSON.stringify(value, null, 2)}\n`);
}
