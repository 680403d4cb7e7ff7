import { describe, expect, it } from 'vitest';
import { linearFromCode } from './colour.js';
import { clampSignal, photoSignals, photoSignalsOfCodes, signalCount } from './photo-signals.js';

const of = (red: number, green: number, blue: number): number[] => {
  const out = new Float32Array(signalCount);
  photoSignals(red, green, blue, out);
  return [...out];
};

describe('photo signals', () => {
  it('of a pixel by table are those of its light', () => {
    const out = new Float32Array(signalCount);
    for (const [red, green, blue] of [
      [0, 0, 0],
      [255, 3, 90],
      [17, 200, 255],
    ] as const) {
      photoSignalsOfCodes(red, green, blue, out);
      const light = of(linearFromCode(red), linearFromCode(green), linearFromCode(blue));
      out.forEach((value, c) => expect(value).toBeCloseTo(light[c] as number, 5));
    }
  });

  it('keep to the luminance when white light falls', () => {
    const [bright, dark] = [of(0.8, 0.4, 0.6), of(0.4, 0.2, 0.3)];
    expect((bright[0] as number) - (dark[0] as number)).toBeCloseTo(Math.LN2, 1);
    expect(Math.abs((bright[1] as number) - (dark[1] as number))).toBeLessThan(0.05);
    expect(Math.abs((bright[2] as number) - (dark[2] as number))).toBeLessThan(0.05);
  });

  it('tell a coloured print from a shadow', () => {
    const [ground, print] = [of(0.6, 0.6, 0.6), of(0.5, 0.1, 0.1)];
    expect((print[1] as number) - (ground[1] as number)).toBeGreaterThan(1.3);
  });

  it('can be written into the planes of a tensor', () => {
    const planes = new Float32Array(3 * 4);
    photoSignals(0.5, 0.1, 0.2, planes, 2, 4);
    expect([planes[2], planes[6], planes[10]]).toEqual(of(0.5, 0.1, 0.2));
    expect(planes.filter((value) => value !== 0)).toHaveLength(3);
  });

  it('are cut off where they are no fold', () => {
    expect([clampSignal(-9), clampSignal(1.5), clampSignal(9)]).toEqual([-2.5, 1.5, 2.5]);
  });
});
