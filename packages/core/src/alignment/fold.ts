/**
 * Continues cloth past its end by going back and forth over the last part of it, so that a short garment can cover a long one without
 * being stretched or smeared. Positions up to `end` stay as they are.
 */
export function foldBack(position: number, end: number, spanPx: number): number {
  if (position <= end) return position;
  const phase = (position - end) % (2 * spanPx);
  return end - (phase <= spanPx ? phase : 2 * spanPx - phase);
}
