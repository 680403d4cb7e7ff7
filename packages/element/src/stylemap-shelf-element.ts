import { TryOnError } from '@stylemap-tryon/sdk';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { css, html, isServer, LitElement } from 'lit';
import { pixelCount, toPixelCount } from './attributes.js';
import { dispatchAct } from './events.js';
import { absoluteUrl } from './intake/absolute-url.js';
import { productsOf } from './intake/companions.js';
import { ShelfDrawer } from './shelf/shelf-drawer.js';
import { SlowStatus } from './shelf/slow-status.js';
import type { StylemapGarmentElement } from './stylemap-garment-element.js';
import { garmentChange } from './stylemap-garment-element.js';
import type { TryonPhase } from './state/phase.js';
import type { StylemapTryonElement } from './stylemap-tryon-element.js';
import { controls } from './styles/controls.js';
import { tokens } from './styles/tokens.js';
import { directionOf } from './words/choose-locale.js';
import { resolveLocale, wordsOf } from './words/languages.js';
import { en } from './words/locales/en.js';
import { enShelf, loadShelfWords, shelfWordsOf } from './words/shelf-words.js';

const defaultTilePx = 640;

const busyPhases: ReadonlySet<TryonPhase> = new Set(['loading', 'checking', 'working']);

/**
 * Shows every product in it on the shopper's own photo, which a `<stylemap-tryon>` of the page has.
 *
 * ```html
 * <stylemap-shelf for="fitting">
 *   <a href="/p/2"><stylemap-garment src="/p/2.webp" type="top"><img src="/p/2.webp" alt="Tide tee" /></stylemap-garment></a>
 * </stylemap-shelf>
 * ```
 *
 * @fires tryon-track - For analytics; `detail: {name, params}`, when the shopper turns it on
 *
 * @slot toggle - A button of the page in place of "Show on my photo"
 *
 * @csspart toggle - "Show on my photo"
 * @csspart status - How many are shown
 */
