import { css } from 'lit';

/** Menu, sliders and cart button. */
export const tools = css`
  .menu {
    position: absolute;
    inset: auto;
    margin: 0;
    padding: 6px;
    border: 1px solid var(--_border);
    border-radius: 14px;
    background: var(--_panel);
    color: var(--_text);
    box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
  }

  .menu-entry {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 16px;
    border: 0;
    border-radius: 9px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .menu-entry:hover {
    background: var(--_border);
  }

  .menu-entry[aria-disabled] {
    opacity: 0.6;
    cursor: progress;
  }

  .dial {
    display: grid;
    padding-block-start: 12px;
    font-size: 0.875rem;
  }

  .dial input {
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .wide {
    inline-size: 100%;
    margin-block-start: 12px;
  }

  .centred {
    align-self: center;
  }

  .room {
    position: relative;
    min-inline-size: 0;
  }

  [data-wordless] .frame > *,
  [data-wordless] > :not(.frame) {
    visibility: hidden;
  }
`;
