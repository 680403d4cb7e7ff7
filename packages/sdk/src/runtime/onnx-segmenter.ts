import {
  clothingClasses,
  parserSizePx,
  TryOnError,
  type ParserAnswer,
  type RgbaImage,
  type Segmenter,
  type Tensor,
} from '@stylemap-tryon/core';
import type { Bytes } from './bytes.js';
import type { Ort, OrtSession } from './ort.js';
import { createSession, runSession } from './ort-session.js';
import { tiledChannels, untileJointMaps, untileProductScores } from './parser-tiles.js';

/** The garment parser on onnxruntime, for Node and for browsers without WebGL in workers. Always on the CPU: a run is short. */
export class OnnxSegmenter implements Segmenter {
  readonly #ort: Ort;
  readonly #session: OrtSession;

  private constructor(ort: Ort, session: OrtSession) {
    this.#ort = ort;
    this.#session = session;
  }

  static async create(ort: Ort, model: Bytes): Promise<OnnxSegmenter> {
    return new OnnxSegmenter(ort, await createSession(ort, model, 'wasm'));
  }

  async segment(image: RgbaImage): Promise<ParserAnswer> {
    const { confidences } = await runSession(this.#ort, this.#session, { image: imageTensor(image) });
    const planeLength = parserSizePx * parserSizePx;
    const classesLength = clothingClasses.length * planeLength;
    if (confidences?.data.length !== classesLength + tiledChannels.length * planeLength) {
      throw new TryOnError('model-corrupt', 'The garment parser does not answer with nine masks, the joints and the product.');
    }
    const data = confidences.data.slice(0, classesLength);
    const jointMaps = untileJointMaps(confidences.data.subarray(classesLength));
    const productScores = untileProductScores(confidences.data.subarray(classesLength + planeLength));
    return { widthPx: parserSizePx, heightPx: parserSizePx, data, jointMaps, productScores };
  }

  dispose(): void {
    this.#session.release().catch(() => undefined);
  }
}

/** [1, 3, H, W], sRGB-encoded RGB in [0, 1]. */
function imageTensor({ widthPx, heightPx, data }: RgbaImage): Tensor {
  const planeLength = widthPx * heightPx;
  const tensor = new Float32Array(3 * planeLength);
  for (let i = 0; i < planeLength; i++) {
    for (let channel = 0; channel < 3; channel++) {
      tensor[channel * planeLength + i] = (data[4 * i + channel] ?? 0) / 255;
    }
  }
  return { shape: [1, 3, heightPx, widthPx], data: tensor };
}
