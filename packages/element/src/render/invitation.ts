import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { InvitationStrings } from '../words/strings.js';
import { primaryButton, quietButton } from './buttons.js';
import { cameraIcon, mirrorIcon, photoIcon } from './icons.js';

export interface InvitationView {
  readonly strings: InvitationStrings;
  readonly poster: string | null;
  /** Elsewhere than on hand-held devices the system has no camera to bring up. */
  readonly hasOwnCamera: boolean;
  readonly commands: { readonly choosePhoto: () => void; readonly takePhoto: () => void };
}

/** What stands in the frame before there is a photo. */
/** @param more further ways to a photo, of the tag itself */
export function invitation(view: InvitationView, more: TemplateResult | '' = ''): TemplateResult {
  return html`<div class="invitation" part="placeholder" ?data-over-picture=${Boolean(view.poster)}>
    <slot name="placeholder">
      ${view.poster ? '' : mirrorIcon}
      <h2 class="title" part="title">${view.strings.title}</h2>
      <p class="muted advice">${view.strings.photoAdvice}</p>
    </slot>
    ${intakeButtons(view, more)}
  </div>`;
}

function intakeButtons({ strings, hasOwnCamera, commands }: InvitationView, more: TemplateResult | ''): TemplateResult {
  const { choosePhoto, takePhoto } = commands;
  return html`<div class="intake">
    ${primaryButton({ text: strings.choosePhoto, icon: photoIcon, onClick: choosePhoto })}
    <div class=${hasOwnCamera ? '' : 'camera-only'}>
      ${quietButton({ text: strings.takePhoto, icon: cameraIcon, opens: 'camera', onClick: takePhoto })}
    </div>
    ${more}
    <p class="fine-pointer-only muted">${strings.dropOrPaste}</p>
    <slot name="photo-actions"></slot>
  </div>`;
}
