import { isAbortError, createAbortError, TryOnError } from '@stylemap-tryon/core';
import type { SerializedError } from './protocol.js';

/** Flattens an error for `postMessage`. */
export function serializeError(error: unknown): SerializedError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const flat: SerializedError = { name: error.name, message: error.message };
  if (!(error instanceof TryOnError)) return flat;
  return {
    ...flat,
    code: error.code,
    ...(error.stage && { stage: error.stage }),
    ...(error.cause !== undefined && { causeText: inWords(error.cause) }),
  };
}

function inWords(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

/** The counterpart: an abort stays an abort, misuse stays a `TypeError`, everything else is a `TryOnError`. */
export function deserializeError(flat: SerializedError): Error {
  if (flat.name === 'AbortError') return createAbortError();
  if (flat.name === 'TypeError' && !flat.code) return new TypeError(flat.message);
  return new TryOnError(flat.code ?? 'internal', flat.message, flat.stage, { cause: flat.causeText ?? flat.message });
}

/** Wraps what a runtime threw, without hiding an error that already says what it is. */
export function asTryOnError(error: unknown, wrap: (cause: unknown) => TryOnError): Error {
  if (error instanceof TryOnError) return error;
  if (isAbortError(error)) return error as Error;
  return wrap(error);
}
