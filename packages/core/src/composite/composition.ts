import { codeFromLinear, fadeLight, linearFromAverage, linearFromCode } from '../image/colour.js';
import type { Rect, RgbaImage, Tensor } from '../image/image.js';
import { createRowSampler } from '../image/row-sampler.js';
import type { GarmentMask } from '../mask/garment-mask.js';
import type { Rim } from '../mask/unmix-rim.js';
import { clampShade, logLuminanceOfCodes } from '../network/network-input.js';
import type { DecoderOutput } from '../ports.js';
import type { Strength } from '../strength.js';
import { strengthAt } from '../strength.js';
import type { MixedCloth } from './cloth-sampler.js';
import { createClothSampler } from './cloth-sampler.js';
import type { NewLight } from './light-new-cloth.js';
import { relight } from './relight.js';

/** A dressed garment, ready to be drawn: `cloth` and its mix are the product's own pixels. */
export interface Layer extends MixedCloth, Strength {
  /** Where it is drawn. */
  readonly mask: GarmentMask;
  readonly rim: Rim;
  /** The canonical crop in photo pixels. */
  readonly crop: Rect;
  /** Of the photo, see `estimateExposure`. */
  readonly exposure: number;
  /** See `ContentInput`. */
  readonly shadeReference: Tensor;
  readonly decoded: DecoderOutput;
  /** Where the product has another shape than what was worn. */
  readonly newLight?: NewLight | undefined;
}

/**
 * `out = P + M (E (a R + (1 - a) C) - F)` at the photo's own resolution, in linear light, for every layer.
 *
 * R is the product's own pixels, sampled once through alignment and flow, relit by `exp(p logL + q)` with the photo's log-luminance
 * at full resolution, as if it were well exposed; C is the generated image; a the blend; E the photo's exposure; F is P but for the rim,
 * where it is the worn garment's colour alone. Below full strength
 * their sum is first faded into P. Where every mask is zero, or the strength, the output is the photo, bit for bit.
 *
 * @param layers whose masks sum to at most 255 at every pixel, so that their order does not matter.
 */
export function compose(photo: RgbaImage, layers: readonly Layer[]): RgbaImage {
  const output: RgbaImage = { ...photo, data: new Uint8ClampedArray(photo.data) };
  for (const layer of layers) drawLayer(output, photo, layer);
  return output;
}

/** Every layer is lit by the photo itself, never by what another layer has drawn. */
function drawLayer({ data }: RgbaImage, photo: RgbaImage, layer: Layer): void {
  const { mask, rim, crop, exposure, decoded } = layer;
  const columns = Float32Array.from({ length: mask.rect.widthPx }, (_, i) => (mask.rect.xPx + i + 0.5 - crop.xPx) / crop.widthPx);
  const flow = createRowSampler(decoded.flow, columns);
  const shading = createRowSampler(decoded.shading, columns);
  const blend = createRowSampler(decoded.alpha, columns);
  const reference = createRowSampler(layer.shadeReference, columns);
  const generated = createRowSampler(linearImage(decoded.image), columns);
  const newGain = layer.newLight && createRowSampler(layer.newLight.gain, columns);
  const newShare = layer.newLight && createRowSampler(layer.newLight.share, columns);
  const sampleCloth = createClothSampler(layer);
  const texel = new Float32Array(3);

  for (let row = 0; row < mask.rect.heightPx; row++) {
    const y = mask.rect.yPx + row;
    const fractionY = (y + 0.5 - crop.yPx) / crop.heightPx;
    flow.moveTo(fractionY);
    shading.moveTo(fractionY);
    blend.moveTo(fractionY);
    reference.moveTo(fractionY);
    generated.moveTo(fractionY);
    newGain?.moveTo(fractionY);
    newShare?.moveTo(fractionY);
    for (let column = 0; column < mask.rect.widthPx; column++) {
      const opacity = (mask.alpha[row * mask.rect.widthPx + column] as number) / 255;
      if (opacity === 0) continue;
      const strength = strengthAt(layer, mask.rect.xPx + column, y);
      if (strength === 0) continue;
      const target = (y * photo.widthPx + mask.rect.xPx + column) * 4;

      // The flow moves the argument of the alignment; the product is sampled once, at the end of the chain.
      sampleCloth((columns[column] as number) + flow.at(0, column), fractionY + flow.at(1, column), texel);
      const inRim = opacity < 1 ? rim.get(target / 4) : undefined;
      const logL = logLuminanceOfCodes(
        inRim?.[0] ?? (photo.data[target] as number),
        inRim?.[1] ?? (photo.data[target + 1] as number),
        inRim?.[2] ?? (photo.data[target + 2] as number),
        exposure,
      );
      const shade = clampShade(logL - reference.at(0, column));
      const gain = shading.at(0, column) * shade + shading.at(1, column);
      const isNew = newShare?.at(0, column) ?? 0;
      relight(texel, isNew > 0 && newGain ? gain + isNew * (newGain.at(0, column) - gain) : gain);
      // Where nothing was worn the network knows of no cloth.
      const a = isNew + (1 - isNew) / (1 + Math.exp(-blend.at(0, column)));
      for (let c = 0; c < 3; c++) {
        const dressed = exposure * (a * (texel[c] as number) + (1 - a) * generated.at(c, column));
        const before = linearFromCode(inRim?.[c as 0 | 1 | 2] ?? (photo.data[target + c] as number));
        const drawn = linearFromCode(data[target + c] as number);
        data[target + c] = codeFromLinear(drawn + opacity * (fadeLight(before, dressed, strength) - before));
      }
    }
  }
}

/** [-1, 1] sRGB-encoded to linear light, once per generated pixel instead of once per photo pixel. */
function linearImage(image: Tensor): Tensor {
  const data = image.data.map((value) => linearFromAverage((value + 1) * 127.5));
  return { shape: image.shape, data };
}
