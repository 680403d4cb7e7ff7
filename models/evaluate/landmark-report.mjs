/** The landmarks' figures for people to read, beside the bars that a release has to clear. */
import { foundWithinTrunks, sureFrom } from './landmark-measurement.mjs';

/** Floors of the share of joints found. */
export const bars = { taught: 0.92, rendered: 0.95 };
const worstListed = 8;

/**
 * @typedef {ReturnType<typeof import('./landmark-measurement.mjs').summarise>} LandmarkFigures
 * @param {{ taught?: LandmarkFigures | undefined, rendered?: LandmarkFigures | undefined }} report
 */
export function landmarkTable({ taught, rendered }) {
  return [
    ...(taught ? lines('Street photos, against the teacher', taught, bars.taught) : []),
    ...(rendered ? lines('Rendered shoppers, against the truth', rendered, bars.rendered) : []),
    '',
  ].join('\n');
}

/**
 * @param {string} title
 * @param {LandmarkFigures} figures
 * @param {number} bar
 */
function lines(title, { photos, joints, found, medianTrunks, sure, byJoint, worst }, bar) {
  const verdict = found >= bar ? 'clears' : 'BELOW';
  return [
    '',
    `${title}: ${photos} photos, ${joints} visible joints, found within ${foundWithinTrunks} trunk lengths`,
    `  ${'all'.padEnd(16)}${found.toFixed(3)}  median ${medianTrunks.toFixed(3)}  ${verdict} ${bar.toFixed(2)}`,
    ...Object.entries(byJoint).map(
      ([name, own]) => `  ${name.padEnd(16)}${own.found.toFixed(3)}  median ${own.medianTrunks.toFixed(3)}  of ${own.joints}`,
    ),
    `  with a confidence of ${sureFrom} or more: ${(100 * sure.share).toFixed(0)} % of the joints, found ${sure.found.toFixed(3)}`,
    `  worst: ${worst
      .slice(0, worstListed)
      .map(({ id, found: share }) => `${id} ${share.toFixed(2)}`)
      .join(', ')}`,
  ];
}
