import { describe, expect, it } from 'vitest';
import type { RgbaImage } from './image.js';
import type { View } from './view.js';
import { lookThrough, patchToPhoto, patchToView, putBack } from './view.js';

/** Every pixel tells where it is. */
const numbered = (widthPx: number, heightPx: number): RgbaImage => ({
  widthPx,
  heightPx,
  data: Uint8ClampedArray.from(
    { length: widthPx * heightPx * 4 },
    (_, i) => [(i >> 2) % widthPx, Math.floor((i >> 2) / widthPx), 7, 255][i % 4] as number,
  ),
});
const at = ({ widthPx, data }: RgbaImage, x: number, y: number) =>
  Array.from(data.subarray((y * widthPx + x) * 4, (y * widthPx + x) * 4 + 2));

const photo = numbered(7, 5);
const rect = { xPx: 1, yPx: 2, widthPx: 4, heightPx: 3 };
const views: View[] = ([0, 1, 2, 3] as const).map((quarterTurns) => ({ rect, quarterTurns }));

describe('a view of a photo', () => {
  it('is the photo itself where it shows all of it as it is', () => {
    const whole = { xPx: 0, yPx: 0, widthPx: 7, heightPx: 5 };
    expect(lookThrough(photo, { rect: whole, quarterTurns: 0 })).toBe(photo);
    expect(putBack(photo, { rect: whole, quarterTurns: 0 }, photo)).toBe(photo);
  });

  it.each([
    [0, 4, 3, [1, 2]],
    [1, 3, 4, [1, 4]],
    [2, 4, 3, [4, 4]],
    [3, 3, 4, [4, 2]],
  ] as const)(
    'turned clockwise %i times is %i x %i, and shows the pixel at its upper left',
    (turns, widthPx, heightPx, corner) => {
      const seen = lookThrough(photo, { rect, quarterTurns: turns });
      expect(seen).toMatchObject({ widthPx, heightPx });
      expect(at(seen, 0, 0)).toEqual(corner);
    },
  );

  it.each(views)('goes back to where it was: $quarterTurns', (view) => {
    expect(putBack(photo, view, lookThrough(photo, view)).data).toEqual(photo.data);
    const white = { ...lookThrough(photo, view), data: new Uint8ClampedArray(4 * 12).fill(255) };
    const painted = putBack(photo, view, white);
    for (let y = 0; y < 5; y++) {
      for (let x = 0; x < 7; x++) {
        const inside = x >= 1 && x < 5 && y >= 2;
        expect(at(painted, x, y)).toEqual(inside ? [255, 255] : [x, y]);
      }
    }
  });

  it.each(views)('has patches that show the same pixels as the photo has them: $quarterTurns', (view) => {
    const alpha = Uint8Array.from({ length: 6 }, (_, i) => 40 * (i + 1));
    const patch = { rect: { xPx: 2, yPx: 2, widthPx: 2, heightPx: 3 }, alpha };
    const inView = patchToView(patch, view);
    const seen = lookThrough(photo, view);
    for (let y = 0; y < inView.rect.heightPx; y++) {
      for (let x = 0; x < inView.rect.widthPx; x++) {
        const [photoX, photoY] = at(seen, inView.rect.xPx + x, inView.rect.yPx + y) as [number, number];
        expect(inView.alpha[y * inView.rect.widthPx + x]).toBe(alpha[(photoY - 2) * 2 + photoX - 2]);
      }
    }
    expect(patchToPhoto(inView, view)).toEqual(patch);
  });

  it('cuts off of a patch what it does not show', () => {
    const view: View = { rect, quarterTurns: 1 };
    const patch = { rect: { xPx: 4, yPx: 0, widthPx: 3, heightPx: 3 }, alpha: Uint8Array.from({ length: 9 }, (_, i) => i) };
    expect(patchToPhoto(patchToView(patch, view), view)).toEqual({
      rect: { xPx: 4, yPx: 2, widthPx: 1, heightPx: 1 },
      alpha: Uint8Array.of(6),
    });
    expect(patchToView({ ...patch, rect: { ...patch.rect, xPx: 5 } }, view).alpha).toHaveLength(0);
  });
});
