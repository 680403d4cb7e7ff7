/**
 * Makes the folder that a site serves, packages/assets/public, out of what `tsc -b` emitted; the packages themselves need no bundler.
 * 1. worker-VERSION.js and chunks/   the worker, and the runtimes' scripts, each loaded only where it is used;
 * 2. stylemap-tryon.js and chunks/   the tag for a plain <script>, and what of it only some shoppers use: rooms, languages;
 *    stylemap-shelf.js               the same with the shelf, for pages of many products; it imports stylemap-tryon.js
 * 3. loader.js                       the invitation alone, which imports the tag at the shopper's first act;
 * 4. weights/, runtimes/, manifest   by `.ci/served-files.mjs`.
 * And packages/element/dist/bundle.js, the tag with its dependencies inside. Last, by `.ci/legal-files.mjs`, the licences of all packages.
 */
import { readFileSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { shortenTemplates } from './.ci/shorten-templates.mjs';
import { recordBundled, writeLegalFiles } from './.ci/legal-files.mjs';
import { copyServedFiles, emptyServedFolder, printIntegrity, servedFolder } from './.ci/served-files.mjs';

const { version } = JSON.parse(readFileSync('packages/sdk/package.json', 'utf8'));
const elementEntry = resolvePath('packages/element/dist/index.js');

/** A warning is an error: each of them has meant a broken bundle for somebody. */
const onwarn = (warning) => {
  throw new Error(warning.message);
};

const plugins = [
  nodeResolve({ browser: true }),
  shortenTemplates(),
  terser({ module: true, ecma: 2022, compress: { passes: 2 } }),
];

const served = { dir: servedFolder, format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' };

export default [
  {
    input: { [`worker-${version}`]: 'packages/sdk/dist/worker/worker.js' },
    output: served,
    // The runtimes' scripts ask for it on Node only.
    external: ['node:module', 'module'],
    plugins: [emptyServedFolder(), ...plugins, copyServedFiles(), recordBundled('packages/assets')],
    onwarn,
  },
  {
    input: {
      'stylemap-tryon': 'packages/element/dist/standalone.js',
      'stylemap-shelf': 'packages/element/dist/standalone-shelf.js',
    },
    output: served,
    // Chunks take what they share with the tag from the tag's own file, so that it stays one.
    preserveEntrySignatures: 'allow-extension',
    plugins: [...plugins, recordBundled('packages/assets')],
    onwarn,
  },
  {
    input: elementEntry,
    output: { file: 'packages/element/dist/bundle.js', format: 'es', inlineDynamicImports: true },
    plugins: [...plugins, recordBundled('packages/element')],
    onwarn,
  },
  {
    input: { loader: 'packages/element/dist/loader.js' },
    output: { ...served, paths: { [elementEntry]: './stylemap-tryon.js' } },
    external: [elementEntry],
    // Of lit only the drawing is in use; the rest registers itself on import and would stay.
    treeshake: { moduleSideEffects: (id) => id.endsWith('/loader.js') },
    plugins: [
      ...plugins,
      printIntegrity(['stylemap-tryon.js', 'stylemap-shelf.js', 'loader.js']),
      recordBundled('packages/assets'),
      writeLegalFiles(),
    ],
    onwarn,
  },
];
