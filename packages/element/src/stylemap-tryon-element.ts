import type { BackendChoice, BlobOptions, GarmentType, OutfitResult, Probe, Shape, TryOn } from '@stylemap-tryon/sdk';
import { TryOnError } from '@stylemap-tryon/sdk';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { isServer } from 'lit';
import type { ConsentMode, LoadingMode } from './attributes.js';
import {
  backendKeyword,
  consentKeyword,
  fractionNumber,
  garmentTypeKeyword,
  shapeKeyword,
  loadingKeyword,
  pixelCount,
  toFraction,
  toolsOf,
  toPixelCount,
} from './attributes.js';
import type { PhotoOrigin } from './events.js';
import { dispatch, dispatchAct } from './events.js';
import type { EngineLease } from './fitting/engine-registry.js';
import { acquireEngine } from './fitting/engine-registry.js';
import type { GarmentSource, Item, Product } from './fitting/outfit.js';
import { itemOf, itemsOf, outfitOf, piecesOf, takenOff } from './fitting/outfit.js';
import type { TryOnRequest } from './fitting/try-on-runner.js';
import { TryOnRunner } from './fitting/try-on-runner.js';
import { absoluteUrl } from './intake/absolute-url.js';
import type { WornChild } from './intake/companions.js';
import { companionsOf } from './intake/companions.js';
import { ConsentGate } from './intake/consent.js';
import { copyOf } from './intake/copy-canvas.js';
import type { Intake } from './intake/photo-intake.js';
import { createDropZone, photoFrom, takesPaste } from './intake/photo-intake.js';
import type { RemotePhoto } from './intake/remote-photo.js';
import { fetchPhoto } from './intake/remote-photo.js';
import { sampleModelsOf, watchSampleModels } from './intake/sample-models.js';
import { whenNearViewport } from './intake/wake.js';
import { root } from './render/root.js';
import type { Commands, View } from './render/view.js';
import { importExport, rooms } from './rooms.js';
import type { Exporter } from './rooms/export/exporter.js';
import { Settling } from './settling.js';
import { setStates, stateNames } from './state/custom-states.js';
import type { PhotoSource, TryonPhase } from './state/phase.js';
import { isBusy, shownOutcome } from './state/phase.js';
import type { RoomState, TryonRoom } from './state/room.js';
import { RoomKeeper } from './state/room-keeper.js';
import { garmentChange } from './stylemap-garment-element.js';
import { elementStyles } from './styles/element-styles.js';
import type { TrackName, TrackParams, UsedTool } from './tracking.js';
import { FirstUses, trackOf, whenViewed } from './tracking.js';
import { TypedEventsElement } from './typed-events-element.js';
import { afterWake } from './wake.js';
import { loadWords, resolveLocale, wordsOf } from './words/languages.js';
import type { StringsPart } from './words/lay-over.js';
import { layOver } from './words/lay-over.js';
import { en } from './words/locales/en.js';

