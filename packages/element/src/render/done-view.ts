import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Outcome } from '../state/phase.js';
import { iconButton } from './buttons.js';
import { closeIcon, infoIcon } from './icons.js';
import { menu } from './menu.js';
import type { View } from './view.js';

export function doneView({ warnings }: Outcome, view: View): TemplateResult {
  const { strings, commands } = view;
  return html`
    <div class="toolbar" part="toolbar" role="group" aria-label=${strings.label}>
      ${menu(view)}
      <slot name="actions"></slot>
    </div>
    ${
      warnings.length === 0
        ? nothing
        : html`<div class="panel hints" part="tips hints">
            ${infoIcon}
            <div class="hint-list">${warnings.map((code) => html`<p>${strings.warnings[code]}</p>`)}</div>
            ${iconButton({ text: strings.dismiss, icon: closeIcon, onClick: commands.dismissHints })}
          </div>`
    }
  `;
}
