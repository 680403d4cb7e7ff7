import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Outcome } from '../state/phase.js';
import { iconButton } from './buttons.js';
import { viewerView } from './compare-view.js';
import { closeIcon, closerIcon, infoIcon } from './icons.js';
import { menu } from './menu.js';
import type { View } from './view.js';

export function doneView(outcome: Outcome, view: View): TemplateResult {
  const { strings, commands, tools, room } = view;
  const { warnings } = outcome;
  return html`
    <div class="toolbar" part="toolbar" role="group" aria-label=${strings.label}>
      ${
        tools.has('zoom')
          ? iconButton({ text: strings.viewer.open, icon: closerIcon, onClick: () => commands.openRoom('viewer') })
          : nothing
      }
      ${menu(view)}
      <slot name="actions"></slot>
    </div>
    ${room.room === 'viewer' ? viewerView(outcome, view) : nothing}
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
