import { AssetError, copyAssets } from '@stylemap-tryon/assets';
import { TryOnError } from '@stylemap-tryon/core';
import { sdkVersion } from '@stylemap-tryon/sdk/runtime';
import { parseCommand, usage } from './arguments.js';
import { finishCatalogue, prepareCatalogue } from './catalogue/prepare-catalogue.js';
import { MergeError } from './catalogue/prepared-folder.js';
import { showProgress } from './catalogue/show-progress.js';
import { receiptText } from './receipt.js';
import { render } from './render.js';
import { UsageError } from './usage-error.js';

/** Where the command writes; tests stand in. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const processConsole: Console = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

/** @returns the exit code: 0 done, 1 the try-on failed (its code on stderr), 2 wrong usage */
export async function main(args: readonly string[], { out, err }: Console = processConsole): Promise<number> {
  try {
    const command = parseCommand(args);
    switch (command.name) {
      case 'help':
        out(usage);
        return 0;
      case 'version':
        out(`${sdkVersion}\n`);
        return 0;
      case 'copy-assets':
        out(`${await copyAssets(command.targetDir, command)} files copied to ${command.targetDir}\n`);
        return 0;
      case 'prepare': {
        const entries = await prepareCatalogue(command, showProgress(err, process.stderr.isTTY));
        out(await finishCatalogue(command.outDir, command.shard, entries));
        return 0;
      }
      case 'merge':
        out(await finishCatalogue(command.dir));
        return 0;
      case 'render': {
        const receipt = await render(command);
        out(command.json ? `${JSON.stringify(receipt, null, 2)}\n` : receiptText(receipt));
        return 0;
      }
    }
  } catch (error) {
    if (error instanceof UsageError) {
      err(`${error.message}\n\n${usage}`);
      return 2;
    }
    if (error instanceof AssetError || error instanceof MergeError) {
      err(`${error.message}\n`);
      return 1;
    }
    if (!(error instanceof TryOnError)) throw error;
    err(`${error.code}${error.stage ? ` (${error.stage})` : ''}: ${error.message}\n`);
    // A defect of ours is reported with what happened, or nobody can find it.
    if (error.code === 'internal' && error.cause instanceof Error) err(`${error.cause.stack}\n`);
    return 1;
  }
}
