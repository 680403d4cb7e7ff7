import {
  isAbortError,
  TryOnError,
  type ContentFeatures,
  type DecoderOutput,
  type Stylemap,
  type StylemapNetwork,
  type Tensor,
} from '@stylemap-tryon/core';
import type { Backend } from '../shared/engine-info.js';
import { measureSelfCheckError, type SelfCheck } from './self-check.js';

export interface ResilientNetworkOptions {
  readonly first: Backend;
  readonly create: (backend: Backend) => Promise<StylemapNetwork>;
  /** Known answers that a WebGPU network has to give before it is trusted. */
  readonly selfCheck: () => Promise<SelfCheck>;
  /** Told once, when WebGPU is given up. */
  readonly onFallback: (reason: unknown) => void;
}

/**
 * A network that leaves WebGPU for wasm when WebGPU cannot be created, fails its self-check or fails in a run; the failed call is
 * repeated once on wasm. onnxruntime-web never falls back by itself. The port's calls take and give CPU tensors, so no state is
 * lost: features that were encoded on the GPU go on in wasm.
 */
export class ResilientNetwork implements StylemapNetwork {
  readonly #options: ResilientNetworkOptions;
  #network: StylemapNetwork;
  #backend: Backend;

  private constructor(options: ResilientNetworkOptions, network: StylemapNetwork, backend: Backend) {
    this.#options = options;
    this.#network = network;
    this.#backend = backend;
  }

  static async create(options: ResilientNetworkOptions): Promise<ResilientNetwork> {
    if (options.first === 'webgpu') {
      try {
        return new ResilientNetwork(options, await createChecked(options), 'webgpu');
      } catch (reason) {
        if (isAbortError(reason)) throw reason;
        options.onFallback(reason);
      }
    }
    return new ResilientNetwork(options, await options.create('wasm'), 'wasm');
  }

  /** What computes now. */
  get backend(): Backend {
    return this.#backend;
  }

  encodeContent(content: Tensor): Promise<ContentFeatures> {
    return this.#attempt((network) => network.encodeContent(content));
  }

  encodeStyle(style: Tensor): Promise<Stylemap> {
    return this.#attempt((network) => network.encodeStyle(style));
  }

  decode(content: ContentFeatures, stylemap: Stylemap): Promise<DecoderOutput> {
    return this.#attempt((network) => network.decode(content, stylemap));
  }

  dispose(): void {
    this.#network.dispose();
  }

  async #attempt<T>(call: (network: StylemapNetwork) => Promise<T>): Promise<T> {
    try {
      return await call(this.#network);
    } catch (reason) {
      if (this.#backend === 'wasm') throw reason;
      this.#network.dispose();
      this.#network = await this.#options.create('wasm');
      this.#backend = 'wasm';
      this.#options.onFallback(reason);
      return call(this.#network);
    }
  }
}

async function createChecked(options: ResilientNetworkOptions): Promise<StylemapNetwork> {
  const selfCheck = await options.selfCheck();
  const network = await options.create('webgpu');
  try {
    const error = await measureSelfCheckError(network, selfCheck);
    if (error > selfCheck.tolerance) {
      throw new TryOnError('engine-lost', `WebGPU gave wrong numbers: the self-check is off by ${error.toExponential(1)}.`);
    }
    return network;
  } catch (error) {
    network.dispose();
    throw error;
  }
}
