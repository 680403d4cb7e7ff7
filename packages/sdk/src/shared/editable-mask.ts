import type { GarmentKind } from '@stylemap-tryon/core';

/** The mask of a worn garment as data: what a brush paints on. Outside its rectangle the mask is zero. */
export interface EditableMask {
  /** The garment that is replaced: a later product of this kind is dressed on the mask. */
  readonly kind: GarmentKind;
  /** Place of the rectangle in the upright photo, in whole photo pixels. */
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Opacity of the new garment, 0..255, row by row; length `widthPx * heightPx`. */
  readonly alpha: Uint8Array;
}