/**
 * Virtual try-on in the shopper's browser: a photo, a garment, a picture of both. Nothing is uploaded.
 *
 * ```html
 * <stylemap-tryon garment-src="shirt.webp" garment-type="top"></stylemap-tryon>
 * ```
 *
 * @fires tryon-progress - While models load and a try-on runs; `detail: {stage, fraction, loadedBytes, totalBytes}`
 * @fires tryon-result - A try-on is on screen; `detail: {result, receipt}`
 * @fires tryon-error - A try-on failed; `detail: {error}`. Cancelling is no error
 * @fires tryon-phase - Another phase or room; `detail: {phase, previous, room}`
 * @fires tryon-photo - Another photo, or none; `detail: {source}`. These five do not bubble, all others do
 * @fires tryon-change - The shopper changed outfit, strength or mix; `detail: {worn, strength}`
 * @fires tryon-consent-request - A photo is wanted and consent is open; prevented, the page asks instead of the tag
 * @fires tryon-consent - The shopper answered in the tag; `detail: {granted}`
 * @fires tryon-add-to-cart - The cart button was pressed; `detail: {items}`. Prevented, no form is submitted
 * @fires tryon-export - Before a picture is saved or shared; `detail: {as}`. Prevented, it is not
 * @fires tryon-track - For analytics; `detail: {name, params}`, in names and types that GA4 takes
 *
 * @slot placeholder - Replaces the invitation (picture, title, advice) above the photo buttons
 * @slot photo-actions - Further ways to a photo below those buttons, e.g. models of the shop
 * @slot sample-model - `<img>` of a shopper to try it on without a photo of one's own; `data-photo` names the photo where `src` is a thumbnail
 * @slot actions - Further controls beside a finished try-on
 * @slot consent - What the shopper agrees to, where `consent` is required
 * @slot unsupported - What is said where the browser cannot run the try-on
 * @slot disclaimer - Replaces "A style preview, not a size or fit prediction"
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
 * @csspart tips - What could be better about the photo
 * @csspart hints - The same by its former name
 * @csspart menu - What else can be done with a result
 * @csspart ai-label - The caption that says that the try-on is made by AI
 * @csspart viewer - The result over the whole window
 * @csspart tray - The row of what can be worn with the product
 * @csspart piece - Each button in it
 * @csspart strength - The slider of the strength
 * @csspart mix - The slider between two products
 * @csspart cart-button - "Add to bag"
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
    productId: { attribute: 'product-id', reflect: true },
    variantId: { attribute: 'variant-id', reflect: true },
    productName: { attribute: 'product-name', reflect: true },
    garmentShape: { attribute: 'garment-shape', reflect: true, useDefault: true, converter: shapeKeyword },
    strength: { reflect: true, useDefault: true, converter: fractionNumber },
    src: { reflect: true },
    alt: { reflect: true },
    poster: { reflect: true },
    controls: { reflect: true },
    cart: { reflect: true },
    consent: { reflect: true, useDefault: true, converter: consentKeyword },
    consented: { type: Boolean, reflect: true },
    loading: { reflect: true, useDefault: true, converter: loadingKeyword },
    backend: { reflect: true, useDefault: true, converter: backendKeyword },
    assetBase: { attribute: 'asset-base', reflect: true },
    locale: { reflect: true },
    maxResultPixels: { attribute: 'max-result-pixels', reflect: true, converter: pixelCount },
    photo: { attribute: false },
    garment: { attribute: false, noAccessor: true },
    strings: { attribute: false, noAccessor: true },
  };

  /** URL of the product picture. A new one is tried on at once; the person stays. */
  declare garmentSrc: string | null;
  /** What the product is; `auto` decides from the pictures. */
  declare garmentType: GarmentType;
  /** Of the product, passed on in events. */
  declare productId: string | null;
  /** Of its variant, passed on in events. */
  declare variantId: string | null;
  /** Of the product: words the cart button, and is passed on in events. */
  declare productName: string | null;
  /** Whose sleeves, hem and neckline the result has: the product's own, as far as they bare no more than arms, or those of what is worn. */
  declare garmentShape: Shape;
  /** How much of the garment, in [0, 1]; 0 is the photo itself. A new one costs a decoder run. */
  declare strength: number;
  /** URL of a photo, e.g. of a model the shop offers; needs CORS when it is on another host. */
  declare src: string | null;
  /** Text alternative of the result. */
  declare alt: string | null;
  /** Picture behind the invitation. */
  declare poster: string | null;
  /** Tools on offer, of `zoom strength save share`; without it all but `strength`, empty for none. */
  declare controls: string | null;
  /** Id of the form that the cart button submits, or empty for the event alone; without it there is no button. */
  declare cart: string | null;
  /** Whether the shopper is asked before the first photo; wins over `loading`. */
  declare consent: ConsentMode;
  /** The shopper has agreed, now or when the page asked before. */
  declare consented: boolean;
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
  #strings: StringsPart | null = null;
  #remotePhoto: RemotePhoto | undefined;
  /** False until something may be loaded. */
  #awake = false;
  #stopWatching: (() => void) | undefined;
  #stopViewing: (() => void) | undefined;
  #dropHovered = false;
  #hadFocus = false;
  /** How the next photo comes in; the page sets it where the shopper did nothing. */
  #photoOrigin: PhotoOrigin = 'page';
  #announcedPhoto: PhotoSource | undefined;
  #announcedPhase: TryonPhase = 'idle';
  /** What sliders show until they rest. */
  #dialled: { strength?: number; mix?: number } = {};
  readonly #uses = new FirstUses();
  readonly #internals = isServer ? undefined : this.attachInternals();
  readonly #settling = new Settling(() => this.#settle());
  /** There from the first result on. */
  #exporter: Exporter | undefined;

  readonly #runner = new TryOnRunner(this, {
    acquire: () => this.#acquire(),
    onStateChange: () => this.#onPhase(),
    onResult: ({ durationMs, backend, isCold, pieceCount }) => {
      this.#uses.forget();
      this.#track('tryon_result', { duration_ms: Math.round(durationMs), backend, cold: isCold, pieces: pieceCount });
    },
  });

  readonly #rooms = new RoomKeeper({
    load: (room) => rooms[room](),
    onChange: (state, former) => this.#onRoom(state, former),
  });

  readonly #gate = new ConsentGate({
    mode: () => this.consent,
    isGranted: () => this.consented,
    ask: () => {
      if (dispatchAct(this, 'tryon-consent-request', {})) void this.#rooms.open('consent');
    },
  });

  readonly #dropZone = createDropZone({
    onDrop: (files) => this.#takeIn(photoFrom(files), 'drop'),
    onHover: (hovered) => {
      this.#dropHovered = hovered;
      this.requestUpdate();
    },
  });

  readonly #commands: Commands = {
    choosePhoto: () => this.choosePhoto(),
    takePhoto: () => this.takePhoto(),
    // Failures are on screen.
    tryOn: () => void this.tryOn().catch(() => {}),
    cancel: () => {
      const { state } = this.#runner;
      if (isBusy(state)) this.#track('tryon_cancel', { stage: state.progress.stage });
      this.cancel();
    },
    clear: () => this.clear(),
    dismissHints: () => this.#runner.dismissHints(),
    chooseSampleModel: (photo) =>
      this.#gate.pass(() => {
        this.#photoOrigin = 'sample';
        this.photo = null;
        this.src = photo;
        this.#wake();
      }),
    answerConsent: (granted) => {
      this.#rooms.close();
      if (!granted) this.#gate.refuse();
      this.consented = granted;
      dispatchAct(this, 'tryon-consent', { granted });
      this.#track('tryon_consent', { granted });
      // Within the click, in which alone a file dialog opens.
      if (granted) this.#gate.open();
    },
    toggleGarment: ({ element }) => {
      element.worn = !element.worn;
      this.#wake();
      this.#use('outfit');
      this.#settling.move();
    },
    dialStrength: (strength) => this.#dial('strength', { strength }),
    dialMix: (mix) => this.#dial('mix', { mix }),
    addToCart: () => this.#addToCart(),
    prepareExport: () => {
      const after = afterWake();
      const { result } = this;
      if (!after || !result) return;
      this.#exporter ??= new after.Exporter(() => this.requestUpdate());
      void this.#exporter.prepare(result, this.#words().after);
    },
    save: () => this.#export('save'),
    share: () => this.#export('share'),
    compare: () => this.#use('compare'),
    magnify: () => this.#use('zoom'),
    openRoom: (room) => void this.#rooms.open(room),
    closeRoom: () => this.#rooms.close(),
  };

  constructor() {
    super();
    this.garmentSrc = null;
    this.garmentType = 'auto';
    this.productId = null;
    this.variantId = null;
    this.productName = null;
    this.garmentShape = 'product';
    this.strength = 1;
    this.src = null;
    this.alt = null;
    this.poster = null;
    this.controls = null;
    this.cart = null;
    this.consent = 'none';
    this.consented = false;
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
    this.addEventListener(garmentChange, (event) => this.#onGarment(event.target));
    // Not on focus: tabbing past must not cost a download.
    for (const type of ['pointerdown', 'dragenter', 'click']) this.addEventListener(type, () => this.#wake());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('paste', this.#onPaste);
    for (const type of ['online', 'offline']) addEventListener(type, this.#onConnection);
    this.#watchViewport();
    // Put back, it takes up what it was taken away from.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('paste', this.#onPaste);
    for (const type of ['online', 'offline']) removeEventListener(type, this.#onConnection);
    this.#stopWatching?.();
    this.#stopViewing?.();
    // A move within the document disconnects and connects in one turn; only a tag that stays away gives its engine back.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#settling.stop();
      this.#rooms.close();
      this.#runner.release();
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
   * Any part of the words, laid over those of the language.
   * @throws TypeError that names a key that there is not, or that has another type
   */
  get strings(): StringsPart | null {
    return this.#strings;
  }

  set strings(strings: StringsPart | null) {
    if (strings) layOver(en, strings);
    this.#strings = strings;
    this.requestUpdate();
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

  /** What the fitting does. */
  get phase(): TryonPhase {
    return this.#runner.state.phase;
  }

  /** What the shopper looks at beside it, or `null`. */
  get room(): TryonRoom | null {
    return this.#rooms.state.room;
  }

  /** The try-on on screen, or `null`; of one garment a `TryOnResult`. */
  get result(): OutfitResult | null {
    return shownOutcome(this.#runner.state)?.result ?? null;
  }

  /**
   * Runs a try-on of the current garments on the current photo. Needed only after `cancel()` or a failure: a new photo or garment
   * starts by itself.
   * @throws TypeError without photo or garment, `TryOnError` when it fails, `AbortError` when it is cancelled or superseded.
   */
  async tryOn(): Promise<OutfitResult> {
    const request = this.#request();
    if (!request)
      throw new TypeError('<stylemap-tryon> needs a photo (`photo` or `src`) and a `garmentSrc` or `garment` to try on.');
    this.#awake = true;
    this.#runner.followPhoto(request.photo);
    return this.#runner.run(request);
  }

  /** Opens the file dialog, after consent where that is required; only within a click. */
  choosePhoto(): void {
    this.#gate.pass(() => this.#openFileDialog('choose'));
  }

  /** Opens the camera of the system, after consent where that is required; only within a click. */
  takePhoto(): void {
    this.#gate.pass(() => this.#openFileDialog('capture'));
  }

  /**
   * Loads worker, models and runtimes now, whatever `loading` says.
   * @throws TryOnError when that fails; the first try-on tries again. TypeError while consent is required and open
   */
  async preload(): Promise<void> {
    if (this.#gate.isShut) throw new TypeError('preload() has to wait for the consent that the tag requires.');
    await this.#runner.preload();
  }

  /** Gives worker and models back. What is on screen stays; the next act loads again, from the browser's cache. */
  unload(): void {
    this.#awake = false;
    this.#runner.release({ atOnce: true });
  }

  /**
   * Says, for one request of the manifest, whether the try-on can run here, and how much it will load.
   * @throws TryOnError `model-unavailable` when there is no manifest
   */
  probe(): Promise<Probe> {
    return this.engine.probe();
  }

  /** Stops the current run; the former result, if any, stays. */
  cancel(): void {
    this.#runner.cancel();
  }

  /** Removes photo and result. */
  clear(): void {
    this.photo = null;
    this.src = null;
    this.#rooms.close();
    this.#runner.forgetPerson();
  }

  /** The finished try-on at the photo's own resolution, or `null` when there is none; `{label: true}` draws the AI label in. */
  async getResultBlob({ label = false, ...options }: BlobOptions & { label?: boolean } = {}): Promise<Blob | null> {
    const { state } = this.#runner;
    if (state.phase !== 'done') return null;
    const { result } = state.outcome;
    return label ? (await importExport()).labelledBlob(result, this.#words().after, options) : result.toBlob(options);
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
    if (changed.has('consented') && this.consented) this.#onConsent();
    const photo = this.#photoSource();
    this.#runner.followPhoto(photo);
    if (changed.has('loading') && this.hasUpdated) this.#watchViewport();
    // What the page shows from the start waits for the shopper; a photo that comes later was chosen.
    const photoCame = this.hasUpdated && photo !== undefined && (changed.has('photo') || changed.has('src'));
    if (this.loading === 'eager' || photoCame) this.#wake();
    const request = this.#request();
    // Taken out of the page, it has given its engine back.
    if (this.#awake && request && this.isConnected) this.#runner.runIfNew(request);
  }

  protected override render() {
    return root(this.#runner.state, this.#view(), {
      dropHovered: this.#dropHovered,
      onFiles: (files, source) => this.#takeIn(photoFrom(files), source),
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    afterWake()?.adoptDoneStyles(this.renderRoot as ShadowRoot);
    this.#announcePhoto();
    this.#showStates();
    if (changed.has('productId') || changed.has('garmentSrc')) {
      this.#stopViewing?.();
      this.#stopViewing = whenViewed(this, () => this.#track('tryon_view'));
    }
    if (this.#hadFocus) this.#keepFocus();
  }

  /** The focused button, ours or one in a slot, may have gone with its phase; the frame keeps the keyboard's place. */
  #keepFocus(): void {
    const focused = this.shadowRoot?.activeElement ?? this.querySelector(':focus');
    if (!focused?.checkVisibility()) this.#focusFrame();
  }

  #focusFrame(): void {
    this.renderRoot.querySelector<HTMLElement>('.frame')?.focus({ preventScroll: true });
  }

  #onPhase(): void {
    const { phase } = this;
    const previous = this.#announcedPhase;
    this.#announcedPhase = phase;
    this.requestUpdate();
    if (phase === previous) return;
    dispatch(this, 'tryon-phase', { phase, previous, room: this.room });
    const { state } = this.#runner;
    if (state.phase === 'error') this.#track('tryon_error', { error_code: state.failure.error.code });
    if (state.phase === 'unsupported') this.#track('tryon_error', { error_code: 'unsupported' });
  }

  #onRoom({ room }: RoomState, former: RoomState): void {
    this.requestUpdate();
    if (room === former.room) return;
    if (room) this.#track('tryon_open', { room });
    dispatch(this, 'tryon-phase', { phase: this.phase, previous: this.phase, room });
  }

  #announcePhoto(): void {
    const { photo } = this.#runner.state;
    if (photo === this.#announcedPhoto) return;
    this.#announcedPhoto = photo;
    const source = photo === undefined ? null : this.#photoOrigin;
    this.#photoOrigin = 'page';
    dispatch(this, 'tryon-photo', { source });
    // What the page sets is no act of the shopper.
    if (source && source !== 'page') this.#track('tryon_photo', { photo_source: source });
  }

  #showStates(): void {
    const { state } = this.#runner;
    const flags = {
      'has-photo': state.photo !== undefined,
      'has-result': shownOutcome(state) !== undefined,
      offline: !navigator.onLine,
    };
    if (this.#internals) setStates(this.#internals.states, stateNames(state.phase, this.room, flags));
  }

  #track(name: TrackName, params?: TrackParams): void {
    const product = { item_id: this.productId, item_variant: this.variantId, item_name: this.productName };
    dispatchAct(this, 'tryon-track', trackOf(name, product, params));
  }

  #use(tool: UsedTool): void {
    if (this.result && this.#uses.isFirst(tool)) this.#track('tryon_use', { tool });
  }

  #words() {
    const strings = wordsOf(this.#locale()) ?? en;
    return this.#strings ? layOver(strings, this.#strings) : strings;
  }

  #locale(): string {
    return resolveLocale(this.locale ?? (isServer ? null : this.closest<HTMLElement>('[lang]')?.lang));
  }

  #view(): View {
    const locale = this.#locale();
    const isWordless = !isServer && !wordsOf(locale);
    if (isWordless) void loadWords(locale).then(() => this.requestUpdate());
    const strings = this.#words();
    const tools = toolsOf(this.controls);
    const companions = isServer ? [] : companionsOf(this);
    const { mixed } = outfitOf(this.#product(), companions);
    const mixable = mixed ?? companions.find(({ mix }) => mix !== null);
    const strength = this.#dialled.strength ?? toFraction(this.strength);
    const result = this.result ?? undefined;
    const nameOf = (item: Item | undefined) => item?.name ?? strings.kinds[item?.kind ?? 'auto'];
    return {
      locale,
      strings,
      isWordless,
      alt: this.alt,
      poster: this.poster,
      hasGarment: Boolean(this.#garment ?? this.garmentSrc) || companions.some(({ worn }) => worn),
      isOffline: !isServer && !navigator.onLine,
      sampleModels: isServer ? [] : sampleModelsOf(this),
      chosenPhoto: this.photo || !this.src ? undefined : absoluteUrl(this.src),
      room: this.#rooms.state,
      tools,
      companions,
      pageProduct: this.#product(),
      strength: tools.has('strength') ? { value: strength, disabled: false } : undefined,
      mix: mixable && {
        value: this.#dialled.mix ?? mixable.mix ?? 0,
        disabled: !mixed,
        label: strings.mix(nameOf(this.#product()), nameOf(mixable)),
      },
      fade: this.#dialled.strength === undefined ? 0 : 1 - Math.min(1, strength / (toFraction(this.strength) || 1)),
      hasCart: this.cart !== null,
      exported: this.#exporter?.fileOf(result),
      commands: this.#commands,
    };
  }

  #acquire(): EngineLease {
    if (this.#hostEngine) return { engine: this.#hostEngine, release: () => {} };
    return acquireEngine({ assetBase: this.assetBase ? absoluteUrl(this.assetBase) : undefined, backend: this.backend });
  }

  /** What the attributes say of the page's own product. */
  #product(): Product | undefined {
    const source = this.#garmentCopy ?? (this.garmentSrc && !isServer ? absoluteUrl(this.garmentSrc) : undefined);
    if (source === undefined) return undefined;
    return { source, kind: this.garmentType, productId: this.productId, variantId: this.variantId, name: this.productName };
  }

  #request(): TryOnRequest | undefined {
    const photo = this.#photoSource();
    const pieces = piecesOf(this.#product(), companionsOf(this));
    if (photo === undefined || pieces.length === 0) return undefined;
    return {
      photo,
      pieces,
      shape: this.garmentShape,
      strength: toFraction(this.strength),
      maxResultPixels: toPixelCount(this.maxResultPixels) ?? undefined,
    };
  }

  #photoSource(): PhotoSource | undefined {
    if (this.#gate.isShut) return undefined;
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
    if (this.#awake || this.#gate.isShut) return;
    this.#awake = true;
    this.#stopWatching?.();
    this.#runner.preload().catch((error: unknown) => {
      // A failed preload is no news: the run that needs the models tries again and reports. But nothing can run here.
      if (error instanceof TryOnError && error.code === 'unsupported') this.#runner.fail({ error, subject: 'engine' });
    });
    this.requestUpdate();
  }

  #onConsent(): void {
    if (this.room === 'consent') this.#rooms.close();
    this.#watchViewport();
    this.#gate.open();
  }

  #takeIn(intake: Intake, source: PhotoOrigin): void {
    if (intake.kind === 'photo') this.#gate.pass(() => this.#usePhoto(intake.photo, source));
    else if (intake.kind === 'not-an-image')
      this.#runner.fail({ error: new TryOnError('not-an-image', 'The file is not an image.'), subject: 'photo' });
  }

  #usePhoto(photo: Blob, source: PhotoOrigin): void {
    this.#wake();
    this.#photoOrigin = source;
    this.photo = photo;
  }

  readonly #onPaste = (event: ClipboardEvent): void => {
    if (!takesPaste(this, event)) return;
    const intake = photoFrom(event.clipboardData?.files);
    if (intake.kind !== 'nothing') event.preventDefault();
    this.#takeIn(intake, 'paste');
  };

  readonly #onConnection = (): void => {
    this.requestUpdate();
    const { state } = this.#runner;
    if (navigator.onLine && state.phase === 'error' && state.failure.error.code === 'model-unavailable') this.#commands.tryOn();
  };

  /** Whatever is put on takes off what was in its place. */
  #onGarment(target: EventTarget | null): void {
    this.requestUpdate();
    const companions = companionsOf(this);
    const changed = companions.find(({ element }) => element === target);
    if (changed?.worn) for (const { element } of takenOff(companions, changed)) element.worn = false;
  }

  #dial(tool: 'strength' | 'mix', dialled: { strength?: number; mix?: number }): void {
    Object.assign(this.#dialled, dialled);
    this.#use(tool);
    this.#settling.move();
    this.requestUpdate();
  }

  /** The shopper's hand is at rest: what was dialled counts, and one run draws it. */
  #settle(): void {
    const { strength, mix } = this.#dialled;
    this.#dialled = {};
    if (strength !== undefined) this.strength = strength;
    const { mixed } = outfitOf<WornChild>(this.#product(), companionsOf(this));
    if (mix !== undefined && mixed) mixed.element.mix = mix;
    this.requestUpdate();
    dispatchAct(this, 'tryon-change', { worn: this.#worn(), strength: this.strength });
  }

  #worn(): readonly Item[] {
    return itemsOf(this.#product(), companionsOf(this));
  }

  /** A form has the page's product in it; the event alone may be about all that is worn. */
  #addToCart(): void {
    const product = this.#product();
    const items = this.cart ? (product ? [itemOf(product)] : []) : this.#worn();
    this.#track('tryon_add_to_cart', { items_count: items.length });
    if (!dispatchAct(this, 'tryon-add-to-cart', { items }) || !this.cart) return;
    const scope = this.getRootNode() as Document | ShadowRoot;
    const form = scope.getElementById(this.cart) ?? this.ownerDocument.getElementById(this.cart);
    if (form instanceof HTMLFormElement) form.requestSubmit();
  }

  #export(as: 'save' | 'share'): void {
    const exporter = this.#exporter;
    const exported = exporter?.fileOf(this.result ?? undefined);
    if (!exporter || !exported || !dispatchAct(this, 'tryon-export', { as })) return;
    if (as === 'save') exporter.save(exported.file);
    const done = as === 'save' ? Promise.resolve(true) : exporter.share(exported.file);
    void done.then((isDone) => isDone && this.#track('tryon_share', { method: as }));
  }

  #openFileDialog(id: 'choose' | 'capture'): void {
    this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.click();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stylemap-tryon': StylemapTryonElement;
  }
}
