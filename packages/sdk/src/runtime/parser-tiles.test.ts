import { expect, it } from 'vitest';
import { jointMapCells, jointNames, productScoresLength } from '@stylemap-tryon/core';
import { untileJointMaps, untileProductScores } from './parser-tiles.js';

it('cuts the tiles apart row by row, in the order of the joints', () => {
  const widthPx = 4 * jointMapCells;
  const [column, row] = [11, 37];
  const tiled = new Float32Array(widthPx * widthPx);
  jointNames.forEach((_, joint) => {
    const x = (joint % 4) * jointMapCells + column;
    const y = Math.floor(joint / 4) * jointMapCells + row;
    tiled[y * widthPx + x] = joint + 1;
  });
  const maps = untileJointMaps(tiled);
  const found = jointNames.map((_, joint) => maps[(joint * jointMapCells + row) * jointMapCells + column]);
  expect(found).toEqual(jointNames.map((_, joint) => joint + 1));
  expect(maps.filter((value) => value !== 0)).toHaveLength(jointNames.length);
});

it('reads one answer about the product from each tile', () => {
  const widthPx = 4 * jointMapCells;
  const tiled = Float32Array.from({ length: widthPx * widthPx }, (_, i) => {
    const [x, y] = [i % widthPx, Math.floor(i / widthPx)];
    return Math.floor(y / jointMapCells) * 4 + Math.floor(x / jointMapCells);
  });
  expect([...untileProductScores(tiled)]).toEqual([...Array(productScoresLength).keys()]);
});
