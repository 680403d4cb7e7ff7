import { css, html, LitElement } from 'lit';
import { quietButton } from '../../render/buttons.js';
import { controls } from '../../styles/controls.js';
import { roomStyles } from '../../styles/room-styles.js';
import type { ConsentStrings } from '../../words/strings.js';

/** Told by `answer`: whether the shopper agrees. */
export type ConsentAnswer = CustomEvent<boolean>;

/** Asks before the first photo. Both answers look the same: neither is made easier. Internal to `<stylemap-tryon>`. */
export class ConsentRoom extends LitElement {
  static override styles = [
    controls,
    roomStyles,
    css`
      .bar .button {
        flex: 1;
      }
    `,
  ];

  static override properties = { strings: { attribute: false } };

  declare strings: ConsentStrings;

  protected override render() {
    const { title, agree, decline } = this.strings;
    return html`<section
        class="body"
        aria-labelledby="title"
        @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#answer(false)}
      >
        <h2 id="title" tabindex="-1">${title}</h2>
        <slot></slot>
      </section>
      <div class="bar" @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#answer(false)}>
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
