import { css, html, LitElement } from 'lit';
import { quietButton } from '../../render/buttons.js';
import { controls } from '../../styles/controls.js';
import type { ConsentStrings } from '../../words/strings.js';

/** Told by `answer`: whether the shopper agrees. */
export type ConsentAnswer = CustomEvent<boolean>;

/** Asks before the first photo. Both answers look the same: neither is made easier. Internal to `<stylemap-tryon>`. */
export class ConsentRoom extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        justify-content: safe center;
        gap: 20px;
        box-sizing: border-box;
        block-size: 100%;
        padding: 24px;
        overflow-y: auto;
        background: var(--_surface);
        color: var(--_text);
        text-align: center;
        text-wrap: pretty;
      }

      h2 {
        margin: 0 0 10px;
        font: inherit;
        font-size: clamp(1.25rem, 1rem + 2.2cqi, 1.75rem);
        font-weight: 500;
      }

      /* It has the focus only to be read out. */
      h2:focus {
        outline: none;
      }

      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      .answers .button {
        flex: 1;
      }
    `,
  ];

  static override properties = { strings: { attribute: false } };

  declare strings: ConsentStrings;

  protected override render() {
    const { title, agree, decline } = this.strings;
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && this.#answer(false);
    return html`<section aria-labelledby="title" @keydown=${onKey}>
        <h2 id="title" tabindex="-1">${title}</h2>
        <slot></slot>
      </section>
      <div class="answers" @keydown=${onKey}>
        ${quietButton({ text: decline, onClick: () => this.#answer(false) })}
        ${quietButton({ text: agree, onClick: () => this.#answer(true) })}
      </div>`;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  #answer(granted: boolean): void {
    this.dispatchEvent(new CustomEvent('answer', { detail: granted }) satisfies ConsentAnswer);
  }
}

if (!customElements.get('stylemap-tryon-consent')) customElements.define('stylemap-tryon-consent', ConsentRoom);
