import { intersectRects } from './bounding-box.js';
import type { Rect, RgbaImage } from './image.js';

/** Quarter turns clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** A part of a photo, set upright. Its own frame has the part's corner as origin, after the turn. */
export interface View {
  /** Whole photo pixels, inside the photo. */
  readonly rect: Rect;
  /** That turn the photo's pixels into the view's. */
  readonly quarterTurns: QuarterTurns;
}

/** A byte for each pixel of a rectangle, zero outside of it. */
export interface Patch {
  /** Whole pixels. */
  readonly rect: Rect;
  /** `rect` sized, row-major. */
  readonly alpha: Uint8Array;
}

/** What a view shows; the photo itself where that is all of it. */
export function lookThrough(photo: RgbaImage, { rect, quarterTurns }: View): RgbaImage {
  const { widthPx, heightPx } = photo;
  if (quarterTurns === 0 && rect.widthPx === widthPx && rect.heightPx === heightPx) return photo;
  const data = new Uint8ClampedArray(cut(pixelsOf(photo), photo, rect).buffer);
  return turnImage({ ...rect, data }, quarterTurns);
}

/** A picture turned clockwise. */
export function turnImage(image: RgbaImage, turns: QuarterTurns): RgbaImage {
  return { ...turnedSize(image, turns), data: new Uint8ClampedArray(turn(pixelsOf(image), image, turns).buffer) };
}

/** The photo with a picture in place of what the view shows of it. */
export function putBack(photo: RgbaImage, { rect, quarterTurns }: View, picture: RgbaImage): RgbaImage {
  if (lookThrough(photo, { rect, quarterTurns }) === photo) return picture;
  const part = turn(pixelsOf(picture), picture, back(quarterTurns));
  const whole = { ...photo, data: new Uint8ClampedArray(photo.data) };
  const pixels = pixelsOf(whole);
  for (let row = 0; row < rect.heightPx; row++) {
    const from = part.subarray(row * rect.widthPx, (row + 1) * rect.widthPx);
    pixels.set(from, (rect.yPx + row) * photo.widthPx + rect.xPx);
  }
  return whole;
}

/** A patch of the view's pixels in those of the photo. */
export function patchToPhoto({ rect, alpha }: Patch, view: View): Patch {
  const turnsBack = back(view.quarterTurns);
  const size = turnedSize(view.rect, view.quarterTurns);
  const { xPx, yPx, widthPx, heightPx } = turnRect(rect, size, turnsBack);
  const placed = { xPx: xPx + view.rect.xPx, yPx: yPx + view.rect.yPx, widthPx, heightPx };
  return { rect: placed, alpha: turn(alpha, rect, turnsBack) };
}

/** A patch of the photo's pixels in those of the view; what lies outside of the view is cut off. */
export function patchToView({ rect, alpha }: Patch, view: View): Patch {
  const shared = intersectRects(rect, view.rect);
  const part = cut(alpha, rect, { ...shared, xPx: shared.xPx - rect.xPx, yPx: shared.yPx - rect.yPx });
  const inPart = { ...shared, xPx: shared.xPx - view.rect.xPx, yPx: shared.yPx - view.rect.yPx };
  return { rect: turnRect(inPart, view.rect, view.quarterTurns), alpha: turn(part, shared, view.quarterTurns) };
}

/** A point of the view, in the photo. */
export function pointToPhoto({ xPx, yPx }: Position, { rect, quarterTurns }: View): Position {
  const size = turnedSize(rect, quarterTurns);
  const turned = turnRect({ xPx, yPx, widthPx: 0, heightPx: 0 }, size, back(quarterTurns));
  return { xPx: turned.xPx + rect.xPx, yPx: turned.yPx + rect.yPx };
}

type Position = Readonly<Record<'xPx' | 'yPx', number>>;
type Size = Readonly<Record<'widthPx' | 'heightPx', number>>;
type Pixels = Uint8Array | Uint32Array;

const pixelsOf = ({ data, widthPx, heightPx }: RgbaImage) => new Uint32Array(data.buffer, data.byteOffset, widthPx * heightPx);

const back = (turns: QuarterTurns) => ((4 - turns) % 4) as QuarterTurns;

function turnedSize({ widthPx, heightPx }: Size, turns: QuarterTurns): Size {
  return turns % 2 === 0 ? { widthPx, heightPx } : { widthPx: heightPx, heightPx: widthPx };
}

/** @param size of the picture that is turned. */
function turnRect(rect: Rect, size: Size, turns: QuarterTurns): Rect {
  const right = size.widthPx - rect.xPx - rect.widthPx;
  const bottom = size.heightPx - rect.yPx - rect.heightPx;
  const [xPx, yPx] = (
    [
      [rect.xPx, rect.yPx],
      [bottom, rect.xPx],
      [right, bottom],
      [rect.yPx, right],
    ] as const
  )[turns];
  return { xPx, yPx, ...turnedSize(rect, turns) };
}

function cut<T extends Pixels>(pixels: T, { widthPx }: Size, rect: Rect): T {
  const part = emptyLike(pixels, rect.widthPx * rect.heightPx);
  for (let row = 0; row < rect.heightPx; row++) {
    const from = (rect.yPx + row) * widthPx + rect.xPx;
    part.set(pixels.subarray(from, from + rect.widthPx), row * rect.widthPx);
  }
  return part;
}

function turn<T extends Pixels>(pixels: T, { widthPx, heightPx }: Size, turns: QuarterTurns): T {
  const turned = emptyLike(pixels, pixels.length);
  // Where the first pixel goes, and how far apart neighbours of a row and of a column come to lie.
  const [start, alongRow, alongColumn] = (
    [
      [0, 1, widthPx],
      [heightPx - 1, heightPx, -1],
      [widthPx * heightPx - 1, -1, -widthPx],
      [(widthPx - 1) * heightPx, -heightPx, 1],
    ] as const
  )[turns];
  for (let y = 0, i = 0; y < heightPx; y++) {
    for (let x = 0, to = start + y * alongColumn; x < widthPx; x++, to += alongRow) turned[to] = pixels[i++] as number;
  }
  return turned;
}

function emptyLike<T extends Pixels>(pixels: T, length: number): T {
  return (pixels instanceof Uint32Array ? new Uint32Array(length) : new Uint8Array(length)) as T;
}
