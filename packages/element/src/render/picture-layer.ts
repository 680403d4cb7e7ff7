import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { objectUrl } from '../intake/object-url.js';
import type { TryonState } from '../state/phase.js';
import { shownOutcome } from '../state/phase.js';
import type { View } from './view.js';

/**
 * The picture behind the controls: the try-on if there is one, else the photo, else the poster. One template position for all
 * phases, so that the slider and its value survive the fitting of another garment.
 */
export function pictureLayer(state: TryonState, view: View): TemplateResult | typeof nothing {
  const outcome = shownOutcome(state);
  if (outcome) {
    const { strings } = view;
    return html`<stylemap-tryon-compare
      class="layer"
      part="compare"
      exportparts="before, after, divider, handle, tag, ai-label"
      .beforePicture=${outcome.before}
      .afterPicture=${outcome.after}
      .beforeText=${strings.before}
      .afterText=${strings.after}
      .label=${strings.compareLabel}
      .valueText=${strings.compareValue}
      .alt=${view.alt ?? strings.resultAlt}
      .fade=${view.fade}
      @compare=${view.commands.compare}
    ></stylemap-tryon-compare>`;
  }
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
