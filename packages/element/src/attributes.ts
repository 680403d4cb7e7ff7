import type { BackendChoice, GarmentType } from '@stylemap-tryon/sdk';
import { garmentTypes } from '@stylemap-tryon/sdk';
import type { ComplexAttributeConverter } from 'lit';

export const loadingModes = ['interaction', 'near', 'eager', 'lazy'] as const;

/**
 * When models load: at the shopper's first act, near the viewport, or at once. `lazy` is another word for `near`; a shopper who saves data
 * gets `interaction` for it.
 */
export type LoadingMode = (typeof loadingModes)[number];

export const backendChoices = ['auto', 'webgpu', 'wasm'] as const satisfies readonly BackendChoice[];

/** As HTML does with its enumerated attributes: an unknown keyword, or none, means the first one. */
export function keyword<Keyword extends string>(keywords: readonly [Keyword, ...Keyword[]]): ComplexAttributeConverter<Keyword> {
  return {
    fromAttribute: (value) => keywords.find((known) => known === value?.trim().toLowerCase()) ?? keywords[0],
    toAttribute: (value) => value,
  };
}

export const garmentTypeKeyword: ComplexAttributeConverter<GarmentType> = keyword(garmentTypes);
export const loadingKeyword: ComplexAttributeConverter<LoadingMode> = keyword(loadingModes);
export const backendKeyword: ComplexAttributeConverter<BackendChoice> = keyword(backendChoices);

/** The nearest number in [0, 1]; what is no number means 1. */
export function toFraction(value: number): number {
  return Number.isNaN(value) ? 1 : Math.min(1, Math.max(0, value));
}

/** A positive whole number; anything else is no limit. */
export const pixelCount: ComplexAttributeConverter<number | null> = {
  fromAttribute: (value) => toPixelCount(Number(value)),
  toAttribute: (value) => (value === null ? null : String(value)),
};

export function toPixelCount(value: number | null): number | null {
  return value !== null && Number.isSafeInteger(value) && value > 0 ? value : null;
}

export const fractionNumber: ComplexAttributeConverter<number> = {
  fromAttribute: (value) => (value?.trim() ? toFraction(Number(value)) : 1),
  toAttribute: String,
};
