import type { Bytes } from './bytes.js';
import { readJpegScan, type HuffmanTable, type JpegScan } from './jpeg-scan.js';

/**
 * A JPEG whose last two bytes were lost, with its end marker; cameras and half-read uploads leave such files. `undefined` where pixels are missing, or
 * where that cannot be told: several scans (progressive), arithmetic coding. Decoders do not tell either: with an end marker, they all draw grey.
 */
export function endJpeg(bytes: Bytes): Bytes | undefined {
  const scan = readJpegScan(bytes);
  if (!scan || !holdsEveryBlock(bytes, scan)) return undefined;
  const ended = new Uint8Array(bytes.length + 2);
  ended.set(bytes);
  ended.set([0xff, 0xd9], bytes.length);
  return ended;
}

/** Reads the entropy-coded data to its end, as ITU-T T.81, F.2.2 decodes it, and throws the values away. */
function holdsEveryBlock(bytes: Bytes, scan: JpegScan): boolean {
  const bits = createBitReader(bytes, scan.startByte);
  for (let unit = 0; unit < scan.units; unit++) {
    if (scan.restartUnits > 0 && unit > 0 && unit % scan.restartUnits === 0 && !bits.passRestart()) return false;
    for (const { blocks, dc, ac } of scan.components) {
      for (let block = 0; block < blocks; block++) if (!skipBlock(bits, dc, ac)) return false;
    }
  }
  return true;
}

type BitReader = ReturnType<typeof createBitReader>;

function skipBlock(bits: BitReader, dc: HuffmanTable, ac: HuffmanTable): boolean {
  const size = readSymbol(bits, dc);
  if (size < 0 || !bits.skip(size)) return false;
  for (let k = 1; k < 64; k++) {
    const symbol = readSymbol(bits, ac);
    const run = symbol >> 4;
    if (symbol < 0 || !bits.skip(symbol & 15)) return false;
    if ((symbol & 15) === 0 && run < 15) return true;
    k += run;
  }
  return true;
}

/** -1 where the data end or hold no such code. */
function readSymbol(bits: BitReader, { codesOfLength, symbols }: HuffmanTable): number {
  let [code, first, index] = [0, 0, 0];
  for (const count of codesOfLength) {
    const bit = bits.next();
    if (bit < 0) return -1;
    code = code * 2 + bit;
    first *= 2;
    if (code - first < count) return symbols[index + code - first] ?? -1;
    index += count;
    first += count;
  }
  return -1;
}

function createBitReader(bytes: Bytes, startByte: number) {
  let at = startByte;
  let [byte, left] = [0, 0];
  /** -1 where the data end: at a marker or at the end of the file. */
  const next = (): number => {
    if (left === 0) {
      const isStuffed = bytes[at] === 0xff;
      if (at >= bytes.length || (isStuffed && bytes[at + 1] !== 0)) return -1;
      byte = bytes[at] as number;
      at += isStuffed ? 2 : 1;
      left = 8;
    }
    return (byte >> --left) & 1;
  };
  return {
    next,
    skip(count: number): boolean {
      for (let i = 0; i < count; i++) if (next() < 0) return false;
      return true;
    },
    passRestart(): boolean {
      left = 0;
      const marker = bytes[at + 1] ?? 0;
      const isRestart = bytes[at] === 0xff && marker >= 0xd0 && marker <= 0xd7;
      at += 2;
      return isRestart;
    },
  };
}
