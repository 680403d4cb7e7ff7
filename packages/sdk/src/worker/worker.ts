/** Entry of the module worker. Bundled into one file: bundlers of shops must not split it. */
import { browserPlatform } from './browser-platform.js';
import { WorkerEngine } from './engine.js';
import { decodeImage } from './image-decoding.js';
import { loadEngine } from './load-engine.js';
import { startMessageLoop, type MessageTarget } from './message-loop.js';

// The global scope of a dedicated worker; named here because the tests compile this file beside page code.
declare const self: MessageTarget;

startMessageLoop(
  self,
  (config) =>
    new WorkerEngine(config, {
      load: (hooks) => loadEngine(config, browserPlatform, hooks),
      decode: decodeImage,
      toBitmap: ({ data, widthPx, heightPx }) =>
        createImageBitmap(new ImageData(data as Uint8ClampedArray<ArrayBuffer>, widthPx, heightPx)),
      now: () => performance.now(),
    }),
);
