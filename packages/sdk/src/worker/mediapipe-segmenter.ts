import { ImageSegmenter } from '@mediapipe/tasks-vision';
import createModule from '@mediapipe/tasks-vision/vision_wasm_module_internal.js';
import {
  clothingClasses,
  parserSizePx,
  TryOnError,
  type ParserAnswer,
  type RgbaImage,
  type Segmenter,
} from '@stylemap-tryon/core';
import type { Bytes } from '../runtime/bytes.js';
import { tiledChannels, untileJointMaps, untileProductScores } from '../runtime/parser-tiles.js';

/** No path is read: script and WebAssembly are here already. */
const noFiles = { wasmLoaderPath: '', wasmBinaryPath: '' };

/**
 * MediaPipe looks in these globals for what its file paths would have loaded, and empties them when it has started. Its log goes to
 * nobody: it says on the console's error channel that all is well.
 */
function offerWasm(wasmBinary: Bytes): void {
  const silent = () => undefined;
  const Module = { wasmBinary, print: silent, printErr: silent };
  // Its warnings go to `custom_dbg`, which its script has set to `console.warn`.
  Object.assign(globalThis, { ModuleFactory: createModule, Module, custom_dbg: silent });
}

/** The garment parser on MediaPipe's ImageSegmenter. Runs in a module worker with WebGL only. */
export class MediaPipeSegmenter implements Segmenter {
  readonly #segmenter: ImageSegmenter;

  private constructor(segmenter: ImageSegmenter) {
    this.#segmenter = segmenter;
  }

  /**
   * @param wasm bytes of `vision_wasm_module_internal.wasm`
   * @param model hash-checked TFLite bytes with metadata
   */
  static async create(wasm: Bytes, model: Bytes): Promise<MediaPipeSegmenter> {
    offerWasm(wasm);
    const segmenter = await ImageSegmenter.createFromOptions(noFiles, {
      // The GPU delegate does not give the same bits twice.
      baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
      runningMode: 'IMAGE',
      outputConfidenceMasks: true,
      outputCategoryMask: false,
    });
    const labels = segmenter.getLabels();
    if (labels.join() !== [...clothingClasses, ...tiledChannels].join()) {
      segmenter.close();
      throw new TryOnError('model-corrupt', `The parser tells apart ${labels.join(', ')}.`, 'load');
    }
    return new MediaPipeSegmenter(segmenter);
  }

  segment(image: RgbaImage): Promise<ParserAnswer> {
    const pixels = image.data as Uint8ClampedArray<ArrayBuffer>;
    const planeLength = parserSizePx * parserSizePx;
    const data = new Float32Array(clothingClasses.length * planeLength);
    let maskCount = 0;
    let tiled: Pick<ParserAnswer, 'jointMaps' | 'productScores'> | undefined;
    // Masks live for the time of the callback only, so each is copied into the result there.
    this.#segmenter.segment(new ImageData(pixels, image.widthPx, image.heightPx), ({ confidenceMasks = [] }) => {
      maskCount = confidenceMasks.length;
      const classes = confidenceMasks.slice(0, clothingClasses.length);
      classes.forEach((mask, index) => data.set(mask.getAsFloat32Array(), index * planeLength));
      const [joints, product] = confidenceMasks.slice(clothingClasses.length);
      if (!joints || !product) return;
      tiled = {
        jointMaps: untileJointMaps(joints.getAsFloat32Array()),
        productScores: untileProductScores(product.getAsFloat32Array()),
      };
    });
    if (!tiled || maskCount !== clothingClasses.length + tiledChannels.length) {
      return Promise.reject(new TryOnError('internal', `MediaPipe gave ${maskCount} masks.`, 'segment'));
    }
    return Promise.resolve({ widthPx: parserSizePx, heightPx: parserSizePx, data, ...tiled });
  }

  dispose(): void {
    this.#segmenter.close();
  }
}
