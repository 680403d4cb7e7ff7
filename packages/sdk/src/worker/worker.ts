/** Entry of the module worker, which is served as a file of its own: no bundler of a shop ever sees it. */
import { createFetchSource } from '../runtime/byte-source.js';
import { Catalogue } from '../runtime/catalogue.js';
import { browserPlatform } from './browser-platform.js';
import { WorkerEngine } from './engine.js';
import { decodeImage, downloadImage } from './image-decoding.js';
import { loadEngine } from './load-engine.js';
import { startMessageLoop, type MessageTarget } from './message-loop.js';

// The global scope of a dedicated worker; named here because the tests compile this file beside page code.
declare const self: MessageTarget;

startMessageLoop(self, (config) => {
  const catalogue = config.catalogue === undefined ? undefined : new Catalogue(createFetchSource(config.catalogue));
  return new WorkerEngine(config, {
    findProduct: async (picture, type) => catalogue?.find(picture, type),
    load: (hooks) => loadEngine(config, browserPlatform, hooks),
    download: downloadImage,
    decode: decodeImage,
    toBitmap: ({ data, widthPx, heightPx }) =>
      createImageBitmap(new ImageData(data as Uint8ClampedArray<ArrayBuffer>, widthPx, heightPx)),
    now: () => performance.now(),
  });
});
