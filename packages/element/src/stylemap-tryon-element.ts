import type { BackendChoice, BlobOptions, GarmentType, TryOn, TryOnResult } from '@stylemap-tryon/sdk';
import { TryOnError } from '@stylemap-tryon/sdk';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { isServer } from 'lit';
import type { LoadingMode } from './attributes.js';
import {
  backendKeyword,
  fractionNumber,
  garmentTypeKeyword,
  loadingKeyword,
  pixelCount,
  toFraction,
  toPixelCount,
} from './attributes.js';
import type { EngineLease } from './fitting/engine-registry.js';
import { acquireEngine } from './fitting/engine-registry.js';
import type { GarmentSource } from './fitting/fitting-session.js';
import { whenNearViewport } from './intake/wake.js';
import type { Intake } from './intake/photo-intake.js';
import { createDropZone, photoFrom, takesPaste } from './intake/photo-intake.js';
import type { RemotePhoto } from './intake/remote-photo.js';
import { fetchPhoto } from './intake/remote-photo.js';
import { root } from './render/root.js';
import type { Commands, View } from './render/view.js';
import { sampleModelsOf, watchSampleModels } from './intake/sample-models.js';
import { saveBlob } from './save-blob.js';
import type { PhotoSource, TryonPhase } from './state/phase.js';
import { locales, resolveLocale } from './words/strings.js';
import { elementStyles } from './styles/element-styles.js';
import type { TryOnRequest } from './fitting/try-on-runner.js';
import { TryOnRunner } from './fitting/try-on-runner.js';
import { TypedEventsElement } from './typed-events-element.js';

/**
 * Virtual try-on in the shopper's browser: a photo, a garment, a picture of both. Nothing is uploaded.
 *
 * ```html
 * <stylemap-tryon garment-src="shirt.webp" garment-type="top"></stylemap-tryon>
 * ```
 *
 * @fires tryon-progress - While models load and a try-on runs; `detail: {stage, fraction, loadedBytes, totalBytes}`
 * @fires tryon-result - A try-on is on screen; `detail: {result, receipt}`
 * @fires tryon-error - A try-on failed; `detail: {error}`. Cancelling is no error. None of the three bubbles.
 *
 * @slot placeholder - Replaces the invitation (picture, title, advice) above the photo buttons
 * @slot photo-actions - Further ways to a photo below those buttons, e.g. models of the shop
 * @slot sample-model - `<img>` of a shopper to try it on without a photo of one's own; `data-photo` names the photo where `src` is a thumbnail
 * @slot actions - Further controls beside a finished try-on, e.g. "add to bag"
 *
 * @cssproperty [--tryon-aspect-ratio=3 / 4] - Of the frame. The photo is fitted into it, so nothing on the page moves
 * @cssproperty [--tryon-radius=16px] - Corner radius of the frame
 * @cssproperty [--tryon-button-radius=22px] - Corner radius of the buttons
 * @cssproperty --tryon-accent - Primary button and progress
 * @cssproperty --tryon-on-accent - Text on the accent
 * @cssproperty --tryon-surface - Frame background
 * @cssproperty --tryon-panel - Background of panels and icon buttons over the picture
 * @cssproperty --tryon-text - Text
 * @cssproperty --tryon-text-muted - Secondary text
 * @cssproperty --tryon-border - Hairlines
 * @cssproperty --tryon-focus - Focus ring
 *
 * @csspart frame - The picture area
 * @csspart placeholder - The invitation
 * @csspart title - Its title
 * @csspart poster - The `poster` picture
 * @csspart photo - The photo before a result exists
 * @csspart compare - The before/after slider
 * @csspart before - The photo's half of it
 * @csspart after - The try-on's half
 * @csspart divider - The line between them
 * @csspart handle - The knob on the line
 * @csspart tag - The two captions
 * @csspart panel - Any panel over the picture
 * @csspart message - The main line in a panel
 * @csspart progress - The progress bar, a `<progress>`
 * @csspart toolbar - Buttons over a finished try-on
 * @csspart hints - What could be better about the photo
 * @csspart button - Every button but the sample models
 * @csspart button-primary - What leads on
 * @csspart button-quiet - What leads away
 * @csspart icon-button - A button of the toolbar
 * @csspart sample-models - The row of sample models
 * @csspart sample-model - Each button in it
 * @csspart footer - The lines under the frame
 * @csspart privacy - "Your photo stays on this device"
 * @csspart disclaimer - "A style preview, not a size or fit prediction"
 */
