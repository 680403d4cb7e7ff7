import type { TryOnProgress } from '@stylemap-tryon/sdk';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { formatLoadedBytes } from '../words/strings.js';
import { quietButton } from './buttons.js';
import type { View } from './view.js';

/** @param overPrevious a result is still on screen, so a short run needs no panel: the style sheet holds it back a moment. */
export function busyView(progress: TryOnProgress, overPrevious: boolean, view: View): TemplateResult {
  const { strings, commands, locale } = view;
  const { stage, fraction, loadedBytes, totalBytes } = progress;
  const bytesText = loadedBytes !== undefined && totalBytes ? formatLoadedBytes(locale, loadedBytes, totalBytes) : '';
  return html`<div class="panel busy" part="panel" ?data-over-previous=${overPrevious}>
    <div class="row spread">
      <p class="message" part="message">
        <span id="stage">${strings.stages[stage]}</span>
        <span class="muted bytes">${bytesText}</span>
      </p>
      ${quietButton({ text: strings.cancel, onClick: commands.cancel })}
    </div>
    <progress part="progress" max="1" value=${fraction} aria-labelledby="stage"></progress>
  </div>`;
}
