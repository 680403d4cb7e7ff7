/** What has to lie beside the code in every tarball: the licence, the notice and, where works of others are bundled, their licences. */
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { worksInside } from '../third-party/works.mjs';

const noticesFile = 'THIRD-PARTY-NOTICES.txt';
const rule = '='.repeat(80);

/** Made by the build, so that git has each text once. */
export const legalFiles = ['LICENSE', 'NOTICE', noticesFile];

/** Names of the npm packages whose code is bundled into a package, by the package's folder. */
const bundled = new Map();

/** A rollup plugin: remembers from which npm packages code got into this output. */
export function recordBundled(folder) {
  return {
    name: 'record-bundled',
    generateBundle(_options, bundle) {
      const names = bundled.get(folder) ?? bundled.set(folder, new Set()).get(folder);
      for (const { modules = {} } of Object.values(bundle))
        for (const [id, { renderedLength }] of Object.entries(modules)) {
          const name = renderedLength > 0 && packageOf(id);
          if (name) names.add(name);
        }
    },
  };
}

/** A rollup plugin for the last output: writes the legal files into every package. */
export function writeLegalFiles() {
  return {
    name: 'write-legal-files',
    writeBundle() {
      for (const name of readdirSync('packages')) {
        const folder = `packages/${name}`;
        for (const file of ['LICENSE', 'NOTICE']) copyFileSync(file, join(folder, file));
        const names = [...(bundled.get(folder) ?? [])].sort();
        if (names.length > 0) writeFileSync(join(folder, noticesFile), thirdPartyNotices(names));
      }
    },
  };
}

function packageOf(id) {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
}

function thirdPartyNotices(names) {
  const sections = names.map((name) => {
    const folder = join('node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${rule}\n${name} ${version} (${license})\n${rule}\n\n${ownLicence(folder) ?? listWorks(name)}`;
  });
  const licences = new Set(names.filter((name) => !ownLicence(join('node_modules', name))).flatMap(licencesInside));
  const texts = [...licences].sort().map((licence) => `${rule}\nText of ${licence}\n${rule}\n\n${licenceText(licence)}`);
  return `This package contains works of others, each under its own licence.\n\n${[...sections, ...texts].join('\n\n')}\n`;
}

function ownLicence(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  return file && readFileSync(join(folder, file), 'utf8').trim();
}

function listWorks(name) {
  return works(name)
    .map(({ name: work, licence, copyright }) => `${work} (${licence})\n    ${copyright}`)
    .join('\n');
}

function licencesInside(name) {
  return works(name).flatMap(({ licence }) => licence.split(' WITH '));
}

function works(name) {
  if (!worksInside[name]) throw new Error(`${name} has no licence file: say in third-party/works.mjs what it contains.`);
  return worksInside[name];
}

function licenceText(licence) {
  const file = `third-party/licences/${licence}.txt`;
  if (!existsSync(file) && licence !== 'Apache-2.0') throw new Error(`There is no ${file}.`);
  return readFileSync(licence === 'Apache-2.0' ? 'LICENSE' : file, 'utf8').trim();
}
