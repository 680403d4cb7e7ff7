import type { GarmentAttributes, GarmentKind, WarningCode } from '@stylemap-tryon/core';
import type { Receipt } from '@stylemap-tryon/sdk/runtime';

/** The sdk's receipt and what only the cli knows. */
export interface RenderReceipt extends Receipt {
  readonly widthPx: number;
  readonly heightPx: number;
  /** What was replaced, for each garment in its order. */
  readonly kinds: readonly GarmentKind[];
  /** What the products are, in the same order. */
  readonly attributes: readonly GarmentAttributes[];
  readonly warnings: readonly WarningCode[];
  /** 0..255; see `maxDifferenceOutsideMask`. */
  readonly maxDifferenceOutsideMask: number;
}

/** For people. */
export function receiptText(receipt: RenderReceipt): string {
  const lines: [string, string][] = [
    ['size', `${receipt.widthPx} x ${receipt.heightPx} px`],
    ['kind', receipt.kinds.join(', ')],
    ['attributes', receipt.attributes.map(attributesText).join('; ')],
    ['warnings', receipt.warnings.join(', ') || 'none'],
    ['outside the mask', `largest difference ${receipt.maxDifferenceOutsideMask}`],
    ['backend', `${receipt.backend}, segmenter ${receipt.segmenter}, version ${receipt.version}`],
    ...Object.entries(receipt.models).map(([file, sha256]): [string, string] => [file, `sha256 ${sha256}`]),
    ...receipt.stages.map(({ stage, ms }): [string, string] => [stage, `${ms.toFixed(0)} ms`]),
    ['total', `${receipt.totalMs.toFixed(0)} ms`],
  ];
  const width = Math.max(...lines.map(([label]) => label.length));
  return lines.map(([label, value]) => `${label.padEnd(width)}  ${value}\n`).join('');
}

/** Those that the garment has, by their names. */
function attributesText(attributes: GarmentAttributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
