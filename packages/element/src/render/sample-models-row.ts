import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { View } from './view.js';

/** The shop's sample models as toggle buttons below the frame, there in every phase. Their slot itself is never shown. */
export function sampleModelsRow({ strings, sampleModels, chosenPhoto, commands }: View): TemplateResult {
  return html`<div class="choices sample-models" part="sample-models" role="group" aria-label=${strings.sampleModels}>
    <slot name="sample-model" hidden></slot>
    ${
      sampleModels.length === 0
        ? nothing
        : html`<p class="muted choices-label">${strings.sampleModels}</p>
            <div class="choices-row">
              ${sampleModels.map(
                ({ photo, thumbnail, alt }) =>
                  html`<button
                    class="choice sample-model"
                    part="sample-model"
                    type="button"
                    title=${alt}
                    aria-pressed=${photo === chosenPhoto}
                    @click=${() => commands.chooseSampleModel(photo)}
                  >
                    <img src=${thumbnail} alt=${alt} width="54" height="72" decoding="async" />
                  </button>`,
              )}
            </div>`
    }
  </div>`;
}
