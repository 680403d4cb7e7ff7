import type { TemplateResult } from 'lit';
import { svg, html } from 'lit';

// Drawn on a 24 px grid with one stroke width, so that they sit well beside each other.
export const icon = (paths: unknown): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">${paths}</svg>`;

export const photoIcon = icon(
  svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2.5" /><circle cx="8.8" cy="9.8" r="1.6" /><path d="M4 17l4.8-4.2 3.4 2.8 3.6-4L20 16" />`,
);

export const cameraIcon = icon(
  svg`<path d="M4 8.5A1.5 1.5 0 0 1 5.5 7h2l1.4-2h6.2l1.4 2h2A1.5 1.5 0 0 1 20 8.5v8.6a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.1z" /><circle cx="12" cy="12.6" r="3.3" />`,
);

export const lockIcon = icon(
  svg`<rect x="5.5" y="10.5" width="13" height="9" rx="2" /><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />`,
);

export const closeIcon = icon(svg`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11" />`);

export const moreIcon = icon(svg`<path d="M5.5 12v.1M12 12v.1M18.5 12v.1" stroke-width="3" />`);

export const closerIcon = icon(svg`<circle cx="10.5" cy="10.5" r="6" /><path d="M15 15l5 5M10.5 8v5M8 10.5h5" />`);

export const infoIcon = icon(svg`<circle cx="12" cy="12" r="8.2" /><path d="M12 11.2v5M12 8v.1" />`);

/** Somebody in front of a mirror: the invitation. */
export const mirrorIcon = html`<svg class="mirror" viewBox="0 0 96 120" width="80" height="100" aria-hidden="true">
  <rect x="10" y="4" width="76" height="112" rx="38" />
  <circle cx="48" cy="45" r="10" />
  <path d="M28 110V86a20 20 0 0 1 40 0v24" />
  <path d="M22 36c2-8 6-14 12-18" />
</svg>`;
