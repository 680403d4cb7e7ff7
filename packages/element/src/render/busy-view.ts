import type { TryOnProgress } from '@stylemap-tryon/sdk';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { formatLoadedBytes } from '../words/strings.js';
import { quietButton } from './buttons.js';
import type { View } from './view.js';

export interface BusyOptions {
  readonly progress: TryOnProgress;
  readonly isChecking: boolean;
  /** A result is still on screen, so a short run needs no panel: the style sheet holds it back a moment. */
  readonly overPrevious: boolean;
}

export function busyView({ progress, isChecking, overPrevious }: BusyOptions, view: View): TemplateResult {
  const { strings, commands, locale } = view;
  const { stage, fraction, loadedBytes, totalBytes } = progress;
  const bytesText = loadedBytes !== undefined && totalBytes ? formatLoadedBytes(strings, locale, loadedBytes, totalBytes) : '';
  return html`<div class="panel busy" part="panel" ?data-over-previous=${overPrevious}>
    <div class="row spread">
      <p class="message" part="message">
        <span id="stage">${isChecking ? strings.checking : strings.stages[stage]}</span>
        <span class="muted bytes">${bytesText}</span>
      </p>
      ${quietButton({ text: strings.cancel, onClick: commands.cancel })}
    </div>
    <progress part="progress" max="1" value=${fraction} aria-labelledby="stage"></progress>
  </div>`;
}
