import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { InvitationStrings } from '../words/strings.js';
import { primaryButton, quietButton } from './buttons.js';
import { cameraIcon, mirrorIcon, photoIcon } from './icons.js';

export interface InvitationView {
  readonly strings: InvitationStrings;
  readonly poster: string | null;
  readonly commands: { readonly choosePhoto: () => void; readonly takePhoto: () => void };
}

/** What stands in the frame before there is a photo. */
export function invitation(view: InvitationView): TemplateResult {
  return html`<div class="invitation" part="placeholder" ?data-over-picture=${Boolean(view.poster)}>
    <slot name="placeholder">
      ${view.poster ? '' : mirrorIcon}
      <h2 class="title" part="title">${view.strings.title}</h2>
      <p class="muted advice">${view.strings.photoAdvice}</p>
    </slot>
    ${intakeButtons(view)}
  </div>`;
}

/** The camera button is for devices held in the hand; the style sheet hides it elsewhere. */
function intakeButtons({ strings, commands }: InvitationView): TemplateResult {
  return html`<div class="intake">
    ${primaryButton({ text: strings.choosePhoto, icon: photoIcon, onClick: commands.choosePhoto })}
    <div class="camera-only">${quietButton({ text: strings.takePhoto, icon: cameraIcon, onClick: commands.takePhoto })}</div>
    <p class="fine-pointer-only muted">${strings.dropOrPaste}</p>
    <slot name="photo-actions"></slot>
  </div>`;
}
