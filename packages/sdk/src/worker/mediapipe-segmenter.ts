import { FilesetResolver, ImageSegmenter } from '@mediapipe/tasks-vision';
import {
  clothingClasses,
  parserSizePx,
  TryOnError,
  type ClassConfidences,
  type RgbaImage,
  type Segmenter,
} from '@stylemap-tryon/core';
import type { Bytes } from '../runtime/bytes.js';

/** The garment parser on MediaPipe's ImageSegmenter. Runs in a module worker with WebGL only. */
export class MediaPipeSegmenter implements Segmenter {
  readonly #segmenter: ImageSegmenter;

  private constructor(segmenter: ImageSegmenter) {
    this.#segmenter = segmenter;
  }

  /**
   * @param wasmBase absolute URL of the folder with `vision_wasm_module_internal.*`, without a slash at its end
   * @param model hash-checked TFLite bytes with metadata
   */
  static async create(wasmBase: string, model: Bytes): Promise<MediaPipeSegmenter> {
    const fileset = await FilesetResolver.forVisionTasks(wasmBase, true);
    const segmenter = await ImageSegmenter.createFromOptions(fileset, {
      // The GPU delegate does not give the same bits twice.
      baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
      runningMode: 'IMAGE',
      outputConfidenceMasks: true,
      outputCategoryMask: false,
    });
    const labels = segmenter.getLabels();
    if (labels.join() !== clothingClasses.join()) {
      segmenter.close();
      throw new TryOnError('model-corrupt', `The parser tells apart ${labels.join(', ')}.`, 'load');
    }
    return new MediaPipeSegmenter(segmenter);
  }

  segment(image: RgbaImage): Promise<ClassConfidences> {
    const pixels = image.data as Uint8ClampedArray<ArrayBuffer>;
    const planeLength = parserSizePx * parserSizePx;
    const data = new Float32Array(clothingClasses.length * planeLength);
    let maskCount = 0;
    // Masks live for the time of the callback only, so each is copied into the result there.
    this.#segmenter.segment(new ImageData(pixels, image.widthPx, image.heightPx), ({ confidenceMasks = [] }) => {
      maskCount = confidenceMasks.length;
      confidenceMasks.forEach((mask, index) => data.set(mask.getAsFloat32Array(), index * planeLength));
    });
    if (maskCount !== clothingClasses.length) {
      return Promise.reject(new TryOnError('internal', `MediaPipe gave ${maskCount} masks.`, 'segment'));
    }
    return Promise.resolve({ widthPx: parserSizePx, heightPx: parserSizePx, data });
  }

  dispose(): void {
    this.#segmenter.close();
  }
}

/** MediaPipe needs a WebGL context even with the CPU delegate. */
export function hasWebGl(): boolean {
  try {
    return new OffscreenCanvas(1, 1).getContext('webgl2') !== null;
  } catch {
    return false;
  }
}
