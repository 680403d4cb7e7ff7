import type { BackendChoice, GarmentType, Shape } from '@stylemap-tryon/sdk';
import { garmentTypes, shapes } from '@stylemap-tryon/sdk';
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
export const shapeKeyword: ComplexAttributeConverter<Shape> = keyword(shapes);
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

export const consentModes = ['none', 'required'] as const;

/** Whether the shopper is asked before the first photo act. */
export type ConsentMode = (typeof consentModes)[number];

export const consentKeyword: ComplexAttributeConverter<ConsentMode> = keyword(consentModes);

export const toolNames = ['zoom', 'strength', 'save', 'share'] as const;

/** What a shop may offer beside the try-on itself. */
export type Tool = (typeof toolNames)[number];

/** A slider that few need; all others are on offer where a shop says nothing. */
const defaultTools = toolNames.filter((tool) => tool !== 'strength');

/** @param tokens separated by spaces, as in `class`; unknown ones are no tools, and an empty text is none */
export function toolsOf(tokens: string | null): ReadonlySet<Tool> {
  if (tokens === null) return new Set(defaultTools);
  const asked = tokens.toLowerCase().split(/\s+/);
  return new Set(toolNames.filter((tool) => asked.includes(tool)));
}

/** A number in [0, 1], or none. */
export const shareNumber: ComplexAttributeConverter<number | null> = {
  fromAttribute: (value) => (value === null ? null : toFraction(value.trim() ? Number(value) : NaN)),
  toAttribute: (value) => (value === null ? null : String(value)),
};
