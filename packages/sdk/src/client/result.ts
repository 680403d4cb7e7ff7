import { TryOnError, type GarmentKind, type WarningCode } from '@stylemap-tryon/core';
import type { EditableMask } from '../shared/editable-mask.js';
import type { Receipt } from '../shared/engine-info.js';
import type { DressReply } from '../shared/protocol.js';

export interface BlobOptions {
  /** Default `image/png`, which keeps the pixels outside the garment bit for bit. */
  readonly type?: 'image/png' | 'image/jpeg' | 'image/webp' | undefined;
  /** 0..1, for JPEG and WebP. Default: the browser's. */
  readonly quality?: number | undefined;
}

export interface TryOnResult {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The photo's size, sRGB; equal to the photo outside the garment. The caller may change it: `toBlob` follows. */
  readonly imageData: ImageData;
  /** Where it is zero, and outside its rectangle, the picture is the photo, bit for bit. Can be brushed and given to `setMask`. */
  readonly mask: EditableMask;
  readonly kind: GarmentKind;
  readonly warnings: readonly WarningCode[];
  readonly receipt: Receipt;
  /** Encodes the picture as a file. */
  toBlob(options?: BlobOptions): Promise<Blob>;
}

export function createResult({ image, mask, kind, warnings, receipt }: DressReply): TryOnResult {
  const { widthPx, heightPx } = image;
  const imageData = new ImageData(image.data as Uint8ClampedArray<ArrayBuffer>, widthPx, heightPx);
  return {
    widthPx,
    heightPx,
    imageData,
    mask,
    kind,
    warnings,
    receipt,
    toBlob: (options) => encode(imageData, options),
  };
}

async function encode(imageData: ImageData, { type = 'image/png', quality }: BlobOptions = {}): Promise<Blob> {
  try {
    const canvas = new OffscreenCanvas(imageData.width, imageData.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas of this size');
    context.putImageData(imageData, 0, 0);
    return await canvas.convertToBlob({ type, ...(quality !== undefined && { quality }) });
  } catch (cause) {
    throw new TryOnError('out-of-memory', 'Not enough memory to encode the picture.', undefined, { cause });
  }
}
