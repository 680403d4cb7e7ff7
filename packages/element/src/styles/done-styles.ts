import { adoptStyles, css } from 'lit';
import { elementStyles } from './element-styles.js';

/** What lies over a result, or over the one before: toolbar, menu and tips. It comes with their views. */
const doneStyles = css`
  .toolbar {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    display: flex;
    flex-direction: column;
    align-items: end;
    gap: 8px;
  }

  .hints {
    flex-direction: row;
    align-items: center;
    padding-block: 6px;
    padding-inline: 14px 6px;
    font-size: 0.875rem;
  }

  /* A panel that stays leaves the captions in sight, of which one says that AI made the picture: above, beside the toolbar. */
  .frame:has(> .hints, > [role='alert']) {
    --_caption-block: 20px auto;
    --_caption-end: 68px;
  }

  .hint-list {
    flex: 1;
    display: grid;
    gap: 4px;
  }

  .hints .icon-button {
    border-color: transparent;
    background: none;
  }

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

  /* Another garment takes a fraction of a second: a panel that flashes up for it would only be in the way. */
  .busy[data-over-previous] {
    animation: appear 200ms 400ms both;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .busy[data-over-previous] {
      animation: appear 1ms 400ms both;
    }
  }
`;

const dressed = new WeakSet<ShadowRoot>();

/** Once for each tag, before it paints its first result. */
export function adoptDoneStyles(root: ShadowRoot): void {
  if (dressed.has(root)) return;
  dressed.add(root);
  adoptStyles(root, [...elementStyles, doneStyles]);
}
