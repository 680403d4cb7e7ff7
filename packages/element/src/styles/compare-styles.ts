import { css } from 'lit';

/** Logical properties throughout: under `dir="rtl"` the photo is on the right and the range counts from there. */
export const compareStyles = css`
  :host {
    display: grid;
    place-items: center;
    container-type: size;
    inline-size: 100%;
    block-size: 100%;
  }

  .stage {
    position: relative;
    container-type: size;
    inline-size: min(100cqi, 100cqb * var(--_picture-ratio, 1));
    aspect-ratio: var(--_picture-ratio, 1);
    overflow: clip;
    cursor: ew-resize;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }

  .picture,
  .window {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
  }

  .picture {
    inline-size: 100cqi;
  }

  .window {
    inline-size: calc(var(--_fraction) * 100%);
    overflow: clip;
  }

  [data-fading] .window {
    inline-size: 100%;
    opacity: var(--_fade);
  }

  [data-fading] .divider {
    opacity: 0;
  }

  canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }

  .tag {
    position: absolute;
    inset-block: var(--_caption-block, auto 12px);
    padding: 4px 10px;
    border-radius: 999px;
    background: rgb(0 0 0 / 52%);
    color: #fff;
    font-size: 0.75rem;
    line-height: 1.4;
    letter-spacing: 0.02em;
    pointer-events: none;
    transition: opacity 160ms;
  }

  /* Its letters join. */
  .tag:lang(ar) {
    letter-spacing: 0;
  }

  .tag[data-hidden] {
    opacity: 0;
  }

  .tag.start {
    inset-inline-start: 12px;
  }

  .tag.end {
    inset-inline-end: var(--_caption-end, 12px);
  }

  /* The range carries value, keys and focus; the divider carries the looks; the stage takes the pointers. */
  input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    pointer-events: none;
  }

  .divider {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_fraction) * 100%);
    inline-size: calc(2px / var(--_zoom, 1));
    margin-inline-start: calc(-1px / var(--_zoom, 1));
    background: #fff;
    box-shadow: 0 0 3px rgb(0 0 0 / 45%);
    pointer-events: none;
  }

  .handle {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: 50%;
    display: grid;
    place-items: center;
    box-sizing: border-box;
    inline-size: 44px;
    block-size: 44px;
    margin-block-start: -22px;
    margin-inline-start: -22px;
    /* As large in a magnified picture as in the whole one. */
    scale: calc(1 / var(--_zoom, 1));
    pointer-events: auto;
    border-radius: 50%;
    background: #fff;
    color: #1c1b19;
    box-shadow: 0 1px 6px rgb(0 0 0 / 30%);
  }

  .handle svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  input:focus-visible + .divider .handle {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px #fff;
  }

  @media (prefers-reduced-motion: reduce) {
    .tag {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .divider {
      background: CanvasText;
    }

    .handle {
      border: 2px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
