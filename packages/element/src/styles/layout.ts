import { css } from 'lit';

export const layout = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_text);
    font-size: 0.9375rem;
    line-height: 1.45;
  }

  :host([hidden]) {
    display: none;
  }

  p,
  h2 {
    margin: 0;
  }

  .frame {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    box-sizing: border-box;
    aspect-ratio: var(--_ratio);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: clip;
    isolation: isolate;
  }

  .frame > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .layer {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  .photo {
    object-fit: contain;
  }

  .poster {
    object-fit: cover;
  }

  .invitation {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 10px;
    padding: 24px;
    text-align: center;
    text-wrap: balance;
  }

  .invitation[data-over-picture] {
    align-self: end;
    margin: 12px;
    padding: 20px;
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_panel);
  }

  .mirror {
    inline-size: clamp(48px, 20cqi, 96px);
    block-size: auto;
    margin-block-end: 8px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    opacity: 0.75;
  }

  .title {
    font: inherit;
    font-size: clamp(1.25rem, 1rem + 2.2cqi, 1.75rem);
    font-weight: 500;
    line-height: 1.2;
    letter-spacing: -0.01em;
  }

  /* Its letters join. */
  .title:lang(ar) {
    letter-spacing: 0;
  }

  .advice {
    max-inline-size: 30ch;
  }

  .muted {
    color: var(--_text-muted);
    font-size: 0.875rem;
  }

  .intake {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 10px;
    margin-block-start: 12px;
  }

  .camera-only {
    display: none;
  }

  @media (hover: none) and (pointer: coarse) {
    .camera-only {
      display: block;
    }

    .fine-pointer-only {
      display: none;
    }
  }

  .panel {
    position: relative;
    align-self: end;
    display: flex;
    flex-direction: column;
    gap: 10px;
    box-sizing: border-box;
    max-block-size: calc(100% - 24px);
    margin: 12px;
    padding: 14px 16px;
    overflow-y: auto;
    border: 1px solid var(--_border);
    border-radius: max(8px, calc(var(--_radius) - 4px));
    background: var(--_panel);
    box-shadow: 0 4px 20px rgb(0 0 0 / 10%);
    backdrop-filter: blur(12px);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .spread {
    flex-wrap: nowrap;
    justify-content: space-between;
  }

  .message {
    font-weight: 500;
  }

  .bytes {
    display: block;
    min-block-size: 1.45em;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .drop-target {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    border: 2px dashed var(--_accent);
    border-radius: inherit;
    background: var(--_panel);
    font-weight: 500;
    pointer-events: none;
  }

  .footer {
    padding-block-start: 10px;
    padding-inline-start: 26px;
    font-size: 0.875rem;
  }

  .privacy {
    position: relative;
  }

  .privacy .icon {
    position: absolute;
    inset-block-start: 0.1em;
    inset-inline-start: -26px;
    inline-size: 18px;
    block-size: 18px;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: clip;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @container (inline-size < 300px) {
    .invitation {
      padding: 14px;
    }

    .advice,
    .mirror,
    .fine-pointer-only,
    .button .icon {
      display: none;
    }

    .spread {
      flex-wrap: wrap;
    }

    .row .button {
      inline-size: 100%;
    }
  }

  @media (prefers-contrast: more), (forced-colors: active) {
    .frame,
    .panel,
    .icon-button {
      border: 1px solid;
    }
  }
`;
