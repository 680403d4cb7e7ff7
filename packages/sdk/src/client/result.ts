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

/** A photo with any number of garments changed. */
export interface OutfitResult {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The photo's size, sRGB; equal to the photo outside the garments. The caller may change it: `toBlob` follows. */
  readonly imageData: ImageData;
  /**
   * One for each garment, in the order in which they were given. Where all of them are zero, and outside their rectangles, the picture is the
   * photo, bit for bit. Each is a whole garment, even where another lies over it, and can be brushed and given to `setMask`.
   */
  readonly masks: readonly EditableMask[];
  readonly warnings: readonly WarningCode[];
  readonly receipt: Receipt;
  /** Encodes the picture as a file, which says inside (XMP, IPTC) that a trained model had a part in it. */
  toBlob(options?: BlobOptions): Promise<Blob>;
}

/** An outfit of one garment. */
export interface TryOnResult extends OutfitResult {
  /** The only one of `masks`. */
  readonly mask: EditableMask;
  /** Of the worn garment that was replaced. */
  readonly kind: GarmentKind;
}

export function createOutfitResult({ image, masks, warnings, receipt }: DressReply): OutfitResult {
  // By the time that a file is wanted the connection may be gone.
  importMark().catch(() => undefined);
  const { widthPx, heightPx } = image;
  const imageData = new ImageData(image.data as Uint8ClampedArray<ArrayBuffer>, widthPx, heightPx);
  return { widthPx, heightPx, imageData, masks, warnings, receipt, toBlob: (options) => encode(imageData, options) };
}

export function createResult(reply: DressReply): TryOnResult {
  const mask = reply.masks[0];
  if (!mask) throw new TryOnError('internal', 'The result has no mask.');
  return { ...createOutfitResult(reply), mask, kind: mask.kind };
}

/** Few results become files. */
const importMark = () => import('./mark.js');

/** A JPEG, PNG or WebP of one's own making that says inside, as `toBlob()` does, that a trained model had a part in it. */
export async function markAsGenerated(file: Blob): Promise<Blob> {
  const { markAsComposite } = await importMark();
  const marked = markAsComposite(new Uint8Array(await file.arrayBuffer()));
  return new Blob([marked as Uint8Array<ArrayBuffer>], { type: file.type });
}

async function encode(imageData: ImageData, { type = 'image/png', quality }: BlobOptions = {}): Promise<Blob> {
  try {
    const canvas = new OffscreenCanvas(imageData.width, imageData.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas of this size');
    context.putImageData(imageData, 0, 0);
    return await markAsGenerated(await canvas.convertToBlob({ type, ...(quality !== undefined && { quality }) }));
  } catch (cause) {
    throw new TryOnError('out-of-memory', 'Not enough memory to encode the picture.', undefined, { cause });
  }
}
