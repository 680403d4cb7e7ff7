import type { RgbaImage } from '../image/image.js';
import type { ClothingClass } from '../ports.js';
import type { Colour } from './fake-segmenter.js';

/** Flat colours that `createColourSegmenter` reads back as classes. */
export const drawnPalette = {
  background: [240, 240, 235],
  hair: [60, 40, 20],
  skin: [224, 172, 138],
  top: [90, 120, 200],
  bottom: [40, 50, 60],
  footwear: [150, 20, 20],
} as const satisfies Partial<Record<ClothingClass, Colour>>;

type Box = readonly [left: number, top: number, right: number, bottom: number];

function paint(image: RgbaImage, box: Box, colour: Colour, alpha = 255): void {
  const [left, top, right, bottom] = box;
  for (let y = Math.round(top * image.heightPx); y < Math.round(bottom * image.heightPx); y++) {
    for (let x = Math.round(left * image.widthPx); x < Math.round(right * image.widthPx); x++) {
      image.data.set([...colour, alpha], (y * image.widthPx + x) * 4);
    }
  }
}

function blank(widthPx: number, heightPx: number): RgbaImage {
  return { widthPx, heightPx, data: new Uint8ClampedArray(widthPx * heightPx * 4) };
}

/** A shopper of rectangles: short-sleeved top, trousers, bare forearms. */
export function drawShopper(widthPx = 240, heightPx = 320): RgbaImage {
  const image = blank(widthPx, heightPx);
  paint(image, [0, 0, 1, 1], drawnPalette.background);
  paint(image, [0.42, 0.05, 0.58, 0.1], drawnPalette.hair);
  paint(image, [0.43, 0.1, 0.57, 0.22], drawnPalette.skin);
  paint(image, [0.22, 0.22, 0.78, 0.4], drawnPalette.top);
  paint(image, [0.33, 0.22, 0.67, 0.58], drawnPalette.top);
  paint(image, [0.22, 0.4, 0.31, 0.6], drawnPalette.skin);
  paint(image, [0.69, 0.4, 0.78, 0.6], drawnPalette.skin);
  paint(image, [0.34, 0.58, 0.48, 0.93], drawnPalette.bottom);
  paint(image, [0.52, 0.58, 0.66, 0.93], drawnPalette.bottom);
  paint(image, [0.34, 0.58, 0.66, 0.68], drawnPalette.bottom);
  paint(image, [0.32, 0.93, 0.48, 0.97], drawnPalette.footwear);
  paint(image, [0.52, 0.93, 0.68, 0.97], drawnPalette.footwear);
  return image;
}

/** A shirt of rectangles on transparent ground, with one block of print on the chest. */
export function drawShirt(cloth: Colour, print: Colour, sizePx = 200): RgbaImage {
  const image = blank(sizePx, sizePx);
  paint(image, [0.08, 0.1, 0.92, 0.38], cloth);
  paint(image, [0.25, 0.1, 0.75, 0.9], cloth);
  paint(image, [0.4, 0.3, 0.6, 0.45], print);
  return image;
}

/** Trousers of rectangles on transparent ground. */
export function drawTrousers(cloth: Colour, sizePx = 200): RgbaImage {
  const image = blank(sizePx, sizePx);
  paint(image, [0.3, 0.05, 0.7, 0.3], cloth);
  paint(image, [0.3, 0.3, 0.47, 0.95], cloth);
  paint(image, [0.53, 0.3, 0.7, 0.95], cloth);
  return image;
}

/** Nobody in sight. */
export function drawEmptyRoom(widthPx = 240, heightPx = 320): RgbaImage {
  const image = blank(widthPx, heightPx);
  paint(image, [0, 0, 1, 1], drawnPalette.background);
  return image;
}
