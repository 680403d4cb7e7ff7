/**
 * The stages of a try-on in their order: the one source of progress weights, error stages, timing keys, interface strings and test
 * assertions. Weights are the share of a cold run in wasm on two cores (see `npm run bench`).
 */
export const stages = ['load', 'decode', 'segment', 'mask', 'encode', 'align', 'transfer', 'composite'] as const;

export type Stage = (typeof stages)[number];

/** Relative duration of each stage, for a progress bar that moves evenly. */
export const stageWeights: Readonly<Record<Stage, number>> = {
  load: 40,
  decode: 4,
  segment: 12,
  mask: 6,
  encode: 10,
  align: 4,
  transfer: 18,
  composite: 6,
};
