import type { Plane } from '../../image/image.js';
import { profileAt, smoothProfile } from '../../image/row-runs.js';
import type { HemmedCloth } from './fold.js';
import { lengthen } from './fold.js';

/** Depth of a hem, border or rolled cuff of a lower edge, as a share of the garment's width. */
export const hemOfWidth = 0.2;

/**
 * Rows from a garment's last row down to its lower edge, by position across it, 0 at one side and 1 at the other; negative where it is higher.
 * Beyond the sides it is what it is there.
 */
export type Hem = (position: number) => number;

const samples = 32;
/** An edge farther from the last row than this, in lengths of the garment, is an opening or an arm and no hem. */
const [highest, lowest] = [0.25, 0.06];

/**
 * Follows the lower edge of a mask: shirt tails and the legs of shorts are curved, and one leg may lie higher than the other.
 *
 * @param bottomRow exclusive.
 * @param columnAt where a position across lies in a row.
 */
export function findHem(
  mask: Plane,
  { topRow, bottomRow }: { topRow: number; bottomRow: number },
  columnAt: (position: number, row: number) => number,
): Hem {
  const height = bottomRow - topRow;
  const from = Math.min(mask.heightPx, Math.round(bottomRow + lowest * height));
  const offsets = Float32Array.from({ length: samples }, (_, k) => {
    for (let y = from - 1; y >= bottomRow - highest * height; y--) {
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
  return offset + lengthen(row - offset, cloth, wornEnd);
}
