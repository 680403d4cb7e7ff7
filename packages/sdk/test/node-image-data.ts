import type { RgbaImage } from '@stylemap-tryon/core';

/** Node has no ImageData; the client makes its results of it and takes it as a source. */
export class NodeImageData {
  constructor(
    readonly data: Uint8ClampedArray,
    readonly width: number,
    readonly height: number,
  ) {}
}

export function nodeImageData({ data, widthPx, heightPx }: RgbaImage): ImageData {
  return new NodeImageData(data, widthPx, heightPx) as unknown as ImageData;
}
