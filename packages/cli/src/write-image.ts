import sharp from 'sharp';
import type { RgbaImage } from '@stylemap-tryon/core';

/** What the file name may end with. PNG keeps the pixels outside the garment bit for bit. */
export const outputFormats = ['.png', '.jpg', '.jpeg', '.webp'] as const;

const lossyQuality = 92;

/** Encodes by the file name's ending; an opaque picture is written without an alpha channel. */
export async function writeImage(path: string, image: RgbaImage): Promise<void> {
  const { data, widthPx, heightPx } = image;
  const raw = { width: widthPx, height: heightPx, channels: 4 } as const;
  const pixels = sharp(new Uint8Array(data.buffer, data.byteOffset, data.length), { raw });
  const picture = isOpaque(data) ? pixels.removeAlpha() : pixels;
  const ending = path.toLowerCase().slice(path.lastIndexOf('.'));
  switch (ending) {
    case '.jpg':
    case '.jpeg':
      await picture.flatten({ background: 'white' }).jpeg({ quality: lossyQuality }).toFile(path);
      return;
    case '.webp':
      await picture.webp({ quality: lossyQuality }).toFile(path);
      return;
    default:
      await picture.png().toFile(path);
  }
}

function isOpaque(data: Uint8ClampedArray): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return false;
  return true;
}
