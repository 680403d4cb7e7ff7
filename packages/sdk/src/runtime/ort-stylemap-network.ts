import {
  latentSizesPx,
  TryOnError,
  type ContentFeatures,
  type DecoderOutput,
  type LatentPyramid,
  type Stylemap,
  type StylemapNetwork,
  type Tensor,
} from '@stylemap-tryon/core';
import type { Backend } from '../shared/engine-info.js';
import type { Bytes } from './bytes.js';
import type { Ort, OrtSession } from './ort.js';
import { createSession, runSession } from './ort-session.js';

/** The three graphs as bytes. */
export interface StylemapWeights {
  readonly contentEncoder: Bytes;
  readonly styleEncoder: Bytes;
  readonly decoder: Bytes;
}

type NamedTensors = Readonly<Record<string, Tensor>>;

/**
 * The StyleMapGAN on onnxruntime. Names of inputs and outputs are the contract with the exported graphs (`manifest.json`); sizes
 * are the graphs' own, so that a micro model runs through the same code.
 */
export class OrtStylemapNetwork implements StylemapNetwork {
  readonly #ort: Ort;
  readonly #content: OrtSession;
  readonly #style: OrtSession;
  readonly #decoder: OrtSession;

  private constructor(ort: Ort, content: OrtSession, style: OrtSession, decoder: OrtSession) {
    this.#ort = ort;
    this.#content = content;
    this.#style = style;
    this.#decoder = decoder;
  }

  /** @throws TryOnError `engine-lost`, `out-of-memory`, `unsupported` */
  static async create(ort: Ort, weights: StylemapWeights, backend: Backend): Promise<OrtStylemapNetwork> {
    const sessions: OrtSession[] = [];
    try {
      for (const model of [weights.contentEncoder, weights.styleEncoder, weights.decoder]) {
        sessions.push(await createSession(ort, model, backend));
      }
    } catch (error) {
      sessions.forEach(release);
      throw error;
    }
    const [content, style, decoder] = sessions as [OrtSession, OrtSession, OrtSession];
    return new OrtStylemapNetwork(ort, content, style, decoder);
  }

  async encodeContent(content: Tensor): Promise<ContentFeatures> {
    return pyramid(await runSession(this.#ort, this.#content, { content }), 'skip');
  }

  async encodeStyle(style: Tensor): Promise<Stylemap> {
    return pyramid(await runSession(this.#ort, this.#style, { style }), 'w');
  }

  async decode(content: ContentFeatures, stylemap: Stylemap): Promise<DecoderOutput> {
    const inputs: Record<string, Tensor> = {};
    for (const sizePx of latentSizesPx) {
      inputs[`skip${sizePx}`] = content[sizePx];
      inputs[`w${sizePx}`] = stylemap[sizePx];
    }
    const outputs = await runSession(this.#ort, this.#decoder, inputs);
    return {
      flow: named(outputs, 'flow'),
      shading: named(outputs, 'shading'),
      image: named(outputs, 'image'),
      alpha: named(outputs, 'alpha'),
    };
  }

  dispose(): void {
    [this.#content, this.#style, this.#decoder].forEach(release);
  }
}

function pyramid(outputs: NamedTensors, prefix: string): LatentPyramid {
  return Object.fromEntries(latentSizesPx.map((sizePx) => [sizePx, named(outputs, `${prefix}${sizePx}`)])) as LatentPyramid;
}

function named(outputs: NamedTensors, name: string): Tensor {
  const tensor = outputs[name];
  if (!tensor) throw new TryOnError('model-corrupt', `The graph has no output ${name}.`);
  return tensor;
}

function release(session: OrtSession): void {
  // After a lost device the release may fail too; the memory is gone either way.
  session.release().catch(() => undefined);
}
