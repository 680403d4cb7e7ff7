/** Edges of a tile in the window, in CSS pixels. */
export interface TileBox {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Farther away nobody will see it soon. */
export const nearPx = 400;

/** How far a tile is from the window; 0 where any of it is seen. */
export function distanceFromWindow(box: TileBox, window: { readonly widthPx: number; readonly heightPx: number }): number {
  const blockPx = Math.max(0, -box.bottom, box.top - window.heightPx);
  const inlinePx = Math.max(0, -box.right, box.left - window.widthPx);
  return Math.max(blockPx, inlinePx);
}

/**
 * The one to be drawn next: the nearest to the window, of equals the first in the document.
 * @returns `undefined` when all that is left is far away
 */
export function nextTile<Tile>(tiles: readonly Tile[], distanceOf: (tile: Tile) => number): Tile | undefined {
  let next: Tile | undefined;
  let nextPx = nearPx;
  for (const tile of tiles) {
    const distancePx = distanceOf(tile);
    if (distancePx < nextPx || (next === undefined && distancePx <= nextPx)) [next, nextPx] = [tile, distancePx];
  }
  return next;
}

/** Those whose canvases are given up, the farthest first, so that no more than `most` are left. */
export function surplusTiles<Tile>(drawn: readonly Tile[], distanceOf: (tile: Tile) => number, most: number): readonly Tile[] {
  return [...drawn].sort((a, b) => distanceOf(b) - distanceOf(a)).slice(0, Math.max(0, drawn.length - most));
}
