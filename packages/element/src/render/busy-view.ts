import type { TryOnProgress } from '@stylemap-tryon/sdk';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { formatLoadedBytes } from '../strings.js';
import { quietButton } from './buttons.js';
import type { View } from './view.js';

/** @param overPrevious a result is still on screen, so a short run needs no panel: the style sheet holds it back a moment. */
export function busyView(progress: TryOnProgress, overPrevious: boolean, view: View): TemplateResult {
  const { strings, commands, locale } = view;
  const percent = Math.round(progress.fraction * 100);
  const stageText = strings.stages[progress.stage];
  const { loadedBytes, totalBytes } = progress;
  const bytesText = loadedBytes !== undefined && totalBytes ? formatLoadedBytes(locale, loadedBytes, totalBytes) : '';
  return html`<div class="panel busy" part="panel" ?data-over-previous=${overPrevious}>
    <div class="row spread">
      <p class="message" part="message">
        <span>${stageText}</span>
        <span class="muted bytes">${bytesText}</span>
      </p>
      ${quietButton({ text: strings.cancel, onClick: commands.cancel })}
    </div>
    <div
      class="progress"
      part="progress"
      role="progressbar"
      aria-label=${strings.label}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${percent}
      aria-valuetext=${`${stageText}, ${percent}%`}
    >
      <div class="progress-bar" part="progress-bar" style=${styleMap({ '--_done': String(progress.fraction) })}></div>
    </div>
  </div>`;
}
