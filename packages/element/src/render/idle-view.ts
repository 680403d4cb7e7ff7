import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { PhotoSource } from '../state.js';
import { intakeButtons, primaryButton, quietButton } from './buttons.js';
import { mirrorIcon } from './icons.js';
import type { View } from './view.js';

export function idleView(photo: PhotoSource | undefined, view: View): TemplateResult {
  if (photo !== undefined) return readyView(view);
  return html`<div class="invitation" part="placeholder" ?data-over-picture=${Boolean(view.poster)}>
    <slot name="placeholder">
      ${view.poster ? '' : mirrorIcon}
      <h2 class="title" part="title">${view.strings.title}</h2>
      <p class="muted advice">${view.strings.photoAdvice}</p>
    </slot>
    ${intakeButtons(view)}
  </div>`;
}

/** A photo without a run: cancelled, or nothing to try on yet. */
function readyView({ strings, commands, hasGarment }: View): TemplateResult {
  return html`<div class="panel" part="panel">
    ${hasGarment ? '' : html`<p class="message" part="message">${strings.noGarment}</p>`}
    <div class="row">
      ${hasGarment ? primaryButton({ text: strings.tryOn, onClick: commands.tryOn }) : ''}
      ${quietButton({ text: strings.chooseAnother, onClick: commands.choosePhoto })}
    </div>
  </div>`;
}
