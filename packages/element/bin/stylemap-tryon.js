#!/usr/bin/env node
// `copy-assets` needs nothing but this package; every other command is the command line's, where that is installed.
import { parseArgs } from 'node:util';
import { backendSets, copyAssets } from '@stylemap-tryon/assets';

const [command, ...rest] = process.argv.slice(2);
process.exitCode = command === 'copy-assets' ? await runCopyAssets(rest) : await runCommandLine();

async function runCopyAssets(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { backend: { type: 'string', default: 'all' } },
    });
    const [folder] = positionals;
    if (positionals.length !== 1 || !backendSets.includes(values.backend)) throw new TypeError('Wrong arguments.');
    console.log(`${await copyAssets(folder, { backend: values.backend })} files copied to ${folder}`);
    return 0;
  } catch (error) {
    console.error(error.message);
    if (!(error instanceof TypeError)) return 1;
    console.error(`Usage: stylemap-tryon copy-assets DIR [--backend ${backendSets.join('|')}]`);
    return 2;
  }
}

async function runCommandLine() {
  try {
    const { main } = await import('@stylemap-tryon/cli');
    return await main(process.argv.slice(2));
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    console.error('Usage: stylemap-tryon copy-assets DIR\nTo render pictures: npx @stylemap-tryon/cli render --help');
    return 2;
  }
}
