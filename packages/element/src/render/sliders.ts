import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatPercent } from '../words/strings.js';
import type { Dial, View } from './view.js';

/** Strength and mix below the frame. */
export function sliders({ strings, locale, strength, mix, commands }: View): TemplateResult {
  const range = ({ value, disabled }: Dial, onInput: (value: number) => void) =>
    html`<input
      type="range"
      max="100"
      .value=${live(String(Math.round(value * 100)))}
      aria-valuetext=${formatPercent(locale, value)}
      ?disabled=${disabled}
      @input=${(event: Event) => onInput((event.target as HTMLInputElement).valueAsNumber / 100)}
    />`;
  return html`${
    strength
      ? html`<label class="dial" part="strength"
          ><span>${strings.strength}</span>${range(strength, commands.dialStrength)}</label
        >`
      : nothing
  }${mix ? html`<label class="dial" part="mix"><span>${mix.label}</span>${range(mix, commands.dialMix)}</label>` : nothing}`;
}
