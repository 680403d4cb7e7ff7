import type { WarningCode } from './errors.js';
import { warningCodes } from './errors.js';
import type { ExaminedProduct } from './examined-product.js';
import type { GarmentAttributes } from './garment-attributes.js';
import type { GarmentKind, GarmentType } from './garment-type.js';
import { garmentKinds, garmentTypes } from './garment-type.js';
import type { Plane, Rect } from './image/image.js';
import { canonicalSizePx } from './ports.js';

const format = 'stylemap-tryon garment 1';

/** An examined product to be stored: JSON keeps it exactly. With the same photo it makes the same garment again, without the parser. */
export interface GarmentRecord {
  readonly format: typeof format;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly type: GarmentType;
  readonly kind: GarmentKind;
  readonly attributes: GarmentAttributes;
  readonly warnings: readonly WarningCode[];
  readonly crop: Rect;
  /** Planes of 256 x 256 as runs of equal values: count, value, count, value, ... */
  readonly seen: readonly number[];
  readonly covered?: readonly number[];
}

export function recordOf(product: ExaminedProduct): GarmentRecord {
  const { widthPx, heightPx, type, kind, attributes, warnings, crop, seen, covered } = product;
  const record = { format, widthPx, heightPx, type, kind, attributes, warnings, crop, seen: packed(seen.data) } as const;
  return covered ? { ...record, covered: packed(covered.data) } : record;
}

/** @throws TypeError for anything that is no record, or one of another version */
export function productOf(record: unknown): ExaminedProduct {
  if (!isRecord(record)) throw new TypeError(`A garment record has the format "${format}".`);
  return {
    ...record,
    // JSON has left out what is undefined.
    attributes: { ...noAttributes, ...record.attributes },
    seen: unpacked(record.seen),
    covered: record.covered && unpacked(record.covered),
  };
}

const noAttributes = { sleeve: undefined, length: undefined, legs: undefined };

function isRecord(value: unknown): value is GarmentRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Partial<Record<keyof GarmentRecord, unknown>>;
  const isIn = (values: readonly unknown[]) => (one: unknown) => values.includes(one);
  return (
    record.format === format &&
    isCount(record.widthPx) &&
    isCount(record.heightPx) &&
    isIn(garmentTypes)(record.type) &&
    isIn(garmentKinds)(record.kind) &&
    typeof record.attributes === 'object' &&
    Array.isArray(record.warnings) &&
    record.warnings.every(isIn(warningCodes)) &&
    isRect(record.crop) &&
    isNumbers(record.seen) &&
    (record.covered === undefined || isNumbers(record.covered))
  );
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isRect(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { xPx, yPx, widthPx, heightPx } = value as Partial<Rect>;
  return isNumbers([xPx, yPx, widthPx, heightPx]) && (widthPx as number) > 0 && (heightPx as number) > 0;
}

function isNumbers(values: unknown): boolean {
  return Array.isArray(values) && values.every(Number.isFinite);
}

function packed(data: Float32Array): number[] {
  const runs: number[] = [];
  data.forEach((value, i) => {
    if (i > 0 && value === data[i - 1]) runs[runs.length - 2] = (runs.at(-2) as number) + 1;
    // Nine digits tell every float from its neighbours.
    else runs.push(1, Number(value.toPrecision(9)));
  });
  return runs;
}

function unpacked(runs: readonly number[]): Plane {
  const length = canonicalSizePx ** 2;
  const data = new Float32Array(length);
  let at = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const count = runs[i] as number;
    if (!(Number.isSafeInteger(count) && count > 0 && at + count <= length)) break;
    data.fill(runs[i + 1] as number, at, at + count);
    at += count;
  }
  if (at !== length) throw new TypeError(`A mask of a garment record has ${length} pixels.`);
  return { widthPx: canonicalSizePx, heightPx: canonicalSizePx, data };
}
