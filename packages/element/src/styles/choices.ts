import { css } from 'lit';

/** Rows of pictures below the frame: what to wear with it, and the sample models. */
export const choices = css`
  .choices:not(:has(button)) {
    display: none;
  }

  .choices {
    padding-block-start: 12px;
  }

  .choices-label {
    margin: 0 0 8px;
    font-size: 0.875rem;
  }

  .choices-row {
    display: flex;
    gap: 8px;
    padding: 3px;
    overflow-x: auto;
    scrollbar-width: thin;
  }

  .choice {
    flex: 0 1 54px;
    min-inline-size: 46px;
    padding: 0;
    border: 0;
    border-radius: 10px;
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: 0.75rem;
    overflow: hidden;
    cursor: pointer;
  }

  .choice img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 3 / 4;
    object-fit: cover;
  }

  .choice[aria-pressed='true'] {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .choice:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 1px;
  }
`;
