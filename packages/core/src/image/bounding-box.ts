import type { Rect } from './image.js';
import type { Samples } from './resample.js';

/** Smallest box that holds every sample of at least `threshold`, in the samples' pixels; `undefined` when there is none. */
export function boundingBox(samples: Samples, threshold: number): Rect | undefined {
  const { widthPx, heightPx, data } = samples;
  let [left, top, right, bottom] = [widthPx, heightPx, -1, -1];
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      if ((data[y * widthPx + x] as number) < threshold) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return right < 0 ? undefined : { xPx: left, yPx: top, widthPx: right - left + 1, heightPx: bottom - top + 1 };
}

/** The same box on a grid of another density. */
export function scaleRect(rect: Rect, scaleX: number, scaleY: number): Rect {
  return { xPx: rect.xPx * scaleX, yPx: rect.yPx * scaleY, widthPx: rect.widthPx * scaleX, heightPx: rect.heightPx * scaleY };
}

/** What two boxes share; without width or height where they do not meet. */
export function intersectRects(a: Rect, b: Rect): Rect {
  const [xPx, yPx] = [Math.max(a.xPx, b.xPx), Math.max(a.yPx, b.yPx)];
  const [right, bottom] = [Math.min(a.xPx + a.widthPx, b.xPx + b.widthPx), Math.min(a.yPx + a.heightPx, b.yPx + b.heightPx)];
  return { xPx, yPx, widthPx: Math.max(0, right - xPx), heightPx: Math.max(0, bottom - yPx) };
}

/** Whether a rectangle lies inside another. */
export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.xPx >= outer.xPx &&
    inner.yPx >= outer.yPx &&
    inner.xPx + inner.widthPx <= outer.xPx + outer.widthPx &&
    inner.yPx + inner.heightPx <= outer.yPx + outer.heightPx
  );
}
