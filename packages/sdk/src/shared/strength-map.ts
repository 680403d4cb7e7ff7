/** Strength by place: a rectangle of the photo with one byte a pixel. Outside of it the strength is zero. */
export interface StrengthMap {
  /** Place of the rectangle in the upright photo, in whole photo pixels. */
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** 0 keeps the photo, 255 is the whole of `strength`; row by row, length `widthPx * heightPx`. */
  readonly alpha: Uint8Array;
}
