import { css, html, LitElement, svg } from 'lit';
import { iconButton } from '../../render/buttons.js';
import { closeIcon, icon } from '../../render/icons.js';
import { controls } from '../../styles/controls.js';
import type { ViewerStrings } from '../../words/strings.js';
import type { PanZoom } from './pan-zoom.js';
import { pan, whole, zoom } from './pan-zoom.js';

const inIcon = icon(svg`<path d="M12 5.5v13M5.5 12h13" />`);
const outIcon = icon(svg`<path d="M5.5 12h13" />`);

const step = 1.5;
const doubleTap = 2.5;
/** Of the window, for a press of an arrow. */
const arrowShare = 0.1;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * The compare slider over the whole window, magnified. Told by `close` when it is shut, and by `magnify` at each change. While it is magnified a
 * drag moves the picture, and only the handle moves the divider. Internal to `<stylemap-tryon>`.
 */
export class ViewerRoom extends LitElement {
  static override styles = [
    controls,
    css`
      dialog {
        inline-size: 100vw;
        block-size: 100dvb;
        max-inline-size: none;
        max-block-size: none;
        margin: 0;
        padding: 0;
        border: 0;
        overflow: clip;
        background: var(--_surface);
        color: var(--_text);
        touch-action: none;
      }

      .magnified {
        block-size: 100%;
        transform: translate(var(--_x), var(--_y)) scale(var(--_zoom));
      }

      [data-zoomed] {
        cursor: move;
      }

      .bar {
        position: absolute;
        inset-block-start: 12px;
        inset-inline-end: 12px;
        display: flex;
        gap: 8px;
      }

      .caption {
        position: absolute;
        inset-block-end: 12px;
        inset-inline-start: 50%;
        translate: -50%;
        margin: 0;
        padding: 4px 10px;
        border-radius: 999px;
        background: rgb(0 0 0 / 60%);
        color: #fff;
        font-size: 0.75rem;
        pointer-events: none;
      }

      .visually-hidden {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }

      [hidden] {
        display: none;
      }

      :dir(rtl) > .caption {
        translate: 50%;
      }
    `,
  ];

  static override properties = {
    strings: { attribute: false },
    caption: { attribute: false },
    slider: { attribute: false },
    magnification: { state: true },
  };

  declare strings: ViewerStrings;
  /** Says that AI made the picture; it stays in sight when the slider's own captions do not. */
  declare caption: string;
  /** The slider with both pictures. */
  declare slider: unknown;
  declare private magnification: PanZoom;

  /** By pointer, where each was last. */
  readonly #pointers = new Map<number, { readonly x: number; readonly y: number }>();

  constructor() {
    super();
    this.magnification = whole;
  }

  protected override render() {
    const { strings, magnification } = this;
    const { scale } = magnification;
    return html`<dialog
      part="viewer"
      aria-label=${strings.open}
      ?data-zoomed=${scale > 1}
      @close=${() => this.dispatchEvent(new Event('close'))}
      @keydown=${this.#onKey}
      @wheel=${this.#onWheel}
      @dblclick=${({ clientX, clientY }: MouseEvent) => this.#zoomAt(scale > 1 ? 0 : doubleTap, clientX, clientY)}
    >
      <div
        class="magnified"
        @pointerdown=${{ handleEvent: this.#onPointerDown, capture: true }}
        @pointermove=${{ handleEvent: this.#onPointerMove, capture: true }}
        @pointerup=${{ handleEvent: this.#onPointerEnd, capture: true }}
        @pointercancel=${{ handleEvent: this.#onPointerEnd, capture: true }}
      >
        ${this.slider}
      </div>
      <p class="caption" part="ai-label" aria-hidden="true" ?hidden=${scale === 1}>${this.caption}</p>
      <div class="bar">
        ${iconButton({ text: strings.zoomOut, icon: outIcon, onClick: () => this.#zoomAt(1 / step) })}
        ${iconButton({ text: strings.zoomIn, icon: inIcon, onClick: () => this.#zoomAt(step) })}
        ${iconButton({ text: strings.close, icon: closeIcon, onClick: () => this.#dialog.close() })}
      </div>
      <p class="visually-hidden" role="status">${scale > 1 ? strings.value(Math.round(100 * scale)) : ''}</p>
    </dialog>`;
  }

  /** Not by a style attribute, which a policy of the page may forbid. */
  protected override updated(): void {
    const { scale, xPx, yPx } = this.magnification;
    const { style } = this.#dialog;
    style.setProperty('--_zoom', String(scale));
    style.setProperty('--_x', `${xPx}px`);
    style.setProperty('--_y', `${yPx}px`);
  }

  protected override firstUpdated(): void {
    this.#dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>('.bar button:last-child')?.focus();
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  get #size() {
    return { widthPx: this.#dialog.clientWidth, heightPx: this.#dialog.clientHeight };
  }

  #zoomAt(factor: number, clientX = this.#size.widthPx / 2, clientY = this.#size.heightPx / 2): void {
    const { widthPx, heightPx } = this.#size;
    this.#set(zoom(this.magnification, factor, clientX - widthPx / 2, clientY - heightPx / 2, this.#size));
  }

  #set(magnification: PanZoom): void {
    if (magnification.scale !== this.magnification.scale) this.dispatchEvent(new Event('magnify'));
    this.magnification = magnification;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { key } = event;
    const isSlider = (event.composedPath()[0] as Element).localName === 'input';
    const arrow = isSlider ? undefined : arrows[key];
    if (key === '+' || key === '=') this.#zoomAt(step);
    else if (key === '-') this.#zoomAt(1 / step);
    else if (key === '0') this.#set(whole);
    else if (arrow) {
      const { widthPx, heightPx } = this.#size;
      const [x, y] = arrow;
      this.#set(pan(this.magnification, x * arrowShare * widthPx, y * arrowShare * heightPx, this.#size));
    } else return;
    event.preventDefault();
  };

  readonly #onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.#zoomAt(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const isHandle = event.composedPath().some((node) => node instanceof Element && node.matches('.handle'));
    // One finger on the whole picture, or on the handle, is the slider's.
    if (this.#pointers.size === 1 && (this.magnification.scale === 1 || isHandle)) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    event.stopPropagation();
    event.preventDefault();
  };

  readonly #onPointerMove = (event: PointerEvent): void => {
    const former = this.#pointers.get(event.pointerId);
    if (!former) return;
    const now = { x: event.clientX, y: event.clientY };
    this.#pointers.set(event.pointerId, now);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    const hasIt = (event.currentTarget as Element).hasPointerCapture(event.pointerId);
    if (!other && !hasIt) return;
    event.stopPropagation();
    if (!other) return this.#set(pan(this.magnification, now.x - former.x, now.y - former.y, this.#size));
    const apart = (point: typeof now) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
    this.#zoomAt(apart(now) / apart(former), (now.x + other.x) / 2, (now.y + other.y) / 2);
  };

  readonly #onPointerEnd = (event: PointerEvent): void => void this.#pointers.delete(event.pointerId);
}

if (!customElements.get('stylemap-tryon-viewer')) customElements.define('stylemap-tryon-viewer', ViewerRoom);

declare global {
  interface HTMLElementTagNameMap {
    'stylemap-tryon-viewer': ViewerRoom;
  }
}
