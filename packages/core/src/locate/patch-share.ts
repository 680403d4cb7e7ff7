import type { Patch } from '../image/view.js';

/** Pixels of which one is looked at, along each side. */
const stridePx = 4;

/** The share of a patch, weighted by opacity, that lies where `holds` is true of a pixel's corner; in [0, 1]. */
export function patchShare({ rect, alpha }: Patch, holds: (xPx: number, yPx: number) => boolean): number {
  let [all, held] = [0, 0];
  for (let y = 0; y < rect.heightPx; y += stridePx) {
    for (let x = 0; x < rect.widthPx; x += stridePx) {
      const opacity = alpha[y * rect.widthPx + x] as number;
      if (opacity === 0) continue;
      all += opacity;
      if (holds(rect.xPx + x, rect.yPx + y)) held += opacity;
    }
  }
  return all === 0 ? 0 : held / all;
}
