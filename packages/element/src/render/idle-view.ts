import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { PhotoSource } from '../state/phase.js';
import { primaryButton, quietButton } from './buttons.js';
import { invitation } from './invitation.js';
import type { View } from './view.js';

export function idleView(photo: PhotoSource | undefined, view: View): TemplateResult {
  return photo === undefined ? invitation(view) : readyView(view);
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
