import { css } from 'lit';

/** What all rooms in the frame have: the whole of it, a head with a way out, controls below. */
export const roomStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    block-size: 100%;
    background: var(--_surface);
    color: var(--_text);
  }

  p,
  h2 {
    margin: 0;
  }

  h2 {
    font: inherit;
    font-weight: 500;
  }

  h2:focus-visible,
  h2:focus {
    outline: none;
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 6px 6px 6px 16px;
  }

  .head:dir(rtl) {
    padding: 6px 16px 6px 6px;
  }

  .body {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 12px;
    min-block-size: 0;
    padding: 12px 16px 16px;
    overflow-y: auto;
    text-align: center;
  }

  .stage {
    position: relative;
    flex: 1;
    min-block-size: 0;
    display: grid;
    place-items: center;
    overflow: clip;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 10px 12px 12px;
  }

  .bar label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }

  .bar input[type='range'] {
    inline-size: 110px;
    min-block-size: 44px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .head .icon-button {
    border-color: transparent;
    background: none;
  }

  .icon-button:disabled,
  .button:disabled {
    opacity: 0.45;
    cursor: default;
  }

  .button {
    padding: 8px 16px;
  }

  [aria-pressed='true'].quiet {
    border-color: currentColor;
    background: var(--_border);
  }

  .muted {
    color: var(--_text-muted);
    font-size: 0.875rem;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: clip;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
