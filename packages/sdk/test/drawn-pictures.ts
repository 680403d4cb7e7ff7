import type { RgbaImage } from '@stylemap-tryon/core';
import type { Colour } from '@stylemap-tryon/core/testing';

/** Colours by which the fake segmenter tells the classes of a drawn picture. */
export const palette = {
  background: [200, 200, 200],
  hair: [60, 40, 20],
  skin: [230, 180, 150],
  top: [180, 30, 30],
  bottom: [30, 30, 120],
} as const satisfies Record<string, Colour>;

type Box = readonly [leftPx: number, topPx: number, rightPx: number, bottomPx: number, colour: Colour];

/** A standing figure: head, top with sleeves, trousers. */
export function drawPerson(): RgbaImage {
  return draw(128, 192, palette.background, [
    [54, 10, 74, 20, palette.hair],
    [54, 20, 74, 40, palette.skin],
    [40, 40, 88, 110, palette.top],
    [28, 42, 40, 90, palette.top],
    [88, 42, 100, 90, palette.top],
    [42, 110, 86, 185, palette.bottom],
  ]);
}

/** A shirt on white. */
export function drawProduct(): RgbaImage {
  return draw(
    128,
    128,
    [255, 255, 255],
    [
      [34, 16, 94, 112, [20, 120, 60]],
      [14, 20, 34, 60, [20, 120, 60]],
      [94, 20, 114, 60, [20, 120, 60]],
    ],
  );
}

export function drawBlank(widthPx: number, heightPx: number): RgbaImage {
  return draw(widthPx, heightPx, palette.background, []);
}

function draw(widthPx: number, heightPx: number, ground: Colour, boxes: readonly Box[]): RgbaImage {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let i = 0; i < widthPx * heightPx; i++) {
    const [xPx, yPx] = [i % widthPx, Math.floor(i / widthPx)];
    const box = boxes.find(([left, top, right, bottom]) => xPx >= left && xPx < right && yPx >= top && yPx < bottom);
    data.set([...(box?.[4] ?? ground), 255], i * 4);
  }
  return { widthPx, heightPx, data };
}
