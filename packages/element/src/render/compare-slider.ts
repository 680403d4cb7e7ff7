import type { PropertyValues } from 'lit';
import { html, LitElement } from 'lit';
import { live } from 'lit/directives/live.js';
import { compareStyles } from '../styles/compare-styles.js';

/** Pictures that were revealed before: on loan to the viewer and back again they are no news. */
const revealed = new WeakSet<HTMLCanvasElement>();
/** Mostly result, with the divider near enough to be found. */
const restFraction = 0.14;
const revealMs = 1100;
/** A narrower half has no room for its caption. */
const tagRoomFraction = 0.24;

/**
 * Two pictures of equal size, one over the other, with a divider. The control is a native range input, so keyboard, focus and
 * assistive technology behave as everywhere; pointers may drag anywhere on the picture. Internal to `<stylemap-tryon>`.
 *
 * @csspart before - The photo's half
 * @csspart after - The try-on's half
 * @csspart divider - The line between them
 * @csspart handle - The knob on the line
 * @csspart tag - The two captions
 * @csspart ai-label - The one that says that the try-on is made by AI
 */
export class CompareSlider extends LitElement {
  static override styles = compareStyles;

  static override properties = {
    beforePicture: { attribute: false },
    afterPicture: { attribute: false },
    beforeText: { attribute: false },
    afterText: { attribute: false },
    label: { attribute: false },
    valueText: { attribute: false },
    alt: { attribute: false },
    fraction: { attribute: false },
    fade: { attribute: false },
  };

  declare beforePicture: HTMLCanvasElement | undefined;
  declare afterPicture: HTMLCanvasElement | undefined;
  declare beforeText: string;
  declare afterText: string;
  declare label: string;
  declare valueText: (beforePercent: number) => string;
  /** Text alternative of the result. */
  declare alt: string;
  /** Where the divider is, from the inline start: 0 shows the result only, 1 the photo only. */
  declare fraction: number;
  /** How far the photo shows through the whole result, 0..1: what a slider will do, before it is drawn. */
  declare fade: number;

  #revealFrame = 0;
  #dragPointerId: number | undefined;

  constructor() {
    super();
    this.beforeText = '';
    this.afterText = '';
    this.label = '';
    this.valueText = String;
    this.alt = '';
    this.fraction = restFraction;
    this.fade = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopReveal();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another person is worth the gesture again, another garment is not: the shopper is comparing.
    const { beforePicture } = this;
    if (!changed.has('beforePicture') || !beforePicture || revealed.has(beforePicture)) return;
    revealed.add(beforePicture);
    this.#reveal();
  }

  protected override updated(): void {
    const { beforePicture } = this;
    if (beforePicture) this.#stage?.style.setProperty('--_picture-ratio', String(beforePicture.width / beforePicture.height));
    this.#stage?.style.setProperty('--_fraction', String(this.fraction));
    this.#stage?.style.setProperty('--_fade', String(this.fade));
  }

  protected override render() {
    const beforePercent = Math.round(this.fraction * 100);
    return html`
      <div
        class="stage"
        ?data-fading=${this.fade > 0}
        @pointerdown=${this.#onPointerDown}
        @pointermove=${this.#onPointerMove}
        @pointerup=${this.#onPointerUp}
        @pointercancel=${this.#onPointerCancel}
        @dragstart=${(event: Event) => event.preventDefault()}
      >
        <div class="picture" part="after" role="img" aria-label=${this.alt}>${this.afterPicture}</div>
        <div class="window" part="before" aria-hidden="true"><div class="picture">${this.beforePicture}</div></div>
        <span class="tag start" part="tag" aria-hidden="true" ?data-hidden=${this.fraction < tagRoomFraction}
          >${this.beforeText}</span
        >
        <span class="tag end" part="tag ai-label" aria-hidden="true" ?data-hidden=${this.fraction > 1 - tagRoomFraction}
          >${this.afterText}</span
        >
        <input
          type="range"
          min="0"
          max="100"
          step="1"
          .value=${live(String(beforePercent))}
          aria-label=${this.label}
          aria-valuetext=${this.valueText(beforePercent)}
          @input=${this.#onInput}
        />
        <div class="divider" part="divider" aria-hidden="true">
          <div class="handle" part="handle">
            <svg viewBox="0 0 24 24" width="20" height="20"><path d="M9 7l-5 5 5 5M15 7l5 5-5 5" /></svg>
          </div>
        </div>
      </div>
    `;
  }

  get #stage(): HTMLElement | null {
    return this.renderRoot.querySelector('.stage');
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #onInput(event: Event): void {
    this.#stopReveal();
    this.dispatchEvent(new Event('compare'));
    this.fraction = (event.target as HTMLInputElement).valueAsNumber / 100;
  }

  // A finger may be about to scroll the page: it moves the divider only once the browser has left the gesture to us
  // (touch-action: pan-y), or on a tap. A mouse moves it at once.
  #onPointerDown(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary) return;
    this.#dragPointerId = event.pointerId;
    if (event.pointerType !== 'touch') this.#moveTo(event);
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    // Keeps the range in charge of focus and the browser from starting a text selection.
    event.preventDefault();
    this.#input?.focus({ preventScroll: true });
  }

  #onPointerMove(event: PointerEvent): void {
    if (event.pointerId === this.#dragPointerId) this.#moveTo(event);
  }

  #onPointerUp(event: PointerEvent): void {
    if (event.pointerId !== this.#dragPointerId) return;
    this.#moveTo(event);
    this.#dragPointerId = undefined;
  }

  #onPointerCancel(): void {
    this.#dragPointerId = undefined;
  }

  #moveTo(event: PointerEvent): void {
    const box = this.#stage?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    this.#stopReveal();
    this.dispatchEvent(new Event('compare'));
    const fromLeft = (event.clientX - box.left) / box.width;
    const fromStart = getComputedStyle(this).direction === 'rtl' ? 1 - fromLeft : fromLeft;
    this.fraction = Math.min(1, Math.max(0, fromStart));
  }

  /** Wipes from the photo to the try-on once, unless the shopper prefers less motion. */
  #reveal(): void {
    this.#stopReveal();
    this.fraction = restFraction;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.fraction = 1;
    const startMs = performance.now();
    const advance = (nowMs: number) => {
      const elapsed = Math.min(1, Math.max(0, (nowMs - startMs) / revealMs));
      const eased = 1 - (1 - elapsed) ** 3;
      this.fraction = 1 + (restFraction - 1) * eased;
      this.#revealFrame = elapsed < 1 ? requestAnimationFrame(advance) : 0;
    };
    this.#revealFrame = requestAnimationFrame(advance);
  }

  #stopReveal(): void {
    cancelAnimationFrame(this.#revealFrame);
    this.#revealFrame = 0;
  }
}

if (!customElements.get('stylemap-tryon-compare')) customElements.define('stylemap-tryon-compare', CompareSlider);

declare global {
  interface HTMLElementTagNameMap {
    'stylemap-tryon-compare': CompareSlider;
  }
}
