import { expect, it } from 'vitest';
import type { DressReply } from '../shared/protocol.js';
import { createResult } from './result.js';

const reply = () => {
  const data = Uint8ClampedArray.from({ length: 70 * 65 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 11) % 256));
  return {
    image: { widthPx: 70, heightPx: 65, data },
    masks: [{ kind: 'top' }],
    warnings: [],
    receipt: {},
  } as unknown as DressReply;
};

async function pixelsOf(blob: Blob): Promise<Uint8ClampedArray> {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
}

it('is written as PNG bit for bit, with what the caller changed', async () => {
  const result = createResult(reply());
  expect([result.widthPx, result.heightPx, result.imageData.width]).toEqual([70, 65, 70]);
  result.imageData.data[0] = 7;
  const blob = await result.toBlob();
  expect(blob.type).toBe('image/png');
  expect(await pixelsOf(blob)).toEqual(result.imageData.data);
});

it('is written as JPEG and WebP in the quality asked for', async () => {
  const result = createResult(reply());
  for (const type of ['image/jpeg', 'image/webp'] as const) {
    const [fine, coarse] = [await result.toBlob({ type, quality: 0.95 }), await result.toBlob({ type, quality: 0.2 })];
    expect(fine.type).toBe(type);
    expect(coarse.size).toBeLessThan(fine.size);
  }
});
