import type { AlignmentMap } from './alignment/align.js';
import { codeFromLinear, linearFromCode, linearFromSrgb } from './colour.js';
import type { Rect, RgbaImage, Tensor } from './image.js';
import type { GarmentMask } from './mask/garment-mask.js';
import { clampShade, logLuminanceOfCodes } from './network-input.js';
import type { DecoderOutput } from './ports.js';
import { createRowSampler } from './row-sampler.js';
import { createSampler } from './sampler.js';

export interface Composition {
  readonly photo: RgbaImage;
  readonly mask: GarmentMask;
  /** The canonical crop in photo pixels. */
  readonly crop: Rect;
  readonly meanLogLuminance: number;
  /** The product's pixels and its canonical crop, in pixels of that image. */
  readonly garment: RgbaImage;
  readonly garmentCrop: Rect;
  readonly alignment: AlignmentMap;
  readonly decoded: DecoderOutput;
  /** Share of the result over the photo, in [0, 1]. */
  readonly strength: number;
}

/**
 * `out = M (a R + (1 - a) C) + (1 - M) P` at the photo's own resolution, in linear light.
 *
 * R is the product's own pixels, sampled once through alignment and flow, relit by `exp(p logL + q)` with the photo's log-luminance at full
 * resolution; C is the generated image; a the blend. Where the mask is zero the output is the photo, bit for bit.
 */
export function compose(composition: Composition): RgbaImage {
  const { photo, mask, crop, strength, garmentCrop } = composition;
  const data = new Uint8ClampedArray(photo.data);
  const output: RgbaImage = { widthPx: photo.widthPx, heightPx: photo.heightPx, data };
  if (strength === 0) return output;

  const columns = Float32Array.from({ length: mask.rect.widthPx }, (_, i) => (mask.rect.xPx + i + 0.5 - crop.xPx) / crop.widthPx);
  const { alignment, decoded } = composition;
  // Flow moves the alignment's argument, so the map is read where the flow points and cannot use the row sampler.
  const flow = createRowSampler(decoded.flow, columns);
  const shading = createRowSampler(decoded.shading, columns);
  const blend = createRowSampler(decoded.alpha, columns);
  const generated = createRowSampler(linearImage(decoded.image), columns);
  const mapX = createSampler(alignment.x);
  const mapY = createSampler(alignment.y);
  const product = createProductSampler(composition.garment);
  const texel = new Float32Array(3);

  for (let row = 0; row < mask.rect.heightPx; row++) {
    const y = mask.rect.yPx + row;
    const fractionY = (y + 0.5 - crop.yPx) / crop.heightPx;
    for (const sampler of [flow, shading, blend, generated]) sampler.moveTo(fractionY);
    for (let column = 0; column < mask.rect.widthPx; column++) {
      const opacity = ((mask.alpha[row * mask.rect.widthPx + column] as number) / 255) * strength;
      if (opacity === 0) continue;
      const target = (y * photo.widthPx + mask.rect.xPx + column) * 4;
      const red = photo.data[target] as number;
      const green = photo.data[target + 1] as number;
      const blue = photo.data[target + 2] as number;

      const atX = (columns[column] as number) + flow.at(0, column);
      const atY = fractionY + flow.at(1, column);
      product(
        garmentCrop.xPx + mapX(atX, atY) * garmentCrop.widthPx,
        garmentCrop.yPx + mapY(atX, atY) * garmentCrop.heightPx,
        texel,
      );
      const shade = clampShade(logLuminanceOfCodes(red, green, blue) - composition.meanLogLuminance);
      const gain = Math.exp(shading.at(0, column) * shade + shading.at(1, column));
      const a = 1 / (1 + Math.exp(-blend.at(0, column)));
      const mix = (channel: 0 | 1 | 2, code: number) => {
        const relit = Math.min(1, (texel[channel] as number) * gain);
        const dressed = a * relit + (1 - a) * generated.at(channel, column);
        const before = linearFromCode(code);
        data[target + channel] = codeFromLinear(before + opacity * (dressed - before));
      };
      mix(0, red);
      mix(1, green);
      mix(2, blue);
    }
  }
  return output;
}

/** [-1, 1] sRGB-encoded to linear light, once per latent pixel instead of once per photo pixel. */
function linearImage(image: Tensor): Tensor {
  const data = image.data.map((value) => linearFromSrgb(Math.min(1, Math.max(0, (value + 1) / 2))));
  return { shape: image.shape, data };
}

/**
 * Catmull-Rom sampling of the product in linear light, clamped to its four nearest pixels: prints stay sharp when enlarged, without a halo.
 */
function createProductSampler(image: RgbaImage): (xPx: number, yPx: number, out: Float32Array) => void {
  const { widthPx, heightPx, data } = image;
  const weightsX = new Float32Array(4);
  const weightsY = new Float32Array(4);
  return (xPx, yPx, out) => {
    const x = Math.min(Math.max(xPx - 0.5, 0), widthPx - 1);
    const y = Math.min(Math.max(yPx - 0.5, 0), heightPx - 1);
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    catmullRom(x - x0, weightsX);
    catmullRom(y - y0, weightsY);
    for (let channel = 0; channel < 3; channel++) {
      let sum = 0;
      let low = 1;
      let high = 0;
      for (let j = 0; j < 4; j++) {
        const rowStart = Math.min(heightPx - 1, Math.max(0, y0 + j - 1)) * widthPx;
        for (let i = 0; i < 4; i++) {
          const column = Math.min(widthPx - 1, Math.max(0, x0 + i - 1));
          const value = linearFromCode(data[(rowStart + column) * 4 + channel] as number);
          sum += (weightsX[i] as number) * (weightsY[j] as number) * value;
          if ((i === 1 || i === 2) && (j === 1 || j === 2)) {
            if (value < low) low = value;
            if (value > high) high = value;
          }
        }
      }
      out[channel] = Math.min(high, Math.max(low, sum));
    }
  };
}

function catmullRom(t: number, weights: Float32Array): void {
  const t2 = t * t;
  const t3 = t2 * t;
  weights[0] = -0.5 * t3 + t2 - 0.5 * t;
  weights[1] = 1.5 * t3 - 2.5 * t2 + 1;
  weights[2] = -1.5 * t3 + 2 * t2 + 0.5 * t;
  weights[3] = 0.5 * t3 - 0.5 * t2;
}
