import { describe, expect, it } from 'vitest';
import type { ClothingClass } from '../ports.js';
import { clothingClasses } from '../ports.js';
import { chooseClasses } from './choose-classes.js';

const areas = (given: Partial<Record<ClothingClass, number>>) =>
  ({ ...Object.fromEntries(clothingClasses.map((name) => [name, 0])), ...given }) as Record<ClothingClass, number>;

describe('chooseClasses', () => {
  it('takes the asked garment and leaves the coat over it alone', () => {
    expect(chooseClasses('top', areas({ top: 400, outerwear: 900, bottom: 500 })).classes).not.toContain('outerwear');
  });

  it('takes a fringe of a look-alike class as part of the garment', () => {
    const { classes } = chooseClasses('top', areas({ top: 900, outerwear: 100, bottom: 500 }));
    expect(classes).toEqual(expect.arrayContaining(['top', 'outerwear']));
  });

  it('never takes trousers for a part of a top', () => {
    expect(chooseClasses('top', areas({ top: 900, bottom: 100 })).classes).not.toContain('bottom');
  });

  it('puts a dress over top and trousers when no dress is worn', () => {
    const { classes, warnings } = chooseClasses('dress', areas({ top: 500, bottom: 500 }));
    expect(classes).toEqual(expect.arrayContaining(['top', 'bottom']));
    expect(warnings).toEqual([]);
  });

  it('puts no dress on a photo of trousers alone', () => {
    expect(() => chooseClasses('dress', areas({ bottom: 900, top: 20 }))).toThrow(
      expect.objectContaining({ code: 'no-garment' }),
    );
  });

  it('warns when a coat stands in for a top', () => {
    expect(chooseClasses('top', areas({ outerwear: 900 })).warnings).toEqual(['other-garment-worn']);
  });

  it('fails when nothing fitting is worn', () => {
    expect(() => chooseClasses('bottom', areas({ top: 900 }))).toThrow(expect.objectContaining({ code: 'no-garment' }));
  });
});