export class StylemapTryonElement extends TypedEventsElement {
  static override styles = elementStyles;

  static override properties: PropertyDeclarations = {
    garmentSrc: { attribute: 'garment-src', reflect: true },
    garmentType: { attribute: 'garment-type', reflect: true, useDefault: true, converter: garmentTypeKeyword },
    strength: { reflect: true, useDefault: true, converter: fractionNumber },
    src: { reflect: true },
    alt: { reflect: true },
    poster: { reflect: true },
    loading: { reflect: true, useDefault: true, converter: loadingKeyword },
    backend: { reflect: true, useDefault: true, converter: backendKeyword },
    assetBase: { attribute: 'asset-base', reflect: true },
    locale: { reflect: true },
    maxResultPixels: { attribute: 'max-result-pixels', reflect: true, converter: pixelCount },
    photo: { attribute: false },
    garment: { attribute: false, noAccessor: true },
  };

  /** URL of the product picture. A new one is tried on at once; the person stays. */
  declare garmentSrc: string | null;
  /** What the product is; `auto` decides from the pictures. */
  declare garmentType: GarmentType;
  /** How much of the garment, in [0, 1]; 0 is the photo itself. A new one costs a decoder run. */
  declare strength: number;
  /** URL of a photo, e.g. of a model the shop offers; needs CORS when it is on another host. */
  declare src: string | null;
  /** Text alternative of the result. */
  declare alt: string | null;
  /** Picture behind the invitation. */
  declare poster: string | null;
  /** When worker, models and runtimes load: at the shopper's first act, near the viewport, or at once. */
  declare loading: LoadingMode;
  /** Where the network runs; `auto` is WebGPU where there is a GPU. */
  declare backend: BackendChoice;
  /** URL of the folder of worker, models and runtimes; by default `/stylemap-tryon/`, or the folder of the one-file script. */
  declare assetBase: string | null;
  /** BCP 47 tag; by default the language of the page, else English. */
  declare locale: string | null;
  /** A larger photo is scaled down to this many pixels, and so is its result; by default results have the photo's size. */
  declare maxResultPixels: number | null;
  /** The photo itself. Wins over `src`, as `srcObject` does on media elements. */
  declare photo: Blob | null;

  #garment: GarmentSource | null = null;
  /** What is tried on of `#garment`: a canvas may be drawn on again. */
  #garmentCopy: GarmentSource | null = null;
  #hostEngine: TryOn | null = null;
  #remotePhoto: RemotePhoto | undefined;
  /** False until something may be loaded. */
  #awake = false;
  #stopWatching: (() => void) | undefined;
  #dropHovered = false;
  #hadFocus = false;

