/** A picture magnified about the middle of its window, and moved from there. */
export interface PanZoom {
  /** 1 shows all of it. */
  readonly scale: number;
  readonly xPx: number;
  readonly yPx: number;
}

export interface WindowSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export const whole: PanZoom = { scale: 1, xPx: 0, yPx: 0 };
export const largestScale = 6;

/** Never beyond the picture's own sides. */
export function pan({ scale, xPx, yPx }: PanZoom, byXPx: number, byYPx: number, { widthPx, heightPx }: WindowSize): PanZoom {
  const [roomX, roomY] = [((scale - 1) * widthPx) / 2, ((scale - 1) * heightPx) / 2];
  return { scale, xPx: between(-roomX, xPx + byXPx, roomX), yPx: between(-roomY, yPx + byYPx, roomY) };
}

/**
 * What lies at a point stays there.
 *
 * @param atXPx, atYPx from the middle of the window.
 */
export function zoom(from: PanZoom, factor: number, atXPx: number, atYPx: number, window: WindowSize): PanZoom {
  const scale = between(1, from.scale * factor, largestScale);
  const grown = scale / from.scale;
  const moved = { scale, xPx: atXPx + grown * (from.xPx - atXPx), yPx: atYPx + grown * (from.yPx - atYPx) };
  return pan(moved, 0, 0, window);
}

function between(least: number, value: number, most: number): number {
  // Adding 0 makes 0 of -0.
  return Math.min(most, Math.max(least, value)) + 0;
}