export class StylemapShelfElement extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        color: var(--_text);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        margin-block-end: 12px;
      }

      .head[data-wordless] {
        visibility: hidden;
      }

      [aria-pressed='true'] {
        border-color: currentColor;
        background: var(--_border);
      }
    `,
  ];

  static override properties: PropertyDeclarations = {
    for: { reflect: true },
    active: { type: Boolean, reflect: true },
    tilePx: { attribute: 'tile-px', reflect: true, converter: pixelCount },
  };

  /** Id of the try-on whose photo is used; by default the first one of the page. */
  declare for: string | null;
  /** Whether the products are shown on the photo; can be set too. */
  declare active: boolean;
  /** Long edge of a tile's picture; default 640. */
  declare tilePx: number | null;

  #drawer: ShelfDrawer | undefined;
  #tag: StylemapTryonElement | undefined;
  /** The shopper wants it, and there is no photo yet. */
  #isWanted = false;
  readonly #status = new SlowStatus(() => this.requestUpdate());

  constructor() {
    super();
    this.for = null;
    this.active = false;
    this.tilePx = null;
    if (isServer) return;
    this.addEventListener(garmentChange, ({ target }) => {
      this.#drawer?.forget(target as StylemapGarmentElement);
      this.#resume();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of ['scroll', 'resize']) addEventListener(type, this.#resume, { capture: true, passive: true });
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of ['scroll', 'resize']) removeEventListener(type, this.#resume, { capture: true });
    this.#stop();
    this.#leave();
  }

  protected override willUpdate(): void {
    if (isServer || !this.isConnected) return;
    this.#follow(this.#findTag());
  }

  protected override render() {
    const locale = this.#locale();
    const isWordless = !shelfWordsOf(locale);
    if (isWordless) void loadShelfWords(locale).then(() => this.requestUpdate());
    return html`<div class="head" lang=${locale} dir=${directionOf(locale)} ?data-wordless=${isWordless}>
        <slot name="toggle" @click=${this.#toggle}>
          <button class="button quiet" part="toggle" type="button" aria-pressed=${this.active}>${this.#words().show}</button>
        </slot>
        <span part="status" role="status">${this.#status.text}</span>
      </div>
      <slot></slot>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    for (const button of this.querySelectorAll(':scope > [slot="toggle"]'))
      button.setAttribute('aria-pressed', String(this.active));
    if (changed.has('tilePx')) this.#stop();
    if (this.active) this.#start();
    else this.#stop();
  }

  readonly #toggle = (): void => {
    const isOn = !this.active;
    this.#isWanted = false;
    if (!isOn) {
      this.active = false;
      return;
    }
    const params = { items_count: this.#tiles().length };
    dispatchAct(this, 'tryon-track', { name: 'tryon_shelf', params });
    if (this.#photo() !== undefined) {
      this.active = true;
      return;
    }
    this.#isWanted = true;
    this.#tag?.choosePhoto();
  };

  #findTag(): StylemapTryonElement | undefined {
    const scope = this.getRootNode() as Document | ShadowRoot;
    const tag = this.for ? scope.getElementById(this.for) : this.ownerDocument.querySelector('stylemap-tryon');
    return tag?.localName === 'stylemap-tryon' ? (tag as StylemapTryonElement) : undefined;
  }

  #follow(tag: StylemapTryonElement | undefined): void {
    if (tag === this.#tag) return;
    this.#leave();
    this.#tag = tag;
    tag?.addEventListener('tryon-photo', this.#onPhoto);
    tag?.addEventListener('tryon-phase', this.#onPhase);
  }

  #leave(): void {
    this.#tag?.removeEventListener('tryon-photo', this.#onPhoto);
    this.#tag?.removeEventListener('tryon-phase', this.#onPhase);
    this.#tag = undefined;
  }

  /** `undefined` too while the shopper has not agreed. */
  #photo(): Blob | string | undefined {
    const tag = this.#tag;
    if (!tag || (tag.consent === 'required' && !tag.consented)) return undefined;
    return tag.photo ?? (tag.src ? absoluteUrl(tag.src) : undefined);
  }

  readonly #onPhoto = (): void => {
    this.#stop();
    if (this.#isWanted && this.#photo() !== undefined) this.active = true;
    this.requestUpdate();
  };

  readonly #onPhase = (): void => {
    if (this.#isBusy()) this.#drawer?.yield();
    else this.#resume();
  };

  #isBusy(): boolean {
    return this.#tag !== undefined && busyPhases.has(this.#tag.phase);
  }

  readonly #resume = (): void => {
    void this.#drawer?.resume();
  };

  /** However deep in the shop's cards. */
  #tiles() {
    return productsOf(this.querySelectorAll<StylemapGarmentElement>('stylemap-garment:not(stylemap-tryon > *)'));
  }

  #start(): void {
    const tag = this.#tag;
    const photo = this.#photo();
    if (tag && photo !== undefined)
      this.#drawer ??= new ShelfDrawer({
        engine: () => tag.engine,
        photo,
        tilePx: toPixelCount(this.tilePx) ?? defaultTilePx,
        tiles: () => this.#tiles(),
        isBusy: () => this.#isBusy(),
        onProgress: (shownCount) => this.#tell(shownCount),
        onFailure: (error) => this.#giveUp(error),
        textOf: (picture) => this.#words().onPhoto(picture.querySelector('img')?.alt ?? ''),
      });
    this.#resume();
  }

  #stop(): void {
    this.#drawer?.stop();
    this.#drawer = undefined;
    this.#status.clear();
  }

  /** The tag says more where the shopper tries something on in it. */
  #giveUp(error: unknown): void {
    const code = error instanceof TryOnError ? error.code : 'internal';
    this.#status.say((wordsOf(this.#locale()) ?? en).errors[code].message, true);
  }

  #locale(): string {
    return resolveLocale(isServer ? null : (this.#tag?.locale ?? this.closest<HTMLElement>('[lang]')?.lang));
  }

  #words() {
    return shelfWordsOf(this.#locale()) ?? enShelf;
  }

  #tell(shownCount: number): void {
    const { length } = this.#tiles();
    this.#status.say(this.#words().shown(shownCount, length), shownCount === length);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stylemap-shelf': StylemapShelfElement;
  }
}
