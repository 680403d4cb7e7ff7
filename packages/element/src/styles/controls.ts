import { css } from 'lit';

export const controls = css`
  .button,
  .icon-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    box-sizing: border-box;
    min-block-size: 44px;
    min-inline-size: 44px;
    border: 1px solid transparent;
    border-radius: var(--_button-radius);
    font: inherit;
    color: inherit;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  .button {
    padding: 10px 22px;
    font-weight: 500;
    line-height: 1.3;
    text-align: center;
    transition:
      background-color 120ms,
      border-color 120ms,
      transform 120ms;
  }

  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .primary:hover {
    background: color-mix(in oklab, var(--_accent) 86%, var(--_on-accent));
  }

  .quiet {
    border-color: var(--_border);
    background: transparent;
  }

  .quiet:hover,
  .icon-button:hover {
    border-color: currentColor;
  }

  .button:active,
  .icon-button:active {
    transform: scale(0.98);
  }

  .icon-button {
    padding: 0;
    border-color: var(--_border);
    background: var(--_panel);
    color: var(--_text);
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .frame:focus-visible {
    outline-offset: -3px;
  }

  .frame:focus:not(:focus-visible) {
    outline: none;
  }

  .icon {
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--_border);
    overflow: clip;
  }

  progress::-webkit-progress-bar {
    background: transparent;
  }

  progress::-webkit-progress-value {
    border-radius: 3px;
    background: var(--_accent);
    transition: inline-size 180ms ease-out;
  }

  progress::-moz-progress-bar {
    border-radius: 3px;
    background: var(--_accent);
  }

  @media (prefers-reduced-motion: reduce) {
    .button,
    progress::-webkit-progress-value {
      transition: none;
    }

    .button:active,
    .icon-button:active {
      transform: none;
    }
  }

  @media (forced-colors: active) {
    .button,
    .icon-button {
      border-color: ButtonText;
    }

    .primary,
    .primary:hover {
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonFace;
    }

    progress {
      border: 1px solid CanvasText;
    }

    progress::-webkit-progress-value {
      background: Highlight;
    }

    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
