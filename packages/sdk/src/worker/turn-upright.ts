import type { RgbaImage } from '@stylemap-tryon/core';

/** Turns and mirrors a picture from how it is stored to how it is seen, by its Exif orientation (1 to 8). */
export function turnUpright(image: RgbaImage, orientation: number): RgbaImage {
  if (orientation === 1) return image;
  const { widthPx, heightPx } = image;
  const isOnItsSide = orientation >= 5;
  const [seenWidthPx, seenHeightPx] = isOnItsSide ? [heightPx, widthPx] : [widthPx, heightPx];
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBottom = [3, 4, 6, 7].includes(orientation);
  const stored = new Uint32Array(image.data.buffer, image.data.byteOffset, widthPx * heightPx);
  const seen = new Uint32Array(stored.length);
  for (let y = 0; y < seenHeightPx; y++) {
    for (let x = 0; x < seenWidthPx; x++) {
      const [across, down] = isOnItsSide ? [y, x] : [x, y];
      const storedX = fromRight ? widthPx - 1 - across : across;
      const storedY = fromBottom ? heightPx - 1 - down : down;
      seen[y * seenWidthPx + x] = stored[storedY * widthPx + storedX] as number;
    }
  }
  return { widthPx: seenWidthPx, heightPx: seenHeightPx, data: new Uint8ClampedArray(seen.buffer) };
}
