import { describe, expect, it } from 'vitest';
import { canonicalCount } from '../pictures/canonical-view.mjs';
import { srgbFromLinear } from '../pictures/light.mjs';
import { fineTrace, foldCorrelationOfLight, lightOn } from './light-trace.mjs';
import { foldCorrelation } from './picture-metrics.mjs';

const size = 256;
const mask = {
  widthPx: size,
  heightPx: size,
  data: Float32Array.from({ length: canonicalCount }, (_, i) => {
    const [x, y] = [i % size, Math.floor(i / size)];
    return Number(x > 40 && x < 220 && y > 40 && y < 220);
  }),
};

/** @param {(x: number, y: number) => number} logLight on grey cloth */
function picture(logLight) {
  return Float32Array.from({ length: 3 * canonicalCount }, (_, i) => {
    const at = i % canonicalCount;
    return srgbFromLinear(0.3 * Math.exp(logLight(at % size, Math.floor(at / size))));
  });
}

const folds = (/** @type {number} */ x) => 0.3 * Math.sin(x / 14);
const oldStripes = (/** @type {number} */ y) => 0.4 * Math.sign(Math.sin(y / 2));
const ownChecks = (/** @type {number} */ x, /** @type {number} */ y) => 0.4 * Math.sin(x / 9) * Math.cos(y / 11);

const striped = picture((x, y) => folds(x) + oldStripes(y));
const unlit = picture(ownChecks);

/** A try-on that keeps the folds and a part of the old stripes. @param {number} share */
const dressed = (share) => picture((x, y) => ownChecks(x, y) + folds(x) + share * oldStripes(y));

describe('the light on a product', () => {
  it('is free of the pattern of the product', () => {
    const plainPhoto = picture(folds);
    const result = dressed(0);
    expect(foldCorrelation(result, plainPhoto, mask)).toBeLessThan(0.85);
    expect(foldCorrelationOfLight(lightOn(result, unlit), plainPhoto, mask)).toBeGreaterThan(0.99);
  });

  it('tells folds that are kept from folds that are turned over', () => {
    const turned = picture((x, y) => ownChecks(x, y) - folds(x));
    expect(foldCorrelationOfLight(lightOn(turned, unlit), picture(folds), mask)).toBeLessThan(-0.95);
  });

  it.each([0, 0.25, 1])('shows the old pattern by its share, %f', (share) => {
    const trace = fineTrace(lightOn(dressed(share), unlit), striped, mask);
    expect(Math.abs(trace.share - share)).toBeLessThan(0.06);
  });

  it('is as sure of the pattern as there is nothing else in it', () => {
    expect(fineTrace(lightOn(dressed(1), unlit), striped, mask).correlation).toBeGreaterThan(0.95);
    const noise = picture((x, y) => ownChecks(x, y) + 0.4 * Math.sin(x * 1.7) + 0.04 * Math.sign(Math.sin(y / 2)));
    expect(fineTrace(lightOn(noise, unlit), striped, mask).correlation).toBeLessThan(0.3);
  });

  it('has no trace of a photo without contrast', () => {
    const flat = picture(() => 0);
    const { share, correlation } = fineTrace(lightOn(flat, flat), flat, mask);
    expect([share, correlation].map(Math.abs)).toEqual([0, 0]);
  });
});
