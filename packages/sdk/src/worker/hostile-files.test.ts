import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { TryOnError } from '@stylemap-tryon/core';
import { asStillAvif } from '../runtime/animated-avif.js';
import type { Bytes } from '../runtime/bytes.js';
import { endJpeg } from '../runtime/jpeg-end.js';
import { checkImageHeader } from './image-header.js';
import { takeWebpOrientation } from './webp-orientation.js';

const formats = ['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff'] as const;
const runs = { numRuns: 3000 };

/** A file with some bytes overwritten, and cut off anywhere. */
function damaged(file: Bytes): fc.Arbitrary<Bytes> {
  // Most of what a reader believes stands at the start.
  const place = fc.oneof(fc.nat(Math.min(63, file.length - 1)), fc.nat(file.length - 1));
  const changes = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 8 });
  const length = fc.oneof(fc.constant(file.length), fc.nat(file.length));
  return fc.tuple(changes, length).map(([overwritten, lengthBytes]) => {
    const copy = file.slice();
    for (const [at, value] of overwritten) copy[at] = value;
    return copy.slice(0, lengthBytes);
  });
}

describe('files made to break a reader', () => {
  const files = new Map<string, Bytes>();
  beforeAll(async () => {
    const noise = Buffer.from(Array.from({ length: 66 * 65 * 3 }, (_, i) => (i * i * 40503) % 256));
    const picture = sharp(noise, { raw: { width: 66, height: 65, channels: 3 } }).withMetadata({ orientation: 6 });
    for (const format of formats) files.set(format, new Uint8Array(await picture.clone().toFormat(format).toBuffer()));
    files.set('animated', new Uint8Array(await readFile(new URL('../../../../e2e/cases/photo-animated.avif', import.meta.url))));
  });

  it.each([...formats, 'animated'])('are passed or refused with a typed error: damaged %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(damaged(files.get(name)!), async (bytes) => {
        const outcome = await checkImageHeader(new Blob([bytes]), 64_000_000).catch((error: unknown) => error);
        expect(typeof outcome === 'string' || outcome instanceof TryOnError).toBe(true);
      }),
      runs,
    );
  });

  it('are refused when they are only noise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        const outcome = await checkImageHeader(new Blob([new Uint8Array(bytes)]), 64_000_000).catch((error: unknown) => error);
        expect(typeof outcome === 'string' || outcome instanceof TryOnError).toBe(true);
      }),
      runs,
    );
  });

  it('get an end marker and nothing else', () => {
    fc.assert(
      fc.property(damaged(files.get('jpeg')!), (bytes) => {
        const ended = endJpeg(bytes);
        if (ended) expect(Buffer.compare(ended, Buffer.concat([bytes, Buffer.from([0xff, 0xd9])]))).toBe(0);
      }),
      runs,
    );
  });

  it('have an orientation of 1 to 8, and keep their length', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(files.get('webp')!), async (bytes) => {
        const { blob, orientation } = await takeWebpOrientation(new Blob([bytes]));
        expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(orientation);
        expect(blob.size).toBe(bytes.length);
      }),
      runs,
    );
  });

  it('keep all but their brand as a still AVIF', () => {
    fc.assert(
      fc.property(damaged(files.get('animated')!), (bytes) => {
        const still = asStillAvif(bytes);
        expect(Buffer.compare(still.subarray(12), bytes.subarray(12))).toBe(0);
        expect(still).toHaveLength(bytes.length);
      }),
      runs,
    );
  });
});
