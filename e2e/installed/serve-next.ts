import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { developerEnvironment } from './run-program.js';
import type { Served } from './serve-folder.js';

/** `next start` on a free port of its own choice. */
export async function serveNext(folder: string): Promise<Served> {
  const next = join(folder, 'node_modules/next/dist/bin/next');
  const server = spawn(process.execPath, [next, 'start', '--port=0', '--hostname=127.0.0.1'], {
    cwd: folder,
    env: developerEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<void>((resolve) => server.once('close', () => resolve()));
  let printed = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (found && printed.includes('Ready')) resolve(found);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    void closed.then(() => reject(new Error(`next start ended:\n${printed}`)));
  });
  return {
    origin,
    close: () => {
      server.kill();
      return closed;
    },
  };
}
