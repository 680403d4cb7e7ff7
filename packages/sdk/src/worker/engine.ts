import {
  createRun,
  dressOutfit,
  findMask,
  findRegionStages,
  importGarment,
  prepareGarment,
  prepareGarmentStages,
  preparePerson,
  preparePersonStages,
  replaceMask,
  replaceMaskStages,
  stagesToDress,
  stageWeights,
  TryOnError,
  type ExaminedProduct,
  type GarmentKind,
  type GarmentMask,
  type GarmentType,
  type Piece,
  type PreparedGarment,
  type PreparedPerson,
  type RgbaImage,
  type Run,
  type Stage,
  type WarningCode,
} from '@stylemap-tryon/core';
import type { Bytes } from '../runtime/bytes.js';
import type { EditableMask } from '../shared/editable-mask.js';
import type { EngineInfo, Receipt, TryOnProgress } from '../shared/engine-info.js';
import type { BlobLike, EngineConfig, ImagePayload, MethodName, ParamsOf, PiecePayload, ResultOf } from '../shared/protocol.js';
import type { StrengthMap } from '../shared/strength-map.js';
import { checkedAttributes } from './checked-attributes.js';
import type { LoadedEngine, LoadHooks } from './load-engine.js';
import { HandleTable } from './handle-table.js';
import { yieldingRun } from './yielding-run.js';

/** Upright sRGB pixels. */
export interface DecodedImage extends RgbaImage {
  /** Of its sides against the file's: below 1 where `maxResultPixels` asked for less. */
  readonly scale: number;
}

export interface DecodeLimits {
  /** Larger pictures are refused. */
  readonly maxPixels: number;
  /** Larger pictures are scaled down to it. */
  readonly maxResultPixels?: number | undefined;
  readonly signal: AbortSignal;
}

/** What the engine asks of its surroundings. */
export interface EngineParts {
  readonly load: (hooks: LoadHooks) => Promise<LoadedEngine>;
  readonly download: (url: string, signal: AbortSignal) => Promise<BlobLike>;
  readonly decode: (payload: ImagePayload, options: DecodeLimits) => Promise<DecodedImage>;
  /** What a catalogue knows of a product, by the bytes of its picture. */
  readonly findProduct: (picture: Bytes, type: GarmentType) => Promise<ExaminedProduct | undefined>;
  readonly toBitmap: (image: RgbaImage) => Promise<ResultOf<'personImage'>>;
  readonly now: () => number;
}

export interface CallContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: TryOnProgress) => void;
}

type QueuedMethod = Exclude<MethodName, 'personImage'>;

/** The methods of the protocol, for one call at a time. Loads itself on the first call; keeps what was prepared behind handles. */
export class WorkerEngine {
  readonly #config: EngineConfig;
  readonly #parts: EngineParts;
  readonly #persons = new HandleTable<PreparedPerson>();
  readonly #garments = new HandleTable<PreparedGarment>();
  /** Of each person's photo, `DecodedImage.scale`. */
  readonly #scales = new WeakMap<PreparedPerson, number>();
  readonly #downloads = new WeakMap<ImagePayload, Promise<BlobLike>>();
  #loaded: LoadedEngine | undefined;
  /** Set when WebGPU was given up during the current call. */
  #fellBack = false;

  constructor(config: EngineConfig, parts: EngineParts) {
    this.#config = config;
    this.#parts = parts;
  }

  /**
   * Starts at once what needs not wait for the call's turn: a picture is downloaded beside the models.
   * @returns the parameters to run the method with
   */
  begin<M extends QueuedMethod>(params: ParamsOf<M>, signal: AbortSignal): ParamsOf<M> {
    if ('image' in params && params.image.kind === 'url') {
      const download = this.#parts.download(params.image.url, signal);
      // Its failure is the call's, when its turn comes.
      download.catch(() => undefined);
      this.#downloads.set(params.image, download);
    }
    return params;
  }

  /** Runs one queued method. */
  call<M extends QueuedMethod>(method: M, params: ParamsOf<M>, context: CallContext): Promise<ResultOf<M>> {
    this.#fellBack = false;
    const methods: { [N in QueuedMethod]: (params: ParamsOf<N>, context: CallContext) => Promise<ResultOf<N>> } = {
      load: (_, context) => this.#load(context),
      preparePerson: (params, context) => this.#preparePerson(params, context),
      prepareGarment: (params, context) => this.#prepareGarment(params, context),
      dress: (params, context) => this.#dress(params, context),
      getMask: (params, context) => this.#getMask(params, context),
      setMask: (params, context) => this.#setMask(params, context),
    };
    return methods[method](params, context);
  }

  /** Needs no network, so it does not wait for its turn. */
  personImage({ person }: ParamsOf<'personImage'>): Promise<ResultOf<'personImage'>> {
    return this.#parts.toBitmap(this.#persons.get(person).photo);
  }

  release(handle: number): void {
    this.#persons.delete(handle);
    this.#garments.delete(handle);
  }

  async #load(context: CallContext): Promise<EngineInfo> {
    const { engine } = await this.#start([], context);
    return { ...engine.info(), warnings: this.#withFallback([]) };
  }

