import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../examples/serve.mjs';
import { hasLines, parsePage, readPage } from './markdown.js';

const root = join(import.meta.dirname, '..');
const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');

interface PackageJson {
  name: string;
  exports: Record<string, unknown>;
  bin?: Record<string, string>;
}

const packages = readdirSync(join(root, 'packages')).map((folder) => {
  const json = JSON.parse(read(`packages/${folder}/package.json`)) as PackageJson;
  const commands = [...Object.values(json.bin ?? {}), 'src/arguments.ts']
    .flatMap((file) => [...read(`packages/${folder}/${file}`).matchAll(/(?:case|command ===) '([a-z][a-z-]+)'/g)])
    .map(([, command]) => command!);
  return { ...json, commands };
});

const docs = readdirSync(join(root, 'docs')).map((name) => `docs/${name}`);
const readmes = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`);
const pages = [
  ...docs,
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readmes.filter((path) => read(path) !== ''),
];
const ofUsers = pages.filter((path) => !['ARCHITECTURE.md', 'CONTRIBUTING.md'].includes(path));

/** What is wrong with the links of a page. */
function deadLinks(path: string, { links } = readPage(join(root, path))): string[] {
  return links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [file, anchor] = link.split('#');
    const target = file ? join(dirname(path), file) : path;
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !readPage(join(root, target)).anchors.includes(anchor);
  });
}

/** What is wrong with `npx PACKAGE COMMAND` and `npm install PACKAGE` anywhere in a text. */
function wrongCommands(text: string): string[] {
  const wrong: string[] = [];
  for (const [line, name, command] of text.matchAll(/npx ([@\w/-]+) ([\w-]+)/g)) {
    const known = packages.find((json) => json.name === name);
    if (!known?.bin || !known.commands.includes(command!)) wrong.push(line);
  }
  for (const [line, names] of text.matchAll(/npm (?:i|install) ([@\w/ -]+)/g))
    for (const name of names!.trim().split(' ')) if (!packages.some((json) => json.name === name)) wrong.push(line);
  return wrong;
}

/** Entries of our packages that a text imports and no package has. */
function wrongImports(text: string): string[] {
  const specifiers = [...text.matchAll(/(?:import|from) '((?:@stylemap-tryon\/|stylemap-tryon\b)[^']*)'/g)].map(([, it]) => it!);
  const entries = packages.flatMap(({ name, exports }) => Object.keys(exports).map((entry) => join(name, entry)));
  return specifiers.filter((specifier) => !entries.includes(specifier));
}

/** Directives in any order and on any lines. */
const directives = (policy: string) =>
  policy
    .split(';')
    .map((directive) => directive.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
    .sort();

describe.each(docs)('%s', (path) => {
  const { fences, text } = readPage(join(root, path));

  it('shows files as they are', () => {
    const changed = fences.filter(({ options, code }) => options['file'] && !hasLines(read(options['file']), code));
    expect(changed.map(({ options, code }) => `${options['file']} has no such lines:\n${code}`)).toEqual([]);
  });

  it('names the policy of the example server, and no other', () => {
    const policies = fences.filter(({ code }) => code.includes('default-src'));
    for (const { code } of policies)
      expect(directives(code.replace(/^Content-Security-Policy:/, ''))).toEqual(directives(contentSecurityPolicy));
    expect(policies).toHaveLength(path.endsWith('content-security-policy.md') ? 1 : 0);
  });

  it('pins scripts only whose hash the build prints', () => {
    const printed = /printIntegrity\(\[(.*?)\]\)/.exec(read('rollup.config.mjs'))![1]!;
    const pinned = fences.filter(({ code }) => code.includes('integrity='));
    for (const { code } of pinned) expect(printed).toContain(`'${/src="[^"]*\/([^"/]+)"/.exec(code)![1]}'`);
    expect(pinned).toHaveLength(path.endsWith('cdn.md') ? 1 : 0);
  });

  it('names no host of a registry or CDN', () => {
    const hosts = [...text.matchAll(/https?:\/\/([^/\s'"`)]+)/g)].map(([, host]) => host!);
    expect(hosts.filter((host) => !['cdn.example', 'github.com'].includes(host))).toEqual([]);
  });

  it('is in the index', () => {
    expect([...readPage(join(root, 'docs/README.md')).links, 'README.md']).toContain(path.slice('docs/'.length));
  });
});

it.each(pages)('%s links to what is there', (path) => {
  expect(deadLinks(path)).toEqual([]);
});

it.each(ofUsers)('%s names commands and entries that packages have', (path) => {
  const { text } = readPage(join(root, path));
  expect([...wrongCommands(text), ...wrongImports(text)]).toEqual([]);
});

describe('these tests see', () => {
  const page = parsePage(
    '# A b\n\n[x](gone.md) [y](docs/README.md#gone) [z](#a-b)\n\n```js file=f.js\nif (a) {\n\n  b();\n```\n\n```csp\n[not](a-link)\n```\n',
  );

  it('dead links and anchors', () => {
    expect(page.anchors).toEqual(['a-b']);
    expect(page.links).toEqual(['gone.md', 'docs/README.md#gone', '#a-b']);
    expect(deadLinks('README.md', page)).toEqual(['gone.md', 'docs/README.md#gone', '#a-b']);
  });

  it('lines that a file has and has not', () => {
    const { options, code } = page.fences[0]!;
    expect(options).toEqual({ file: 'f.js' });
    expect(hasLines('x\n  if (a) {\n\n    b();\n  }\n', code)).toBe(true);
    for (const changed of ['if (a) {\n\nb();\n', 'if (a) {\n\n  c();\n', '!if (a) {\n\n  b();\n', 'if (a) {\n\n  b(); //\n', ''])
      expect(hasLines(changed, code)).toBe(false);
  });

  it('packages, commands and entries that do not exist', () => {
    const commands = ['npx stylemap-tryon copy-assets public', 'npx @stylemap-tryon/cli render --person', 'npm i stylemap-tryon'];
    expect(wrongCommands(commands.join('\n'))).toEqual([]);
    const wrong = ['npx stylemap-tryon render', 'npx @stylemap-tryon/core render', 'npx try-on render', 'npm install try-on'];
    expect(wrongCommands(wrong.join('\n'))).toEqual(wrong);
    expect(wrongImports("import 'stylemap-tryon'; import {} from 'stylemap-tryon/elements'; import 'lit'")).toEqual([
      'stylemap-tryon/elements',
    ]);
  });
});
