import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { unpacked } from './gzip.js';

const content = new TextEncoder().encode('WebAssembly, packed. '.repeat(1000));
const packed = new Uint8Array(gzipSync(content));

it('unpacks a gzip file', async () => {
  expect(await unpacked(packed)).toEqual(content);
});

it('gives back what the server has unpacked already', async () => {
  expect(await unpacked(content)).toBe(content);
  expect(await unpacked(new Uint8Array())).toEqual(new Uint8Array());
});

it('has nothing for a file that was cut off or changed', async () => {
  expect(await unpacked(packed.slice(0, packed.length / 2))).toBeUndefined();
  expect(await unpacked(packed.map((byte, i) => (i === packed.length - 6 ? byte ^ 1 : byte)))).toBeUndefined();
});
