import type { Bytes } from './bytes.js';

export interface HuffmanTable {
  /** Codes of 1, 2, ... 16 bits. */
  readonly codesOfLength: Uint8Array;
  /** In the order of their codes. */
  readonly symbols: Uint8Array;
}

/** What is needed to walk through the entropy-coded data of a JPEG with one sequential scan. */
export interface JpegScan {
  readonly startByte: number;
  /** Minimum coded units in the scan, and between two restart markers (0: there are none). */
  readonly units: number;
  readonly restartUnits: number;
  /** `blocks` of 8 x 8 samples in a unit, in their order. */
  readonly components: readonly { readonly blocks: number; readonly dc: HuffmanTable; readonly ac: HuffmanTable }[];
}

interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly samplings: ReadonlyMap<number, { readonly across: number; readonly down: number }>;
}

const startOfImage = 0xd8;
const tables = 0xc4;
const startOfScan = 0xda;
const restartInterval = 0xdd;
const sequentialFrames = [0xc0, 0xc1];

/** Reads the segments up to the first scan (ITU-T T.81, annex B). `undefined` for what is no JPEG, or does not have all components in that scan. */
export function readJpegScan(bytes: Bytes): JpegScan | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return undefined;
  const huffman = new Map<number, HuffmanTable>();
  let frame: Frame | undefined;
  let restartUnits = 0;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    const segment = bytes.subarray(at + 4, end);
    if (end > bytes.length || end < at + 4) return undefined;
    if (marker === tables) readTables(segment, huffman);
    if (marker === restartInterval) restartUnits = word(segment, 0);
    if (sequentialFrames.includes(marker)) frame = readFrame(segment);
    if (marker === startOfScan) return frame && scanOf(segment, frame, huffman, end, restartUnits);
    at = end;
  }
  return undefined;
}

function word(segment: Bytes, at: number): number {
  return ((segment[at] ?? 0) << 8) | (segment[at + 1] ?? 0);
}

function readTables(segment: Bytes, huffman: Map<number, HuffmanTable>): void {
  for (let at = 0; at + 17 <= segment.length;) {
    const codesOfLength = segment.subarray(at + 1, at + 17);
    const count = codesOfLength.reduce((sum, value) => sum + value, 0);
    huffman.set(segment[at] as number, { codesOfLength, symbols: segment.subarray(at + 17, at + 17 + count) });
    at += 17 + count;
  }
}

function readFrame(segment: Bytes): Frame {
  const samplings = new Map<number, { across: number; down: number }>();
  for (let at = 6; at + 3 <= segment.length; at += 3) {
    const sampling = segment[at + 1] as number;
    samplings.set(segment[at] as number, { across: sampling >> 4, down: sampling & 15 });
  }
  return { heightPx: word(segment, 1), widthPx: word(segment, 3), samplings };
}

function scanOf(
  segment: Bytes,
  { widthPx, heightPx, samplings }: Frame,
  huffman: ReadonlyMap<number, HuffmanTable>,
  startByte: number,
  restartUnits: number,
): JpegScan | undefined {
  const sides = [...samplings.values()];
  if (segment[0] !== samplings.size || !sides.every(({ across, down }) => across > 0 && down > 0)) return undefined;
  const components: JpegScan['components'][number][] = [];
  for (let i = 0; i < samplings.size; i++) {
    const sampling = samplings.get(segment[1 + 2 * i] ?? -1);
    const names = segment[2 + 2 * i] ?? 0;
    const [dc, ac] = [huffman.get(names >> 4), huffman.get(0x10 | (names & 15))];
    if (!sampling || !dc || !ac) return undefined;
    // The blocks of a single component are not grouped.
    components.push({ blocks: samplings.size === 1 ? 1 : sampling.across * sampling.down, dc, ac });
  }
  const most = (side: 'across' | 'down') => (sides.length === 1 ? 1 : Math.max(...sides.map((sampling) => sampling[side])));
  const units = Math.ceil(widthPx / (8 * most('across'))) * Math.ceil(heightPx / (8 * most('down')));
  return units > 0 ? { startByte, units, restartUnits, components } : undefined;
}
