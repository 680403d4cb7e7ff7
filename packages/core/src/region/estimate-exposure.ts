import { linearFromCode, luminance } from '../image/colour.js';
import type { RgbaImage } from '../image/image.js';
import { sumOfClasses } from '../mask/class-confidences.js';
import type { ClassConfidences } from '../ports.js';

/** Luminance that the brightest fiftieth of a well exposed photo reaches: the median of 98 street photos. */
const whiteLuminance = 0.91;
/** Luminance of the lit side of skin: the lightest skin under the light of a photo that is exposed for it. */
const skinLuminance = 0.65;
const sureSkin = 0.8;
/** Skin pixels, of those of the parser's grid, that show how it is lit. */
const smallestSkinPx = 100;
/** Photos whose whites are a little dark are taken for dark scenes as much as for dark photos, down to this exposure. */
const ordinaryFrom = 0.6;

/**
 * How much darker a photo is than the camera of a product photo would have taken it: 1 for a well exposed one, 0.5 for one with half of the light. Nothing
 * reflects more than white, so the brightest part tells how much light there is at least; so does skin, which is never quite white.
 */
export function estimateExposure(photo: RgbaImage, confidences: ClassConfidences): number {
  const { widthPx, heightPx } = confidences;
  const skin = sumOfClasses(confidences, ['skin']).data;
  const all = new Float32Array(skin.length);
  for (let i = 0; i < all.length; i++) {
    const x = Math.floor((((i % widthPx) + 0.5) / widthPx) * photo.widthPx);
    const y = Math.floor(((Math.floor(i / widthPx) + 0.5) / heightPx) * photo.heightPx);
    const at = 4 * (y * photo.widthPx + x);
    const [red, green, blue] = [photo.data[at] as number, photo.data[at + 1] as number, photo.data[at + 2] as number];
    all[i] = luminance(linearFromCode(red), linearFromCode(green), linearFromCode(blue));
  }
  const lit = all.filter((_, i) => (skin[i] as number) >= sureSkin);
  const white = quantile(all, 0.98) / whiteLuminance;
  const seen = lit.length < smallestSkinPx ? white : Math.max(white, quantile(lit, 0.9) / skinLuminance);
  if (seen >= 1) return 1;
  return seen >= ordinaryFrom ? Math.sqrt(seen) : Math.max(darkest, seen / Math.sqrt(ordinaryFrom));
}

/** Darker photos are black. */
const darkest = 0.01;

function quantile(values: Float32Array, share: number): number {
  return values.slice().sort()[Math.floor(share * (values.length - 1))] as number;
}
