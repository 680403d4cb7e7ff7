import type { Plane } from '../image/image.js';
import type { SmoothGround } from './smooth-ground.js';

/** A shadow keeps at least this much of the background's light in every channel, and the channels agree to this much. */
const leastLight = 0.72;
const channelSpread = 0.04;
/** A contact shadow is at most this wide, as a share of the mask's longest side. */
const widestShadow = 0.06;
/** Of a garment with more of such pixels it cannot be told: it is pale itself. */
const palestGarment = 0.15;

/**
 * Takes the soft shadow that a laid-out garment throws on its table out of a keyed mask, in place: pixels that are the background with less light,
 * reached from outside over a short way.
 *
 * @param colourAt sRGB code of a channel at an index of the mask.
 * @param ground of the table.
 */
export function clearTableShadow(mask: Plane, colourAt: (index: number, channel: number) => number, ground: SmoothGround): void {
  const { widthPx, heightPx, data } = mask;
  const isShade = (i: number) => {
    const light = ground.channels.map((codes, c) => colourAt(i, c) / Math.max(1, codes.data[i] as number));
    const [low, high] = [Math.min(...light), Math.max(...light)];
    return low >= leastLight && high <= 1 && high - low <= channelSpread;
  };
  const shade = Uint8Array.from(data, (value, i) => Number(value >= 0.5 && isShade(i)));
  const garmentPx = data.reduce((sum, value) => sum + Number(value >= 0.5), 0);
  if (shade.reduce((sum, value) => sum + value, 0) > palestGarment * garmentPx) return;
  let front = [...data.keys()].filter((i) => (data[i] as number) < 0.5);
  for (let step = 0; step < widestShadow * Math.max(widthPx, heightPx) && front.length > 0; step++) {
    const next: number[] = [];
    for (const i of front) {
      const x = i % widthPx;
      for (const [isThere, neighbour] of [
        [x > 0, i - 1],
        [x < widthPx - 1, i + 1],
        [i >= widthPx, i - widthPx],
        [i < data.length - widthPx, i + widthPx],
      ] as const) {
        if (!isThere || shade[neighbour] === 0) continue;
        shade[neighbour] = 0;
        data[neighbour] = 0;
        next.push(neighbour);
      }
    }
    front = next;
  }
}
