/** How a line of the report is set. */

/** Mean, median in brackets. @param {import('./score.mjs').Summary} summary @param {number} digits */
export function pair({ mean, median }, digits) {
  return `${mean.toFixed(digits)} (${median.toFixed(digits)})`;
}

/** @param {string} name @param {string} text */
export function row(name, text) {
  return `  ${name.padEnd(46)}${text}`;
}
