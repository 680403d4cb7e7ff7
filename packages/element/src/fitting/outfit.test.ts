import type { GarmentType } from '@stylemap-tryon/sdk';
import { describe, expect, it } from 'vitest';
import { arePiecesSame, itemsOf, outfitOf, piecesOf, takenOff, type Companion } from './outfit.js';

const product = (name: string, kind: GarmentType) => ({ source: `${name}.webp`, kind, productId: name, variantId: null, name });
const companion = (name: string, kind: GarmentType, changes: Partial<Companion> = {}): Companion => ({
  ...product(name, kind),
  worn: true,
  mix: null,
  ...changes,
});
const shirt = product('shirt', 'top');
const wornNames = (...companions: Companion[]) => itemsOf(shirt, companions).map(({ name }) => name);

describe('an outfit', () => {
  it('is the page’s product, and what is worn with it', () => {
    expect(wornNames()).toEqual(['shirt']);
    expect(wornNames(companion('jeans', 'bottom'), companion('coat', 'outerwear', { worn: false }))).toEqual(['shirt', 'jeans']);
  });

  it('has one piece of each kind: another of the page’s product’s kind takes its place, and gives it back', () => {
    expect(wornNames(companion('tee', 'top'))).toEqual(['tee']);
    expect(wornNames(companion('tee', 'top', { worn: false }))).toEqual(['shirt']);
  });

  it('loses top and trousers to a dress, and keeps its coat', () => {
    const coat = companion('coat', 'outerwear');
    expect(wornNames(companion('dress', 'dress'), coat)).toEqual(['dress', 'coat']);
    expect(takenOff([companion('jeans', 'bottom'), companion('tee', 'top'), coat], companion('dress', 'dress'))).toHaveLength(2);
  });

  it('takes off what is in the place of a piece that is put on, and nothing that is off', () => {
    const [tee, polo] = [companion('tee', 'top'), companion('polo', 'top')];
    expect(takenOff([tee, polo, companion('jeans', 'bottom')], polo)).toEqual([tee]);
    expect(takenOff([{ ...tee, worn: false }, polo], polo)).toEqual([]);
  });

  it('has of two that are worn in one place the first', () => {
    expect(wornNames(companion('tee', 'top'), companion('polo', 'top'))).toEqual(['tee']);
  });

  it('mixes what has a share and is of the page’s product’s kind', () => {
    const tee = companion('tee', 'top', { mix: 0.4 });
    expect(piecesOf(shirt, [tee])).toEqual([
      { source: 'shirt.webp', type: 'top', mix: { source: 'tee.webp', type: 'top', amount: 0.4 } },
    ]);
    expect(wornNames(tee)).toEqual(['shirt', 'tee']);
    expect(outfitOf(shirt, [companion('jeans', 'bottom', { mix: 0.4 })]).mixed).toBeUndefined();
  });

  it('can do without a product of the page', () => {
    expect(piecesOf(undefined, [companion('jeans', 'bottom', { mix: 0.5 })])).toEqual([
      { source: 'jeans.webp', type: 'bottom', mix: undefined },
    ]);
    expect(piecesOf(undefined, [])).toEqual([]);
  });

  it('differs by piece, order and share', () => {
    const [jeans, tee] = [companion('jeans', 'bottom'), companion('tee', 'top', { mix: 0.4 })];
    const both = piecesOf(shirt, [jeans, tee]);
    expect(arePiecesSame(both, piecesOf(shirt, [jeans, { ...tee }]))).toBe(true);
    expect(arePiecesSame(both, piecesOf(shirt, [jeans, { ...tee, mix: 0.5 }]))).toBe(false);
    expect(arePiecesSame(both, piecesOf(shirt, [jeans]))).toBe(false);
    expect(arePiecesSame(both, piecesOf(shirt, [tee]))).toBe(false);
  });
});
