/**
 * Continues cloth past its end by going back and forth over the last part of it, so that a short garment can cover a long one without
 * being stretched or smeared. Positions up to `end` stay as they are.
 */
export function foldBack(position: number, end: number, spanPx: number): number {
  if (position <= end) return position;
  const phase = (position - end) % (2 * spanPx);
  return end - (phase <= spanPx ? phase : 2 * spanPx - phase);
}

/** A length of cloth that ends in a hem or cuff, in canonical pixels. */
export interface HemmedCloth {
  /** Where the cloth ends. */
  readonly end: number;
  /** Depth of its hem, cuff or border, which is to be seen once and at the end only. */
  readonly hemPx: number;
  /** Length above that which may be repeated: what lies higher has pockets and prints. */
  readonly spanPx: number;
}

/** Cloth that is too short by up to this share of what may be repeated is stretched instead. */
const stretchedShare = 0.3;

/**
 * Where cloth for a position comes from when it has to reach `wornEnd`. Cloth that is a little too short is stretched above and in its hem. What is
 * much too short goes back and forth above its hem an even number of times, so that it never tears, and the hem ends up at the end. Cloth that is
 * long enough stays as it is. Beyond the end is its last thread.
 *
 * @param wornEnd on the scale of the cloth; `Infinity` where the end is out of the picture, and no hem is shown then.
 */
export function lengthen(position: number, { end, hemPx, spanPx }: HemmedCloth, wornEnd: number): number {
  const missing = wornEnd - end;
  const turn = end - hemPx;
  if (missing <= 0) return Math.min(position, end);
  if (missing === Infinity) return foldBack(position, turn, spanPx);
  if (missing <= stretchedShare * spanPx) {
    const from = turn - spanPx;
    return Math.min(end, position <= from ? position : from + ((position - from) * (end - from)) / (wornEnd - from));
  }
  if (position >= turn + missing) return Math.min(end, position - missing);
  const strokes = 2 * Math.ceil(missing / (2 * spanPx));
  return foldBack(position, turn, missing / strokes);
}
