import { resolveOptions, type TryOnOptions } from './options.js';
import { spawnWorker, workerFile } from './spawn-worker.js';
import { TryOnClient } from './try-on-client.js';
import type { TryOn } from './try-on.js';

/**
 * Makes a virtual try-on. Nothing is loaded and no worker is started before the first call, so this may run on a server too;
 * there the calls reject with `unsupported`.
 *
 * ```ts
 * const tryOn = createTryOn();
 * const person = await tryOn.preparePerson(photoFile);
 * const garment = await tryOn.prepareGarment('/shirt.png', { type: 'top' });
 * const result = await tryOn.dress(person, garment);
 * ```
 *
 * @throws TypeError that names the wrong option
 */
export function createTryOn(options: TryOnOptions = {}): TryOn {
  const config = resolveOptions(options);
  return new TryOnClient(config, () => spawnWorker(new URL(workerFile, config.assetBase)));
}
