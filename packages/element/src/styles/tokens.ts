import { css } from 'lit';

/**
 * Colours follow the page's `color-scheme`. The public custom properties are read here and nowhere else, with the underscored
 * ones as what the other sheets use.
 */
export const tokens = css`
  :host {
    --_ratio: var(--tryon-aspect-ratio, 3 / 4);
    --_radius: var(--tryon-radius, 16px);
    --_button-radius: var(--tryon-button-radius, 22px);
    --_accent: var(--tryon-accent, light-dark(#23211e, #f3f0ea));
    --_on-accent: var(--tryon-on-accent, light-dark(#ffffff, #1b1a18));
    --_surface: var(--tryon-surface, light-dark(#f3f1ec, #23221f));
    --_panel: var(--tryon-panel, light-dark(rgb(255 255 255 / 95%), rgb(30 29 27 / 95%)));
    --_text: var(--tryon-text, light-dark(#23211e, #f3f0ea));
    --_text-muted: var(--tryon-text-muted, light-dark(#635f57, #b3ada1));
    --_border: var(--tryon-border, light-dark(rgb(35 33 30 / 14%), rgb(243 240 234 / 18%)));
    --_focus: var(--tryon-focus, light-dark(#1d4ed8, #93b4ff));
  }
`;
