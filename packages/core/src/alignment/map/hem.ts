import type { Plane } from '../../image/image.js';
import { profileAt, smoothProfile } from '../../image/row-runs.js';
import type { HemmedCloth } from './fold.js';
import { lengthen } from './fold.js';

/**
 * Rows from a garment's last row down to its lower edge, by position across it, 0 at one side and 1 at the other; negative where it is higher.
 * Beyond the sides it is what it is there.
 */
export type Hem = (position: number) => number;

const samples = 32;

/**
 * Follows the lower edge of a mask: shirt tails and the legs of shorts are curved, and one leg may lie higher than the other.
 *
 * @param bottomRow exclusive.
 * @param reach how far above and below the last row an edge is one, in lengths of the garment: farther off are openings, arms and bags.
 * @param columnAt where a position across lies in a row.
 */
export function findHem(
  mask: Plane,
  { topRow, bottomRow }: { readonly topRow: number; readonly bottomRow: number },
  [highest, lowest]: readonly [above: number, below: number],
  columnAt: (position: number, row: number) => number,
): Hem {
  const height = bottomRow - topRow;
  const from = Math.min(mask.heightPx, Math.round(bottomRow + lowest * height));
  const offsets = Float32Array.from({ length: samples }, (_, k) => {
    for (let y = from - 1; y >= Math.max(0, bottomRow - highest * height); y--) {
      const x = Math.floor(columnAt((k + 0.5) / samples, y + 0.5));
      if ((mask.data[y * mask.widthPx + x] as number) >= 0.5) return y + 1 - bottomRow;
    }
    return NaN;
  });
  const smooth = smoothProfile(offsets, 1);
  return (position) => profileAt(smooth, position * samples);
}

/** Which row of the garment is seen at a position across it where `row` would be, if `cloth` is measured from the hem there (see `lengthen`). */
export function lengthenAlong(hem: Hem, position: number, row: number, cloth: HemmedCloth, wornEnd: number): number {
  const offset = hem(position);
  return offset + lengthen(row - offset, cloth, wornEnd - offset);
}
