import { intersectRects } from './image/bounding-box.js';
import type { Rect } from './image/image.js';
import type { GarmentMask } from './mask/garment-mask.js';

/** Strength by place: 0..255 over a rectangle of the photo, none outside of it. A `GarmentMask` is one, so a brushed mask will do. */
export interface StrengthMap {
  /** Whole photo pixels, inside the photo. */
  readonly rect: Rect;
  /** `rect` sized. */
  readonly alpha: Uint8Array;
}

/** How much of a garment is put on. */
export interface Strength {
  /** In [0, 1]. */
  readonly strength: number;
  /** Multiplies `strength` pixel by pixel. */
  readonly strengthMap: StrengthMap | undefined;
}

/** True where nothing of the garment would be seen, so that no network has to run. */
export function isOff({ strength, strengthMap }: Strength): boolean {
  return strength === 0 || strengthMap?.alpha.every((value) => value === 0) === true;
}

/** The garment's mask times its strength map; the mask itself where there is none. */
export function weakenMask(mask: GarmentMask, map: StrengthMap | undefined): GarmentMask {
  if (!map) return mask;
  const { rect } = mask;
  const alpha = new Uint8Array(mask.alpha.length);
  const shared = intersectRects(rect, map.rect);
  for (let y = shared.yPx; y < shared.yPx + shared.heightPx; y++) {
    for (let x = shared.xPx; x < shared.xPx + shared.widthPx; x++) {
      const at = (y - rect.yPx) * rect.widthPx + x - rect.xPx;
      const strength = map.alpha[(y - map.rect.yPx) * map.rect.widthPx + x - map.rect.xPx] as number;
      alpha[at] = Math.round(((mask.alpha[at] as number) * strength) / 255);
    }
  }
  return { rect, alpha };
}

/** Strength at a pixel of the photo, in [0, 1]. */
export function strengthAt({ strength, strengthMap }: Strength, xPx: number, yPx: number): number {
  if (!strengthMap) return strength;
  const { rect, alpha } = strengthMap;
  const column = xPx - rect.xPx;
  const row = yPx - rect.yPx;
  if (column < 0 || row < 0 || column >= rect.widthPx || row >= rect.heightPx) return 0;
  return (strength * (alpha[row * rect.widthPx + column] as number)) / 255;
}
