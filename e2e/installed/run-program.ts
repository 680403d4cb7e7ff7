import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a program in a folder as a developer would there; the error of one that fails ends with all it printed. */
export async function runProgram(folder: string, program: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await execute(program, args, { cwd: folder, env: developerEnvironment(), maxBuffer: 64 * 2 ** 20 });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error([`${program} ${args.join(' ')} failed in ${folder}`, stdout, stderr].join('\n'), { cause: error });
  }
}

/** This process runs under npm and Playwright, who tell their children of this repository and of a test; an app must see neither. */
export function developerEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|config_(local_prefix|workspaces?$))|^(NODE_ENV|INIT_CWD|NODE_OPTIONS)$/.test(name),
  );
  return { ...Object.fromEntries(inherited), NEXT_TELEMETRY_DISABLED: '1', npm_config_update_notifier: 'false' };
}
