import { css } from 'lit';

/** The row of sample models below the frame. */
export const sampleModels = css`
  .sample-models:not(:has(button)) {
    display: none;
  }

  .sample-models {
    padding-block-start: 12px;
  }

  .sample-models-label {
    margin: 0 0 8px;
    font-size: 0.875rem;
  }

  .sample-models-choices {
    display: flex;
    gap: 8px;
    padding: 3px;
    overflow-x: auto;
    scrollbar-width: thin;
  }

  .sample-model {
    flex: 0 1 54px;
    min-inline-size: 46px;
    padding: 0;
    border: 0;
    border-radius: 10px;
    background: none;
    overflow: hidden;
    cursor: pointer;
  }

  .sample-model img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 3 / 4;
    object-fit: cover;
  }

  .sample-model[aria-pressed='true'] {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .sample-model:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 1px;
  }
`;
