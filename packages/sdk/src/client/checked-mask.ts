import { garmentTypes, type GarmentKind } from '@stylemap-tryon/core';
import type { EditableMask } from '../shared/editable-mask.js';

const kinds = garmentTypes.filter((type): type is GarmentKind => type !== 'auto');

/** @throws TypeError that lists the kinds */
export function checkedKind(kind: GarmentKind, name: string): GarmentKind {
  if (!kinds.includes(kind)) throw new TypeError(`${name} is one of ${kinds.join(', ')}, not ${String(kind)}.`);
  return kind;
}

/**
 * A copy of the mask, so that the caller may go on painting on its own.
 * @param photo whose pixels the mask is in
 * @throws TypeError that names what is wrong
 */
export function copyChecked(mask: EditableMask, photo: { readonly widthPx: number; readonly heightPx: number }): EditableMask {
  if (typeof mask !== 'object' || mask === null) throw new TypeError('mask is an object like the one that getMask() gives.');
  const kind = checkedKind(mask.kind, 'mask.kind');
  const xPx = wholeNumber('mask.xPx', mask.xPx, 0);
  const yPx = wholeNumber('mask.yPx', mask.yPx, 0);
  const widthPx = wholeNumber('mask.widthPx', mask.widthPx, 1);
  const heightPx = wholeNumber('mask.heightPx', mask.heightPx, 1);
  requireInside('mask.xPx + mask.widthPx', xPx + widthPx, 'wide', photo.widthPx);
  requireInside('mask.yPx + mask.heightPx', yPx + heightPx, 'high', photo.heightPx);
  if (!(mask.alpha instanceof Uint8Array)) throw new TypeError('mask.alpha is a Uint8Array.');
  if (mask.alpha.length !== widthPx * heightPx) {
    throw new TypeError(`mask.alpha has ${mask.alpha.length} values; ${widthPx} x ${heightPx} needs ${widthPx * heightPx}.`);
  }
  return { kind, xPx, yPx, widthPx, heightPx, alpha: mask.alpha.slice() };
}

function wholeNumber(name: string, value: number, smallest: number): number {
  if (!Number.isSafeInteger(value) || value < smallest) {
    throw new TypeError(`${name} is a whole number from ${smallest}, not ${String(value)}.`);
  }
  return value;
}

function requireInside(name: string, endPx: number, adjective: string, photoPx: number): void {
  if (endPx > photoPx)
    throw new TypeError(`${name} is ${endPx}: the mask leaves the photo, which is ${photoPx} pixels ${adjective}.`);
}
