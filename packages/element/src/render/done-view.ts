import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Outcome } from '../state/phase.js';
import { iconButton } from './buttons.js';
import { closeIcon, downloadIcon, infoIcon, photoIcon } from './icons.js';
import type { View } from './view.js';

export function doneView({ warnings }: Outcome, { strings, commands }: View): TemplateResult {
  return html`
    <div class="toolbar" part="toolbar" role="group" aria-label=${strings.label}>
      ${iconButton({ text: strings.chooseAnother, icon: photoIcon, onClick: commands.choosePhoto })}
      ${iconButton({ text: strings.download, icon: downloadIcon, onClick: commands.download })}
      ${iconButton({ text: strings.clear, icon: closeIcon, onClick: commands.clear })}
      <slot name="actions"></slot>
    </div>
    ${
      warnings.length === 0
        ? nothing
        : html`<div class="panel hints" part="hints">
            ${infoIcon}
            <div class="hint-list">${warnings.map((code) => html`<p>${strings.warnings[code]}</p>`)}</div>
            ${iconButton({ text: strings.dismiss, icon: closeIcon, onClick: commands.dismissHints })}
          </div>`
    }
  `;
}
