/** Fakes and contract suites for adapters of core's ports. Not part of the run-time API. */
export * from './contract.js';
export * from './drawn-pictures.js';
export * from './fake-network.js';
export * from './fake-segmenter.js';
export * from './fake-landmarks.js';