  readonly #runner = new TryOnRunner(this, {
    acquire: () => this.#acquire(),
    onStateChange: () => this.requestUpdate(),
  });

  readonly #dropZone = createDropZone({
    onDrop: (files) => this.#takeIn(photoFrom(files)),
    onHover: (hovered) => {
      this.#dropHovered = hovered;
      this.requestUpdate();
    },
  });

  readonly #commands: Commands = {
    choosePhoto: () => this.#openFileDialog('choose'),
    takePhoto: () => this.#openFileDialog('capture'),
    // Failures are on screen.
    tryOn: () => void this.tryOn().catch(() => {}),
    cancel: () => this.cancel(),
    clear: () => this.clear(),
    download: () => void this.#download(),
    dismissHints: () => this.#runner.dismissHints(),
    chooseSampleModel: (photo) => {
      this.photo = null;
      this.src = photo;
      this.#wake();
    },
  };

  constructor() {
    super();
    this.garmentSrc = null;
    this.garmentType = 'auto';
    this.strength = 1;
    this.src = null;
    this.alt = null;
    this.poster = null;
    this.loading = 'interaction';
    this.backend = 'auto';
    this.assetBase = null;
    this.locale = null;
    this.maxResultPixels = null;
    this.photo = null;
    // Lit reads its properties at every update, and to read this one makes an engine; so what a page has set before the tag was defined is
    // taken over here.
    const set = Object.getOwnPropertyDescriptor(this, 'engine');
    if (set) {
      Reflect.deleteProperty(this, 'engine');
      this.#hostEngine = set.value as TryOn | null;
    }
    if (isServer) return;
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop'] as const) {
      this.addEventListener(type, this.#dropZone[type]);
    }
    watchSampleModels(this, () => this.requestUpdate());
    // Not on focus: tabbing past must not cost a download.
    for (const type of ['pointerdown', 'dragenter', 'click']) this.addEventListener(type, () => this.#wake());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('paste', this.#onPaste);
    this.#watchViewport();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('paste', this.#onPaste);
    this.#stopWatching?.();
    // A move within the document disconnects and connects in one turn; only a tag that stays away gives its engine back.
    queueMicrotask(() => {
      if (!this.isConnected) this.#runner.release();
    });
  }

  /**
   * The product as an object instead of `garmentSrc`, over which it wins: a `Blob`, a URL, an `ImageBitmap`, `ImageData`, an `<img>`, or a
   * canvas, which is copied when it is set.
   */
  get garment(): GarmentSource | null {
    return this.#garment;
  }

  set garment(garment: GarmentSource | null) {
    const former = this.#garment;
    this.#garment = garment;
    this.#garmentCopy = garment instanceof HTMLCanvasElement || garment instanceof OffscreenCanvas ? copyOf(garment) : garment;
    this.requestUpdate('garment', former, { hasChanged: () => garment !== former || garment !== this.#garmentCopy });
  }

  /**
   * The engine in use, for calls of one's own in the same worker. Set it to one of `createTryOn()` to share that; `backend` and `assetBase`
   * are then its own, and the tag never disposes of it. `null` goes back to the one that all tags of the page share.
   */
  get engine(): TryOn {
    return this.#hostEngine ?? this.#runner.engine;
  }

  set engine(engine: TryOn | null) {
    if (engine === this.#hostEngine) return;
    this.#runner.leaveEngine();
    this.#hostEngine = engine;
    this.requestUpdate();
  }

  /** Where the element stands. */
  get phase(): TryonPhase {
    return this.#runner.state.phase;
  }

  /**
   * Runs a try-on of the current garment on the current photo. Needed only after `cancel()` or a failure: a new photo or garment
   * starts by itself.
   * @throws TypeError without photo or garment, `TryOnError` when it fails, `AbortError` when it is cancelled or superseded.
   */
  async tryOn(): Promise<TryOnResult> {
    const request = this.#request();
    if (!request)
      throw new TypeError('<stylemap-tryon> needs a photo (`photo` or `src`) and a `garmentSrc` or `garment` to try on.');
    this.#awake = true;
    this.#runner.followPhoto(request.photo);
    return this.#runner.run(request);
  }

  /**
   * Loads worker, models and runtimes now, whatever `loading` says.
   * @throws TryOnError when that fails; the first try-on tries again
   */
  async preload(): Promise<void> {
    await this.#runner.preload();
  }

  /** Stops the current run; the former result, if any, stays. */
  cancel(): void {
    this.#runner.cancel();
  }

  /** Removes photo and result. */
  clear(): void {
    this.photo = null;
    this.src = null;
    this.#runner.forgetPerson();
  }

  /** The finished try-on at the photo's own resolution, or `null` when there is none. */
  async getResultBlob(options?: BlobOptions): Promise<Blob | null> {
    const { state } = this.#runner;
    return state.phase === 'done' ? state.outcome.result.toBlob(options) : null;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // The loader has drawn its invitation there, and the shopper may have pressed a button of it.
    if (this.shadowRoot?.activeElement) void this.updateComplete.then(() => this.#focusFrame());
    this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (isServer) return;
    this.#hadFocus = this.matches(':focus-within');
    if (this.hasUpdated && (changed.has('assetBase') || changed.has('backend'))) this.#runner.leaveEngine();
    const photo = this.#photoSource();
    this.#runner.followPhoto(photo);
    if (changed.has('loading') && this.hasUpdated) this.#watchViewport();
    // What the page shows from the start waits for the shopper; a photo that comes later was chosen.
    const photoCame = this.hasUpdated && photo !== undefined && (changed.has('photo') || changed.has('src'));
    if (this.loading === 'eager' || photoCame) this.#wake();
    const request = this.#request();
    if (this.#awake && request) this.#runner.runIfNew(request);
  }

  protected override render() {
    return root(this.#runner.state, this.#view(), {
      dropHovered: this.#dropHovered,
      onFiles: (files) => this.#takeIn(photoFrom(files)),
    });
  }

  protected override updated(): void {
    if (!this.#hadFocus) return;
    // The focused button, ours or one in a slot, may have gone with its phase; the frame keeps the keyboard's place.
    const focused = this.shadowRoot?.activeElement ?? this.querySelector(':focus');
    if (!focused?.checkVisibility()) this.#focusFrame();
  }

  #focusFrame(): void {
    this.renderRoot.querySelector<HTMLElement>('.frame')?.focus({ preventScroll: true });
  }

  #view(): View {
    const inherited = isServer ? null : this.closest<HTMLElement>('[lang]')?.lang;
    const locale = resolveLocale(this.locale ?? inherited);
    return {
      locale,
      strings: locales[locale],
      alt: this.alt,
      poster: this.poster,
      hasGarment: Boolean(this.#garment ?? this.garmentSrc),
      sampleModels: isServer ? [] : sampleModelsOf(this),
      chosenPhoto: this.photo || !this.src ? undefined : absoluteUrl(this.src),
      commands: this.#commands,
    };
  }

  #acquire(): EngineLease {
    if (this.#hostEngine) return { engine: this.#hostEngine, release: () => {} };
    return acquireEngine({ assetBase: this.assetBase ? absoluteUrl(this.assetBase) : undefined, backend: this.backend });
  }

  #request(): TryOnRequest | undefined {
    const photo = this.#photoSource();
    const garment = this.#garmentCopy ?? (this.garmentSrc ? absoluteUrl(this.garmentSrc) : undefined);
    if (photo === undefined || garment === undefined) return undefined;
    return {
      photo,
      garment,
      garmentType: this.garmentType,
      strength: toFraction(this.strength),
      maxResultPixels: toPixelCount(this.maxResultPixels) ?? undefined,
    };
  }

  #photoSource(): PhotoSource | undefined {
    if (this.photo) return this.photo;
    if (!this.src) return undefined;
    const url = absoluteUrl(this.src);
    if (!/^https?:/i.test(url)) return url;
    if (this.#remotePhoto?.url !== url) this.#remotePhoto = fetchPhoto(url);
    return this.#remotePhoto;
  }

  #watchViewport(): void {
    this.#stopWatching?.();
    if (this.loading === 'near' || this.loading === 'lazy') this.#stopWatching = whenNearViewport(this, () => this.#wake());
  }

  /** Allows loading and starts it. */
  #wake(): void {
    if (this.#awake) return;
    this.#awake = true;
    this.#stopWatching?.();
    // A failed preload is no news: the run that needs the models tries again and reports.
    this.#runner.preload().catch(() => {});
    this.requestUpdate();
  }

  #takeIn(intake: Intake): void {
    if (intake.kind === 'photo') {
      this.#wake();
      this.photo = intake.photo;
    } else if (intake.kind === 'not-an-image') {
      this.#runner.fail({ error: new TryOnError('not-an-image', 'The file is not an image.'), subject: 'photo' });
    }
  }

  readonly #onPaste = (event: ClipboardEvent): void => {
    if (!takesPaste(this, event)) return;
    const intake = photoFrom(event.clipboardData?.files);
    if (intake.kind !== 'nothing') event.preventDefault();
    this.#takeIn(intake);
  };

  #openFileDialog(id: 'choose' | 'capture'): void {
    this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.click();
  }

  async #download(): Promise<void> {
    const blob = await this.getResultBlob({ type: 'image/jpeg', quality: 0.95 });
    if (blob) saveBlob(blob, 'try-on.jpg');
  }
}

/** Workers resolve URLs against their own script, so only absolute ones leave the page. */
function absoluteUrl(url: string): string {
  return URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url;
}

function copyOf(canvas: HTMLCanvasElement | OffscreenCanvas): OffscreenCanvas {
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  // A canvas without pixels cannot be drawn; the engine says what is wrong with it.
  if (canvas.width > 0 && canvas.height > 0) copy.getContext('2d')?.drawImage(canvas, 0, 0);
  return copy;
}

declare global {
  interface HTMLElementTagNameMap {
    'stylemap-tryon': StylemapTryonElement;
  }
}
