import { jointMapCells, jointMapsLength, jointNames, type JointMaps } from '@stylemap-tryon/core';

/** Tiles along each side of the parser's last channel. */
const tiles = Math.sqrt(jointNames.length);
const tiledWidthPx = tiles * jointMapCells;

/**
 * The parser's last channel holds all heat maps as tiles, map k at row k / 4 and column k % 4: MediaPipe hands each channel over at the size of the
 * picture, and sixteen more would take longer than the network.
 *
 * @param tiled 256 x 256
 */
export function untileJointMaps(tiled: Float32Array): JointMaps {
  const maps = new Float32Array(jointMapsLength);
  for (let joint = 0; joint < jointNames.length; joint++) {
    const corner = Math.floor(joint / tiles) * jointMapCells * tiledWidthPx + (joint % tiles) * jointMapCells;
    for (let row = 0; row < jointMapCells; row++) {
      const start = corner + row * tiledWidthPx;
      maps.set(tiled.subarray(start, start + jointMapCells), (joint * jointMapCells + row) * jointMapCells);
    }
  }
  return maps;
}
