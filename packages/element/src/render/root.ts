import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { TryonState } from '../state/phase.js';
import { isBusy } from '../state/phase.js';
import type { Strings } from '../words/strings.js';
import { directionOf } from '../words/choose-locale.js';
import { cart } from './cart.js';
import { fileInput } from './file-input.js';
import { footer } from './footer.js';
import { overlay } from './overlay.js';
import { pictureLayer } from './picture-layer.js';
import { roomLayer } from './room-layer.js';
import { sampleModelsRow } from './sample-models-row.js';
import { sliders } from './sliders.js';
import { tray } from './tray.js';
import type { View } from './view.js';

export interface IntakeView {
  readonly dropHovered: boolean;
  readonly onFiles: (files: FileList | null, source: 'file' | 'camera') => void;
}

/** Frame with picture and overlay, and the lines under it. Everything that changes lies inside the frame, whose size is fixed. */
export function root(state: TryonState, view: View, intake: IntakeView): TemplateResult {
  const { strings } = view;
  return html`<div class="root" lang=${view.locale} dir=${directionOf(view.locale)} ?data-wordless=${view.isWordless}>
    <section
      class="frame"
      part="frame"
      tabindex="-1"
      aria-label=${strings.label}
      aria-busy=${isBusy(state) || view.room.opening !== undefined}
    >
      ${pictureLayer(state, view)} ${roomLayer(view) ?? overlay(state, view)}
      ${view.room.isUnavailable ? html`<p class="panel" part="panel" role="alert">${strings.unavailable}</p>` : nothing}
      ${intake.dropHovered ? html`<div class="drop-target" aria-hidden="true">${strings.dropHere}</div>` : nothing}
    </section>
    ${tray(view)} ${sliders(view)} ${cart(view)} ${sampleModelsRow(view)} ${footer(strings)}
    <p class="visually-hidden" role="status">${announcement(state, strings)}</p>
    ${fileInput('choose', (files) => intake.onFiles(files, 'file'))}
    ${fileInput('capture', (files) => intake.onFiles(files, 'camera'))}
  </div>`;
}

/** One sentence a phase: the bar itself can be read by whoever wants to follow it. Errors are alerts of their own. */
function announcement(state: TryonState, strings: Strings): string {
  if (isBusy(state)) return strings.announceBusy;
  if (state.phase !== 'done') return '';
  return [strings.announceDone, ...state.outcome.warnings.map((code) => strings.warnings[code])].join(' ');
}
