/** Reads the API of the public tags from the doc comments of its source into a custom elements manifest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { publicApi } from './public-api.mjs';

const names = {
  classNames: ['StylemapTryonElement', 'StylemapGarmentElement', 'StylemapShelfElement'],
  eventMap: 'StylemapTryonEventMap',
  entries: { 'src/define.ts': 'src/index.ts', 'src/define-shelf.ts': 'src/shelf.ts' },
};

/** @param {string} folder of the package. @returns {object} the manifest, schema 1.0.0 */
export function analyze(folder) {
  const { config, error } = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const sources = program.getSourceFiles().filter(({ fileName }) => fileNames.includes(fileName));
  for (const source of sources) source.fileName = source.fileName.slice(folder.length + 1);
  return create({
    modules: sources,
    plugins: [...litPlugin(), publicApi(names)],
    context: { dev: false, checker },
  });
}
