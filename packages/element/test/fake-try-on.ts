import type {
  CallOptions,
  DressCallOptions,
  EditableMask,
  Garment,
  ImageSource,
  OutfitPiece,
  OutfitResult,
  Person,
  PreparePersonOptions,
  Probe,
  Shape,
  Stage,
  TryOn,
  TryOnError,
  TryOnResult,
  WarningCode,
} from '@stylemap-tryon/sdk';

type Call = 'load' | 'preparePerson' | 'prepareGarment' | 'dress' | 'dressOutfit' | 'getMask' | 'setMask';

const stagesOfCall: Readonly<Record<Call, readonly Stage[]>> = {
  load: ['load'],
  preparePerson: ['decode', 'segment', 'mask'],
  prepareGarment: ['decode', 'segment', 'mask'],
  dress: ['encode', 'align', 'transfer', 'composite'],
  dressOutfit: ['encode', 'align', 'transfer', 'composite'],
  getMask: ['mask'],
  setMask: ['mask'],
};

/** An engine whose calls are recorded, answer after a task, and can be held back or made to fail. */
export class FakeTryOn implements TryOn {
  readonly calls: Call[] = [];
  /** Sources given to `preparePerson` and `prepareGarment`, in order. */
  readonly sources: ImageSource[] = [];
  /** Given to `preparePerson` as `maxResultPixels`, in order. */
  readonly resultLimits: (number | undefined)[] = [];
  /** Given to `dress`, in order. */
  readonly strengths: (number | undefined)[] = [];
  readonly shapes: (Shape | undefined)[] = [];
  /** Shares of second garments, given to `dress`, in order. */
  readonly mixes: number[] = [];
  /** Given to `setMask`, in order. */
  readonly masks: EditableMask[] = [];
  /** How many pieces each `dressOutfit` was given. */
  readonly outfits: number[] = [];
  /** Of every person and garment. */
  warnings: readonly WarningCode[] = [];
  readonly failures: Partial<Record<Call, TryOnError>> = {};
  disposed = false;
  liveHandles = 0;
  /** While set, calls of that name wait for `proceed()`. */
  heldCall: Call | undefined;
  #proceed: (() => void)[] = [];
  #last: Promise<unknown> = Promise.resolve();

  async load(options?: CallOptions) {
    await this.#perform('load', options);
    return { backend: 'wasm' as const, segmenter: 'onnx' as const, models: {}, version: 'fake', warnings: [] };
  }

  async preparePerson(photo: ImageSource, options?: PreparePersonOptions): Promise<Person> {
    this.sources.push(photo);
    this.resultLimits.push(options?.maxResultPixels);
    await this.#perform('preparePerson', options);
    return {
      ...this.#handle(),
      worn: ['top'],
      image: () => createImageBitmap(fakePixels(30, 40, [0, 0, 255])),
    };
  }

  async prepareGarment(product: ImageSource, options?: CallOptions): Promise<Garment> {
    this.sources.push(product);
    await this.#perform('prepareGarment', options);
    const attributes = { sleeve: 'short', length: undefined, legs: undefined, worn: false } as const;
    return { ...this.#handle(), kind: 'top', attributes };
  }

  async dress(_person: Person, _garment: Garment, options?: DressCallOptions): Promise<TryOnResult> {
    this.strengths.push(options?.strength);
    this.shapes.push(options?.shape);
    if (options?.mix) this.mixes.push(options.mix.amount);
    await this.#perform('dress', options);
    return fakeResult();
  }

  async dressOutfit(_person: Person, pieces: readonly OutfitPiece[], options?: CallOptions): Promise<OutfitResult> {
    this.outfits.push(pieces.length);
    this.shapes.push(...pieces.map(({ shape }) => shape));
    await this.#perform('dressOutfit', options);
    return fakeResult();
  }

  async getMask(): Promise<EditableMask> {
    await this.#perform('getMask');
    return this.masks.at(-1) ?? fakeResult().mask;
  }

  async setMask(_person: Person, mask: EditableMask): Promise<void> {
    this.masks.push(mask);
    await this.#perform('setMask');
  }

  async probe(): Promise<Probe> {
    return { supported: true, reason: undefined, backend: 'wasm', bytesToLoad: 12 };
  }

  dispose(): void {
    this.disposed = true;
  }

  /** Lets held calls finish and holds no more. */
  proceed(): void {
    this.heldCall = undefined;
    for (const resolve of this.#proceed.splice(0)) resolve();
  }

  #handle() {
    this.liveHandles += 1;
    let live = true;
    const dispose = () => {
      if (live) this.liveHandles -= 1;
      live = false;
    };
    return { id: `handle-${this.calls.length}`, widthPx: 30, heightPx: 40, warnings: this.warnings, stages: [], dispose };
  }

  /** One after the other, as the worker does; a caller who aborts does not wait for the turn. */
  #perform(call: Call, options: CallOptions = {}): Promise<void> {
    this.calls.push(call);
    const performed = this.#last.then(() => this.#performNow(call, options));
    this.#last = performed.catch(() => undefined);
    return Promise.race([performed, abortOf(options.signal)]);
  }

  async #performNow(call: Call, options: CallOptions): Promise<void> {
    const stages = stagesOfCall[call];
    for (const [index, stage] of stages.entries()) options.onProgress?.({ stage, fraction: index / stages.length });
    const held = this.heldCall === call ? new Promise<void>((resolve) => this.#proceed.push(resolve)) : undefined;
    await Promise.race([held ?? nextTask(), abortOf(options.signal)]);
    const failure = this.failures[call];
    if (failure) throw failure;
    options.onProgress?.({ stage: stages[stages.length - 1] ?? 'load', fraction: 1 });
  }
}

export function fakeResult(): TryOnResult {
  const alpha = new Uint8Array(30 * 40).fill(255);
  const mask = { kind: 'top', xPx: 0, yPx: 0, widthPx: 30, heightPx: 40, alpha } as const;
  return {
    widthPx: 30,
    heightPx: 40,
    imageData: typeof ImageData === 'undefined' ? ({} as ImageData) : fakePixels(30, 40, [255, 0, 0]),
    mask,
    masks: [mask],
    kind: 'top',
    warnings: [],
    receipt: { version: 'fake', models: {}, backend: 'wasm', segmenter: 'onnx', photoScale: 1, stages: [], totalMs: 1 },
    toBlob: async () => new Blob(['fake picture']),
  };
}

function fakePixels(widthPx: number, heightPx: number, [red, green, blue]: [number, number, number]): ImageData {
  const pixels = new Uint32Array(widthPx * heightPx).fill(((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0);
  return new ImageData(new Uint8ClampedArray(pixels.buffer), widthPx, heightPx);
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function abortOf(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const rejectAborted = () => reject(new DOMException('Cancelled.', 'AbortError'));
    if (signal?.aborted) rejectAborted();
    signal?.addEventListener('abort', rejectAborted);
  });
}
