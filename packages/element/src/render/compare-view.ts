import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Outcome } from '../state/phase.js';
import type { View } from './view.js';

/** Photo and try-on over one another; there from the first result on. */
export function compareView({ before, after }: Outcome, { strings, alt, fade, commands }: View): TemplateResult {
  return html`<stylemap-tryon-compare
    class="layer"
    part="compare"
    exportparts="before, after, divider, handle, tag, ai-label"
    .beforePicture=${before}
    .afterPicture=${after}
    .beforeText=${strings.before}
    .afterText=${strings.after}
    .label=${strings.compareLabel}
    .valueText=${strings.compareValue}
    .alt=${alt ?? strings.resultAlt}
    .fade=${fade}
    @compare=${commands.compare}
  ></stylemap-tryon-compare>`;
}

/** The same over the whole window, with the very pictures: two places need them never at once. */
export function viewerView(outcome: Outcome, view: View): TemplateResult {
  const { strings, commands } = view;
  return html`<stylemap-tryon-viewer
    exportparts="viewer, ai-label, button, icon-button"
    .strings=${strings.viewer}
    .caption=${strings.after}
    .slider=${compareView(outcome, view)}
    @magnify=${commands.magnify}
    @close=${commands.closeRoom}
  ></stylemap-tryon-viewer>`;
}
