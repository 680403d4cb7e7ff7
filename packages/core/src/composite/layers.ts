import type { WarningCode } from '../errors.js';
import type { GarmentKind } from '../garment-type.js';
import { intersectRects } from '../image/bounding-box.js';
import type { RgbaImage } from '../image/image.js';
import type { GarmentMask } from '../mask/garment-mask.js';
import type { PlannedPiece } from '../outfit.js';
import type { DecoderOutput } from '../ports.js';
import type { PreparedGarment } from '../prepared.js';
import type { PreparedRegion } from '../region/person-region.js';
import { fittingOf } from '../transfer.js';
import type { Cloth } from './cloth-sampler.js';
import type { Layer } from './composition.js';
import { compose } from './composition.js';
import { garmentViewAt } from './garment-view.js';
import { lightNewCloth } from './light-new-cloth.js';

/** What is worn over what, outermost first. */
const outermostFirst: readonly GarmentKind[] = ['outerwear', 'top', 'dress', 'bottom'];

/** What the network says of a piece. */
export interface TransferredPiece {
  readonly region: PreparedRegion;
  readonly decoded: DecoderOutput;
}

/** A piece and the mask of the worn garment it replaces. */
export interface WornPiece {
  readonly piece: PlannedPiece;
  readonly mask: GarmentMask;
  /** Absent where its strength is 0: then it still lies over what is worn below. */
  readonly transferred?: TransferredPiece;
}

/** A garment of which less is seen, as a share of its mask, is wholly under others. */
const smallestVisibleShare = 0.1;

/** Draws an outfit on its photo. @returns `garment-hidden` among the warnings where a piece is wholly under others. */
export function drawOutfit(
  photo: RgbaImage,
  worn: readonly WornPiece[],
): { readonly image: RgbaImage; readonly warnings: readonly WarningCode[] } {
  const visible = visibleMasks(worn.map(({ piece, mask }) => ({ kind: piece.kind, mask })));
  const layers: Layer[] = [];
  const warnings: WarningCode[] = [];
  worn.forEach(({ piece, mask, transferred }, i) => {
    const seen = visible[i] as GarmentMask;
    if (!transferred) return;
    layers.push(layerOf(photo, piece, transferred, seen));
    if (sumOf(seen) < smallestVisibleShare * sumOf(mask)) warnings.push('garment-hidden');
  });
  return { image: compose(photo, layers), warnings };
}

function layerOf(photo: RgbaImage, piece: PlannedPiece, { region, decoded }: TransferredPiece, mask: GarmentMask): Layer {
  const { rim, crop, exposure, shadeReference } = region;
  const { garment, mix, strength, strengthMap } = piece;
  const clothOf = (product: PreparedGarment): Cloth => ({
    view: garmentViewAt(product.image, product.crop, crop.widthPx),
    alignment: fittingOf(product, region).alignment,
  });
  const mixed = mix && { cloth: clothOf(mix.garment), amount: mix.amount };
  const newLight = region.newCloth && lightNewCloth(photo, crop, exposure, shadeReference, decoded, region.newCloth);
  const lit = { exposure, shadeReference, decoded, newLight };
  return { mask, rim, crop, ...lit, cloth: clothOf(garment), mix: mixed, strength, strengthMap };
}

function sumOf({ alpha }: GarmentMask): number {
  return alpha.reduce((sum, value) => sum + value, 0);
}

/**
 * The part of each mask that is seen: at every pixel the outermost garment takes its own, and each one below what is left. Soft edges that
 * meet, as those of a top and trousers do, are taken for the two sides of one boundary: the old garments do not show through the seam.
 *
 * @returns in the order given; at no pixel do they sum to more than 255.
 */
export function visibleMasks(
  worn: readonly { readonly kind: GarmentKind; readonly mask: GarmentMask }[],
): readonly GarmentMask[] {
  const outwardIn = [...worn].sort((a, b) => outermostFirst.indexOf(a.kind) - outermostFirst.indexOf(b.kind));
  const visible: GarmentMask[] = [];
  for (const { mask } of outwardIn) visible.push(below(visible, mask));
  return worn.map((piece) => visible[outwardIn.indexOf(piece)] as GarmentMask);
}

/** What is left of a mask under others. */
function below(above: readonly GarmentMask[], mask: GarmentMask): GarmentMask {
  if (above.length === 0) return mask;
  const { rect } = mask;
  const left = new Uint8Array(mask.alpha.length).fill(255);
  for (const { rect: over, alpha } of above) {
    const shared = intersectRects(rect, over);
    for (let y = shared.yPx; y < shared.yPx + shared.heightPx; y++) {
      for (let x = shared.xPx; x < shared.xPx + shared.widthPx; x++) {
        const at = (y - rect.yPx) * rect.widthPx + x - rect.xPx;
        left[at] = (left[at] as number) - (alpha[(y - over.yPx) * over.widthPx + x - over.xPx] as number);
      }
    }
  }
  return { rect, alpha: mask.alpha.map((value, at) => Math.min(value, left[at] as number)) };
}
