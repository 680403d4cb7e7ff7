import type { Plane } from './image.js';

const diagonal = Math.SQRT2;

/**
 * Length of the shortest way inside a set of pixels from its seeds to each pixel (chamfer steps of 1 and the square root of 2, swept until nothing
 * changes); `Infinity` outside the set and where no way leads.
 *
 * @param inside 1 for pixels of the set.
 */
export function reachFrom(
  seeds: readonly number[],
  inside: Uint8Array,
  { widthPx, heightPx }: Omit<Plane, 'data'>,
): Float32Array {
  const reach = new Float32Array(inside.length).fill(Infinity);
  for (const seed of seeds) reach[seed] = 0;
  const pixels = pixelsOf(inside);
  let changed = true;
  const sweep = (step: 1 | -1) => {
    for (let k = 0; k < pixels.length; k++) {
      const i = pixels[step > 0 ? k : pixels.length - 1 - k] as number;
      const x = i % widthPx;
      const y = Math.floor(i / widthPx);
      const offer = (dx: number, dy: number, length: number) => {
        if (x + dx < 0 || x + dx >= widthPx || y + dy < 0 || y + dy >= heightPx) return;
        const way = (reach[i + dx + dy * widthPx] as number) + length;
        if (way >= (reach[i] as number) - 1e-3) return;
        reach[i] = way;
        changed = true;
      };
      offer(-step, 0, 1);
      offer(-step, -step, diagonal);
      offer(0, -step, 1);
      offer(step, -step, diagonal);
    }
  };
  while (changed) {
    changed = false;
    sweep(1);
    sweep(-1);
  }
  return reach;
}

/** Indices of the pixels of a set, row by row. */
export function pixelsOf(inside: Uint8Array): number[] {
  const pixels: number[] = [];
  for (let i = 0; i < inside.length; i++) if (inside[i] === 1) pixels.push(i);
  return pixels;
}
