import {
  jointMapCells,
  jointMapsLength,
  jointNames,
  productScoresLength,
  type JointMaps,
  type ProductScores,
} from '@stylemap-tryon/core';

/** Channels behind those of the classes: the joints' heat maps, and the answers about the product. */
export const tiledChannels = ['joints', 'product'] as const;

/** Tiles along each side of these channels. */
const tiles = Math.sqrt(jointNames.length);
const tiledWidthPx = tiles * jointMapCells;

/**
 * The joints' channel holds all heat maps as tiles, map k at row k / 4 and column k % 4: MediaPipe hands each channel over at the size of the
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

/**
 * The product's channel has one answer a tile, everywhere the same, in the order of the joints' tiles.
 *
 * @param tiled 256 x 256
 */
export function untileProductScores(tiled: Float32Array): ProductScores {
  const middle = jointMapCells / 2;
  return Float32Array.from({ length: productScoresLength }, (_, slot) => {
    const [x, y] = [(slot % tiles) * jointMapCells + middle, Math.floor(slot / tiles) * jointMapCells + middle];
    return tiled[y * tiledWidthPx + x] as number;
  });
}
