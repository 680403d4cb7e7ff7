import type { Rect, RgbaImage } from '../image/image.js';
import { resampleImage } from '../image/resample.js';
import type { QuarterTurns } from '../image/view.js';
import { turnImage } from '../image/view.js';
import { jointMapCells } from '../locate/joint-maps.js';
import { trunkConfidenceWithin } from '../locate/trunk-confidence.js';
import type { Segmenter } from '../ports.js';
import { parserSizePx } from '../ports.js';

const tilePx = parserSizePx / 2;
const tileCells = jointMapCells / 2;
/** Room about the person in a tile. */
const tileRoom = 1.1;
/** The parser has to be this much surer of a turned trunk than of the picture as it is. */
const surerBy = 0.05;

/**
 * How a picture has to be turned for a trunk to be seen upright in it: one pass of the parser over all four ways at once, a quarter of the picture
 * each. The tiles are coarse, so the answer is a guess that has to be looked at.
 *
 * @param box about the person, in the picture's pixels.
 * @returns 0 where nothing speaks for a turn.
 */
export async function guessTurn(picture: RgbaImage, box: Rect, segmenter: Segmenter): Promise<QuarterTurns> {
  const tile = resampleImage(picture, squareAround(box), tilePx, tilePx);
  const { jointMaps } = await segmenter.segment(fourWays(tile));
  const [asItIs, ...turned] = ([0, 1, 2, 3] as const).map((turns) => {
    const { xPx, yPx } = tileCorner(turns, tileCells);
    return trunkConfidenceWithin(jointMaps, { xPx, yPx, widthPx: tileCells, heightPx: tileCells });
  }) as [number, number, number, number];
  const best = Math.max(...turned);
  return best > asItIs + surerBy ? ((turned.indexOf(best) + 1) as QuarterTurns) : 0;
}

function squareAround({ xPx, yPx, widthPx, heightPx }: Rect): Rect {
  const sidePx = tileRoom * Math.max(widthPx, heightPx);
  return { xPx: xPx + (widthPx - sidePx) / 2, yPx: yPx + (heightPx - sidePx) / 2, widthPx: sidePx, heightPx: sidePx };
}

const tileCorner = (turns: QuarterTurns, side: number) => ({ xPx: (turns % 2) * side, yPx: Math.floor(turns / 2) * side });

function fourWays(tile: RgbaImage): RgbaImage {
  const data = new Uint8ClampedArray(4 * parserSizePx ** 2);
  for (const turns of [0, 1, 2, 3] as const) {
    const turned = turnImage(tile, turns);
    const { xPx, yPx } = tileCorner(turns, tilePx);
    for (let row = 0; row < tilePx; row++) {
      const from = turned.data.subarray(4 * row * tilePx, 4 * (row + 1) * tilePx);
      data.set(from, 4 * ((yPx + row) * parserSizePx + xPx));
    }
  }
  return { widthPx: parserSizePx, heightPx: parserSizePx, data };
}
