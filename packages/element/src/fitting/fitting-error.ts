import type { Failure } from '../state/phase.js';

/** A failed fitting; cancelled ones reject with the `AbortError` itself. */
export class FittingError extends Error {
  override readonly name = 'FittingError';

  constructor(readonly failure: Failure) {
    super(failure.error.message, { cause: failure.error });
  }
}
