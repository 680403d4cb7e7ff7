import type { Rect } from '../image/image.js';
import type { JointMaps } from './joint-maps.js';
import { jointMapCells } from './joint-maps.js';
import type { Landmark, Landmarks } from './landmarks.js';
import { jointNames } from './landmarks.js';

/**
 * A joint is where its heat map is highest, and as sure as it is high there.
 *
 * @param rect what the maps cover, in photo pixels
 */
export function readLandmarks(maps: JointMaps, rect: Rect): Landmarks {
  const count = jointMapCells ** 2;
  const entries = jointNames.map((name, joint) => [name, readJoint(maps.subarray(joint * count, (joint + 1) * count), rect)]);
  return Object.fromEntries(entries) as Landmarks;
}

function readJoint(map: Float32Array, rect: Rect): Landmark {
  let peak = 0;
  for (let cell = 1; cell < map.length; cell++) if ((map[cell] as number) > (map[peak] as number)) peak = cell;
  const [column, row] = [peak % jointMapCells, Math.floor(peak / jointMapCells)];
  const x = column + summitOffset(map, peak, column, 1);
  const y = row + summitOffset(map, peak, row, jointMapCells);
  return {
    // The middle of a cell is half a cell from its edge.
    xPx: rect.xPx + ((x + 0.5) / jointMapCells) * rect.widthPx,
    yPx: rect.yPx + ((y + 0.5) / jointMapCells) * rect.heightPx,
    confidence: Math.min(1, Math.max(0, map[peak] as number)),
  };
}

/** Smallest value whose logarithm is taken: an empty cell of a sigmoid is not quite zero. */
const floor = 1e-4;

/**
 * How far the summit lies from its highest cell along one axis, in cells: a joint's heat map is a Gaussian, and the logarithm of one is a parabola, which
 * three values settle.
 *
 * @param place of the peak along the axis
 * @param stride from a cell to the next along the axis
 */
function summitOffset(map: Float32Array, peak: number, place: number, stride: number): number {
  if (place === 0 || place === jointMapCells - 1) return 0;
  const [before, here, after] = [peak - stride, peak, peak + stride].map((cell) =>
    Math.log(Math.max(floor, map[cell] as number)),
  ) as [number, number, number];
  const bend = before - 2 * here + after;
  return bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
}
