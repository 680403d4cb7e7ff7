import { garmentTypes, type GarmentKind } from '@stylemap-tryon/core';
import type { EditableMask } from '../shared/editable-mask.js';
import type { StrengthMap } from '../shared/strength-map.js';

const kinds = garmentTypes.filter((type): type is GarmentKind => type !== 'auto');

/** @throws TypeError that lists the kinds */
export function checkedKind(kind: GarmentKind, name: string): GarmentKind {
  if (!kinds.includes(kind)) throw new TypeError(`${name} is one of ${kinds.join(', ')}, not ${String(kind)}.`);
  return kind;
}

interface PhotoSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * A copy of the mask, so that the caller may go on painting on its own.
 * @param photo whose pixels the mask is in
 * @throws TypeError that names what is wrong
 */
export function copyChecked(mask: EditableMask, photo: PhotoSize): EditableMask {
  requireObject('mask', mask);
  return { kind: checkedKind(mask.kind, 'mask.kind'), ...copyCheckedMap('mask', mask, photo) };
}

/** The same for bytes of any meaning; `name` is the option's. */
export function copyCheckedMap(name: string, map: StrengthMap, photo: PhotoSize): StrengthMap {
  requireObject(name, map);
  const xPx = wholeNumber(`${name}.xPx`, map.xPx, 0);
  const yPx = wholeNumber(`${name}.yPx`, map.yPx, 0);
  const widthPx = wholeNumber(`${name}.widthPx`, map.widthPx, 1);
  const heightPx = wholeNumber(`${name}.heightPx`, map.heightPx, 1);
  requireInside(name, 'xPx + widthPx', xPx + widthPx, 'wide', photo.widthPx);
  requireInside(name, 'yPx + heightPx', yPx + heightPx, 'high', photo.heightPx);
  if (!(map.alpha instanceof Uint8Array)) throw new TypeError(`${name}.alpha is a Uint8Array.`);
  if (map.alpha.length !== widthPx * heightPx) {
    throw new TypeError(`${name}.alpha has ${map.alpha.length} values; ${widthPx} x ${heightPx} needs ${widthPx * heightPx}.`);
  }
  return { xPx, yPx, widthPx, heightPx, alpha: map.alpha.slice() };
}

function requireObject(name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) throw new TypeError(`${name} is an object like the one that getMask() gives.`);
}

function wholeNumber(name: string, value: number, smallest: number): number {
  if (!Number.isSafeInteger(value) || value < smallest) {
    throw new TypeError(`${name} is a whole number from ${smallest}, not ${String(value)}.`);
  }
  return value;
}

function requireInside(name: string, sum: string, endPx: number, adjective: string, photoPx: number): void {
  if (endPx <= photoPx) return;
  throw new TypeError(`${name}: ${sum} is ${endPx}, which leaves the photo; it is ${photoPx} pixels ${adjective}.`);
}
