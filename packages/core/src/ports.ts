import type { RgbaImage, Tensor } from './image/image.js';
import type { JointMaps } from './locate/joint-maps.js';

/** What the parser tells apart, in the order of its output channels. */
export const clothingClasses = [
  'background',
  'hair',
  'skin',
  'top',
  'outerwear',
  'bottom',
  'dress',
  'footwear',
  'accessory',
] as const;

export type ClothingClass = (typeof clothingClasses)[number];

/** Side of the square the parser sees; a photo or crop is stretched to it, as MediaPipe does. */
export const parserSizePx = 256;

/** Side of the canonical square crop the StyleMapGAN sees. */
export const canonicalSizePx = 256;

/** Per-class confidences over the image that was given, `[9, 256, 256]`, each pixel summing to 1. */
export interface ClassConfidences {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Channel-major: class `c` starts at `c * widthPx * heightPx`. */
  readonly data: Float32Array;
}

/** Answers about a picture of a product, each in [0, 1]: what it is, how long its sleeves are, and so on. Of a shopper's photo they mean nothing. */
export type ProductScores = Float32Array;

export const productScoresLength = 16;

/** What the parser says of a picture, in one pass: what is where, where the joints of the person are, and what the product is if it is one. */
export interface ParserAnswer extends ClassConfidences {
  readonly jointMaps: JointMaps;
  readonly productScores: ProductScores;
}

/** The clothing parser. Adapters: MediaPipe (browser), onnxruntime (Node, browsers without WebGL), fakes (tests). */
export interface Segmenter {
  /** @param image `parserSizePx` square, opaque. The caller keeps it; the answer is the caller's. */
  segment(image: RgbaImage): Promise<ParserAnswer>;
  dispose(): void;
}

/** Decoder grids, from coarse to fine: the sides of the skips and of the stylemap's levels. */
export const latentSizesPx = [8, 16, 32, 64, 128] as const;

export type LatentSizePx = (typeof latentSizesPx)[number];

/** One tensor per grid, `[1, C, S, S]`. */
export type LatentPyramid = Readonly<Record<LatentSizePx, Tensor>>;

/** Structure of the photo inside the crop; made once per photo and garment region. */
export type ContentFeatures = LatentPyramid;

/** Style of a garment in the canonical frame: the spatial latent at every level (w+ of StyleMapGAN). */
export type Stylemap = LatentPyramid;

export interface DecoderOutput {
  /** `[1, 2, 64, 64]`, (dx, dy) as a fraction of the crop: where to sample the aligned garment. */
  readonly flow: Tensor;
  /** `[1, 2, 64, 64]`, (p, q) of the local affine shading `exp(p * logL + q)`. */
  readonly shading: Tensor;
  /** `[1, 3, 256, 256]`, generated garment, sRGB-encoded in [-1, 1]. */
  readonly image: Tensor;
  /** `[1, 1, 256, 256]`, logit of the weight of the warped product against the generated image. */
  readonly alpha: Tensor;
}

/** The StyleMapGAN's three graphs. Adapters: onnxruntime (WebGPU, wasm), fakes (tests). Calls are made one at a time. */
export interface StylemapNetwork {
  /** @param content `[1, 8, 256, 256]`, see `createContentInput` for the channels. */
  encodeContent(content: Tensor): Promise<ContentFeatures>;
  /** @param style `[1, 4, 256, 256]`, see `createStyleInput`. */
  encodeStyle(style: Tensor): Promise<Stylemap>;
  decode(content: ContentFeatures, stylemap: Stylemap): Promise<DecoderOutput>;
  dispose(): void;
}
