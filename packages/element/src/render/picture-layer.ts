import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { objectUrl } from '../intake/object-url.js';
import type { TryonState } from '../state/phase.js';
import { shownOutcome } from '../state/phase.js';
import { afterWake } from '../wake.js';
import type { View } from './view.js';

/**
 * The picture behind the controls: the try-on if there is one, else the photo, else the poster. One template position for all
 * phases, so that the slider and its value survive the fitting of another garment.
 */
export function pictureLayer(state: TryonState, view: View): TemplateResult | typeof nothing {
  const outcome = shownOutcome(state);
  // In the viewer they are on loan.
  if (outcome) return view.room.room === 'viewer' ? nothing : (afterWake()?.compareView(outcome, view) ?? nothing);
  if (state.photo !== undefined) {
    return html`<img
      class="layer photo"
      part="photo"
      draggable="false"
      src=${objectUrl(state.photo)}
      alt=${view.strings.photoAlt}
      @load=${hideBroken}
      @error=${hideBroken}
    />`;
  }
  if (view.poster) {
    return html`<img class="layer poster" part="poster" draggable="false" src=${view.poster} alt="" />`;
  }
  return nothing;
}

/** The sign for a broken picture helps nobody: the message over it says what is wrong. */
function hideBroken({ type, target }: Event): void {
  (target as HTMLElement).style.visibility = type === 'error' ? 'hidden' : '';
}
