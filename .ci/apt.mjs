/** Debian's packages, where they can be had. */
import { spawnSync } from 'node:child_process';

/**
 * Installs packages, as root or by `sudo` without a question.
 * @param {readonly string[]} packages
 * @throws Error that names the command that failed
 */
export function installPackages(packages) {
  if (spawnSync('apt-get', ['--version']).status !== 0) throw new Error('There is no apt-get.');
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const [command, ...rest] = [...prefix, 'apt-get', ...args];
    const { status } = spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) throw new Error(`\`${[command, ...rest].join(' ')}\` failed.`);
  }
}
