/** Tells whether node_modules is what package-lock.json asks for, without starting npm (which takes a second to say so). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** npm writes the hidden lock file after every install, so it is the true record of what is there. */
export function dependenciesMatchLock(root) {
  const hiddenLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hiddenLock)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(hiddenLock);
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/')) return true;
    // A package for another platform is rightly missing.
    if (entry.link || entry.optional) return !entry.link || existsSync(join(root, path));
    return installed[path]?.version === entry.version;
  });
}

function readPackages(lockPath) {
  return JSON.parse(readFileSync(lockPath, 'utf8')).packages;
}
