import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Runs the command line as a user would: the command that npm links, in a process of its own. */
export function runCommand(...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(join(root, 'node_modules/.bin/stylemap-tryon'), args, { encoding: 'utf8', cwd: root });
}
