/**
 * The value of `--limit`.
 * @param {string | undefined} text
 * @returns {number | undefined}
 * @throws TypeError that names the option
 */
export function parseLimit(text) {
  if (text === undefined) return undefined;
  const limit = Number(text);
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  throw new TypeError(`--limit is a whole number from 1, not ${text}.`);
}
