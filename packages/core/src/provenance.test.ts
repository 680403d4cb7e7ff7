import { describe, expect, it } from 'vitest';
import { markAsComposite } from './provenance.js';

const ascii = (text: string) => [...text].map((char) => char.charCodeAt(0));
const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const kind = 'compositeWithTrainedAlgorithmicMedia';

describe('the mark of a composite', () => {
  it('is the first segment of a JPEG, or the second behind a JFIF header', () => {
    const plain = Uint8Array.of(0xff, 0xd8, 0xff, 0xdb, 0, 3, 1, 0xff, 0xd9);
    const marked = markAsComposite(plain);
    expect([...marked.subarray(0, 4)]).toEqual([0xff, 0xd8, 0xff, 0xe1]);
    const length = (marked[4]! << 8) | marked[5]!;
    expect(latin(marked.subarray(6, 35))).toBe('http://ns.adobe.com/xap/1.0/\0');
    expect(latin(marked.subarray(4, 4 + length))).toContain(kind);
    expect([...marked.subarray(4 + length)]).toEqual([...plain.subarray(2)]);

    const jfif = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 7, 7, 0xff, 0xdb, 0, 3, 1, 0xff, 0xd9);
    const markedJfif = markAsComposite(jfif);
    expect([...markedJfif.subarray(0, 8)]).toEqual([...jfif.subarray(0, 8)]);
    expect([...markedJfif.subarray(8, 10)]).toEqual([0xff, 0xe1]);
  });

  it('is a text chunk of a PNG behind its header, with the right checksum', () => {
    const header = [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a, 0, 0, 0, 13, ...ascii('IHDR'), ...Array<number>(17).fill(0)];
    const rest = [0, 0, 0, 0, ...ascii('IEND'), 0xae, 0x42, 0x60, 0x82];
    const marked = markAsComposite(Uint8Array.from([...header, ...rest]));
    const view = new DataView(marked.buffer);
    const length = view.getUint32(33);
    expect(latin(marked.subarray(37, 59))).toBe('iTXtXML:com.adobe.xmp\0');
    expect(latin(marked.subarray(41, 41 + length))).toContain(kind);
    // CRC-32 of a chunk followed by its own checksum leaves a known residue.
    expect(crcResidue(marked.subarray(37, 41 + length + 4))).toBe(0xdebb20e3);
    expect([...marked.subarray(45 + length)]).toEqual(rest);
  });

  it.each([
    // 300 x 200, as the first frame of VP8 says it.
    ['lossy', [...ascii('VP8 '), 10, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 44, 1, 200, 0], 0],
    // 300 x 200 with alpha: 14 bits of width - 1, 14 of height - 1, one of alpha.
    ['lossless', [...ascii('VP8L'), 6, 0, 0, 0, 0x2f, ...littleEndian(299 | (199 << 14) | (1 << 28)), 0], 16],
  ])('is a chunk of a %s WebP, whose header says that it is there', (_, frame, flags) => {
    const plain = Uint8Array.from([...ascii('RIFF'), frame.length + 4, 0, 0, 0, ...ascii('WEBP'), ...frame]);
    const marked = markAsComposite(plain);
    const view = new DataView(marked.buffer);
    expect(view.getUint32(4, true)).toBe(marked.length - 8);
    expect(latin(marked.subarray(12, 16))).toBe('VP8X');
    expect(marked[20]).toBe(flags | 4);
    expect([view.getUint16(24, true) + 1, view.getUint16(27, true) + 1]).toEqual([300, 200]);
    expect([...marked.subarray(30, 30 + frame.length)]).toEqual(frame);
    expect(latin(marked.subarray(30 + frame.length))).toMatch(new RegExp(`^XMP .*${kind}`, 's'));
    expect(markAsComposite(marked)[20]).toBe(flags | 4);
  });

  it('leaves what it does not know as it is', () => {
    const gif = Uint8Array.from(ascii('GIF89a'));
    expect(markAsComposite(gif)).toBe(gif);
  });
});

function littleEndian(value: number): number[] {
  return [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);
}

function crcResidue(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  const data = [...bytes.subarray(0, -4), ...[...bytes.subarray(-4)].reverse()];
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return crc >>> 0;
}
