import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { WornChild } from '../intake/companions.js';
import { objectUrl } from '../intake/object-url.js';
import type { View } from './view.js';

/** What can be worn with the page's product, as toggle buttons below the frame. */
export function tray({ strings, companions, commands }: View): TemplateResult {
  return html`<slot hidden></slot>${
      companions.length === 0
        ? nothing
        : html`<div class="choices" part="tray" role="group" aria-label=${strings.wearWith}>
            <p class="muted choices-label">${strings.wearWith}</p>
            <div class="choices-row">
              ${companions.map((child) => {
                const name = child.name ?? strings.kinds[child.kind];
                return html`<button
                  class="choice"
                  part="piece"
                  type="button"
                  title=${name}
                  aria-label=${name}
                  aria-pressed=${child.worn}
                  @click=${() => commands.toggleGarment(child)}
                >
                  ${thumbnail(child, name)}
                </button>`;
              })}
            </div>
          </div>`
    }`;
}

/** Canvases and bitmaps have no address to show them by: their name stands in. */
function thumbnail({ source }: WornChild, name: string): TemplateResult {
  const shown = source instanceof URL ? source.href : source instanceof HTMLImageElement ? source.src : source;
  if (typeof shown !== 'string' && !(shown instanceof Blob)) return html`<span>${name}</span>`;
  return html`<img src=${objectUrl(shown)} alt="" width="54" height="72" decoding="async" />`;
}
