import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { View } from './view.js';

/** The room in the frame, in place of the phase's own controls; `undefined` where none is open. */
export function roomLayer({ strings, room, commands }: View): TemplateResult | undefined {
  switch (room.room) {
    case 'consent':
      return html`<stylemap-tryon-consent
        class="room"
        exportparts="button, button-quiet"
        .strings=${strings.consent}
        @answer=${({ detail }: CustomEvent<boolean>) => commands.answerConsent(detail)}
      >
        <slot name="consent"><p>${strings.consent.text}</p></slot>
      </stylemap-tryon-consent>`;
    // Lies over the window, and the done view's own controls stay under it.
    case 'viewer':
    case null:
      return undefined;
  }
}
