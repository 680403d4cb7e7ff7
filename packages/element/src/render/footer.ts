import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { InvitationStrings } from '../words/strings.js';
import { lockIcon } from './icons.js';

export function footer(strings: InvitationStrings): TemplateResult {
  return html`<div class="footer" part="footer">
    <p class="privacy" part="privacy">${lockIcon}<span>${strings.privacy}</span></p>
    <p class="muted" part="disclaimer"><slot name="disclaimer">${strings.disclaimer}</slot></p>
  </div>`;
}
