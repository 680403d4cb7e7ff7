import { describe, expect, it } from 'vitest';
import type { GarmentKind } from '../garment-type.js';
import { visibleMasks } from './layers.js';

/** One row of the photo, from column `xPx`. */
const row = (kind: GarmentKind, xPx: number, ...alpha: number[]) => ({
  kind,
  mask: { rect: { xPx, yPx: 7, widthPx: alpha.length, heightPx: 1 }, alpha: new Uint8Array(alpha) },
});
const alphas = (...worn: Parameters<typeof visibleMasks>[0]) => visibleMasks(worn).map(({ alpha }) => [...alpha]);

describe('masks that overlap', () => {
  it('are the outermost garment first, and what is left below it', () => {
    const [top, bottom] = alphas(row('top', 0, 255, 255, 100), row('bottom', 1, 255, 255, 255));
    expect(top).toEqual([255, 255, 100]);
    expect(bottom).toEqual([0, 155, 255]);
  });

  it('do not depend on the order in which the garments are given', () => {
    const pieces = [row('bottom', 0, 200, 255, 9), row('outerwear', 1, 30, 255), row('top', 0, 90, 250, 250)] as const;
    const [bottom, outerwear, top] = alphas(...pieces);
    expect(alphas(pieces[2], pieces[1], pieces[0])).toEqual([top, outerwear, bottom]);
    expect([outerwear, top]).toEqual([
      [30, 255],
      [90, 225, 0],
    ]);
  });

  it('meet in a seam through which nothing of the photo shows', () => {
    const [top, bottom] = alphas(row('top', 0, 255, 191, 64, 0), row('bottom', 0, 0, 64, 191, 255));
    expect(top!.map((value, i) => value + bottom![i]!)).toEqual([255, 255, 255, 255]);
  });

  it('leave masks alone that lie apart', () => {
    const [top, bottom] = [row('top', 0, 200, 255), row('bottom', 5, 255, 10)];
    expect(visibleMasks([bottom, top])).toEqual([bottom.mask, top.mask]);
  });
});
