export { main, type Console } from './main.js';
export { createNodeEngine, type NodeEngine } from './node-engine.js';
export { readImage } from './read-image.js';
export { writeImage } from './write-image.js';
export { render } from './render.js';
export type { RenderReceipt } from './receipt.js';
