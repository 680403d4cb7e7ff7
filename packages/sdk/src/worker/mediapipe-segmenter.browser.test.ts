import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Segmenter } from '@stylemap-tryon/core';
import { patternImage, segmenterContract } from '@stylemap-tryon/core/testing';
import { createRemoteSegmenter } from '../../test/remote-segmenter.js';
import { fetchModel, fetchWasm } from '../../test/served-models.js';
import { OnnxSegmenter } from '../runtime/onnx-segmenter.js';
import { importOrt } from './ort-loader.js';

describe('the published parser in MediaPipe', () => {
  let segmenter: Segmenter;
  beforeAll(async () => {
    segmenter = await createRemoteSegmenter(await fetchWasm('mediapipe'), await fetchModel('weights/garment-parser.tflite'));
  });
  afterAll(() => segmenter.dispose());

  it.each(segmenterContract)('$name', ({ check }) => check(segmenter));

  it('agrees with its ONNX twin', async () => {
    const startOrt = await importOrt('wasm');
    const twin = await OnnxSegmenter.create(startOrt(await fetchWasm('wasm')), await fetchModel('weights/garment-parser.onnx'));
    const image = patternImage(256);
    const [ours, theirs] = [await segmenter.segment(image), await twin.segment(image)];
    const worst = (one: Float32Array, other: Float32Array) =>
      one.reduce((max, value, i) => Math.max(max, Math.abs(value - other[i]!)), 0);
    // The same weights, and arithmetic in another order.
    expect(worst(ours.data, theirs.data)).toBeLessThan(0.02);
    expect(worst(ours.jointMaps, theirs.jointMaps)).toBeLessThan(0.02);
    expect(worst(ours.productScores, theirs.productScores)).toBeLessThan(0.02);
    twin.dispose();
  });
});
