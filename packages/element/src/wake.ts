import { TryOnError } from '@stylemap-tryon/sdk';
import type * as afterWakeModule from './after-wake.js';

type AfterWake = typeof afterWakeModule;

let loaded: AfterWake | undefined;

/** `undefined` until the first act; there wherever there is a result. */
export function afterWake(): AfterWake | undefined {
  return loaded;
}

/** @throws TryOnError `model-unavailable`; the next call tries again */
export async function loadAfterWake(): Promise<AfterWake> {
  try {
    return (loaded ??= await import('./after-wake.js'));
  } catch (cause) {
    throw new TryOnError('model-unavailable', 'A script of the try-on could not be fetched.', 'load', { cause });
  }
}
