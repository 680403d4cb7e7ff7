/** Writes custom-elements.json and all that is made of it into dist/, after `tsc -b`: the types of the SDK are looked up in what that emitted. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { analyze } from './analyze.mjs';
import { vscodeCssData, vscodeHtmlData, webTypes } from './editor-data.mjs';
import { frameworkTypes } from './framework-types.mjs';
import { tagsOf } from './tags-of.mjs';

const folder = join(import.meta.dirname, '..');

function write(name, text) {
  const path = join(folder, 'dist', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const json = (value) => `${JSON.stringify(value, undefined, 2)}\n`;

const manifest = analyze(folder);
const tags = tagsOf(manifest);
write('custom-elements.json', json(manifest));
write('web-types.json', json(webTypes(tags, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))));
write('vscode.html-custom-data.json', json(vscodeHtmlData(tags)));
write('vscode.css-custom-data.json', json(vscodeCssData(tags)));
for (const [name, text] of Object.entries(frameworkTypes(tags))) write(join('frameworks', name), text);
