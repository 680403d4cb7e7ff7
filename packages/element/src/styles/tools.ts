import { css } from 'lit';

/** Sliders and cart button, and what holds rooms and words back. */
export const tools = css`
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