  async #preparePerson(
    { image, maxResultPixels }: ParamsOf<'preparePerson'>,
    context: CallContext,
  ): Promise<ResultOf<'preparePerson'>> {
    const { engine, run } = await this.#start(['decode', ...preparePersonStages], context);
    const photo = await this.#decode(image, run, context, maxResultPixels);
    const person = await preparePerson(photo, engine, run);
    this.#scales.set(person, photo.scale);
    return {
      handle: this.#persons.add(person),
      widthPx: photo.widthPx,
      heightPx: photo.heightPx,
      worn: person.worn,
      warnings: this.#withFallback(person.warnings),
      stages: run.timings,
    };
  }

  async #prepareGarment(
    { image, type, attributes: told }: ParamsOf<'prepareGarment'>,
    context: CallContext,
  ): Promise<ResultOf<'prepareGarment'>> {
    const attributes = checkedAttributes(told);
    const { engine, run } = await this.#start(['decode', ...prepareGarmentStages], context);
    const product = await this.#decode(image, run, context);
    const known = await this.#findProduct(image, type);
    // A browser that turns or cuts a picture otherwise than Node is the worse for it, not wrong.
    const isKnown = known?.widthPx === product.widthPx && known.heightPx === product.heightPx;
    const garment = isKnown
      ? await importGarment(product, known, run, attributes)
      : await prepareGarment(product, type, engine, run, attributes);
    return {
      handle: this.#garments.add(garment),
      widthPx: product.widthPx,
      heightPx: product.heightPx,
      kind: garment.kind,
      attributes: garment.attributes,
      warnings: this.#withFallback(garment.warnings),
      stages: run.timings,
    };
  }

  /** Pixels that a page hands over are of no file. */
  async #findProduct(payload: ImagePayload, type: GarmentType): Promise<ExaminedProduct | undefined> {
    if (!this.#config.catalogue) return undefined;
    const file = await (payload.kind === 'blob' ? payload.blob : this.#downloads.get(payload));
    return file && this.#parts.findProduct(new Uint8Array(await file.arrayBuffer()), type);
  }

  async #dress(params: ParamsOf<'dress'>, context: CallContext): Promise<ResultOf<'dress'>> {
    const person = this.#persons.get(params.person);
    const pieces = params.pieces.map((payload) => this.#piece(payload));
    const { engine, run } = await this.#start(stagesToDress(person, pieces), context);
    const result = await dressOutfit(person, pieces, engine, run);
    const receipt: Receipt = {
      ...engine.info(),
      photoScale: this.#scales.get(person) ?? 1,
      stages: run.timings,
      totalMs: run.timings.reduce((sum, { ms }) => sum + ms, 0),
    };
    const masks = result.pieces.map(({ kind, mask }) => editableMask(kind, mask));
    return { image: result.image, masks, warnings: this.#withFallback(result.warnings), receipt };
  }

  #piece({ garment, shape, strength, strengthMap, mix }: PiecePayload): Piece {
    return {
      garment: this.#garments.get(garment),
      shape,
      strength,
      strengthMap: strengthMap && photoRectangle(strengthMap),
      mix: mix && { ...mix, garment: this.#garments.get(mix.garment) },
    };
  }

  async #getMask(params: ParamsOf<'getMask'>, context: CallContext): Promise<ResultOf<'getMask'>> {
    const person = this.#persons.get(params.person);
    const { kind } = params;
    const { engine, run } = await this.#start(person.masked.has(kind) ? [] : findRegionStages, context);
    return editableMask(kind, await findMask(person, kind, engine, run));
  }

  async #setMask(params: ParamsOf<'setMask'>, context: CallContext): Promise<ResultOf<'setMask'>> {
    const person = this.#persons.get(params.person);
    const { kind } = params.mask;
    const { engine, run } = await this.#start(replaceMaskStages, context);
    await replaceMask(person, kind, photoRectangle(params.mask), engine, run);
    return {};
  }

  /** Begins a run of `stages`, with the load before them when it has not happened yet. */
  async #start(stages: readonly Stage[], context: CallContext): Promise<{ engine: LoadedEngine; run: Run }> {
    const planned = this.#loaded ? stages : (['load', ...stages] as const);
    const { signal, onProgress } = context;
    const run = yieldingRun(createRun(planned, { signal, onProgress, now: this.#parts.now }));
    if (!this.#loaded) await run.step('load', () => this.#loadNow(loadShare(planned), context));
    const engine = this.#loaded;
    if (!engine) throw new TryOnError('internal', 'The engine is not there after its load.', 'load');
    return { engine, run };
  }

  /** Sets the engine itself: an abort that comes after the download must not throw the sessions away. */
  async #loadNow(share: number, { signal, onProgress }: CallContext): Promise<void> {
    this.#loaded = await this.#parts.load({
      signal,
      onProgress: ({ loadedBytes, totalBytes }) => {
        const fraction = share * downloadFraction * (loadedBytes / totalBytes);
        onProgress({ stage: 'load', fraction, loadedBytes, totalBytes });
      },
      onFallback: () => {
        this.#fellBack = true;
      },
    });
  }

  #decode(payload: ImagePayload, run: Run, { signal }: CallContext, maxResultPixels?: number): Promise<DecodedImage> {
    const limits = { maxPixels: this.#config.maxPhotoPixels, maxResultPixels, signal };
    return run.step('decode', async () => {
      const download = this.#downloads.get(payload);
      return this.#parts.decode(download ? { kind: 'blob', blob: await download } : payload, limits);
    });
  }

  #withFallback(warnings: readonly WarningCode[]): readonly WarningCode[] {
    return this.#fellBack ? [...warnings, 'backend-fallback'] : warnings;
  }
}

/** The download's part of the load; the rest is compilation, which cannot be counted. */
const downloadFraction = 0.7;

/** The part of the call's progress that the load has. */
function loadShare(planned: readonly Stage[]): number {
  return stageWeights.load / planned.reduce((sum, stage) => sum + stageWeights[stage], 0);
}

function editableMask(kind: GarmentKind, { rect, alpha }: GarmentMask): EditableMask {
  return { kind, ...rect, alpha };
}

/** The counterpart, for a strength map too. */
function photoRectangle({ xPx, yPx, widthPx, heightPx, alpha }: StrengthMap): GarmentMask {
  return { rect: { xPx, yPx, widthPx, heightPx }, alpha };
}
