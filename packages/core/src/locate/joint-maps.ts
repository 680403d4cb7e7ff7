import type { Plane } from '../image/image.js';
import { resamplePlane, wholeOf } from '../image/resample.js';
import { jointNames } from './landmarks.js';

/** Cells along each side of a joint's heat map, which covers the whole picture that the parser saw. */
export const jointMapCells = 64;

/** Heat maps of all joints, `[16, 64, 64]` in the order of `jointNames`, each value in [0, 1]. */
export type JointMaps = Float32Array;

export const jointMapsLength = jointNames.length * jointMapCells ** 2;

/** The maps without the joints that lie where a plane over the same picture is 1. */
export function clearCells(maps: JointMaps, where: Plane): JointMaps {
  const cells = resamplePlane(where, wholeOf(where), jointMapCells, jointMapCells, 'replicate').data;
  return maps.map((value, i) => ((cells[i % cells.length] as number) < 0.5 ? value : 0));
}

/** For every joint the one that a mirror shows in its place. */
const mirroredIndex = jointNames.map((name) => jointNames.findIndex((other) => other === mirroredName(name)));

function mirroredName(name: string): string {
  if (name.startsWith('left')) return name.replace('left', 'right');
  return name.replace('right', 'left');
}

/** The mean of the maps of a picture and of those of its mirror image, whose left is the person's right. */
export function meanWithMirrored(maps: JointMaps, mirrored: JointMaps): JointMaps {
  const count = jointMapCells ** 2;
  const mean = new Float32Array(jointMapsLength);
  mirroredIndex.forEach((other, joint) => {
    for (let cell = 0; cell < count; cell++) {
      const x = cell % jointMapCells;
      const reflected = cell - x + jointMapCells - 1 - x;
      mean[joint * count + cell] = ((maps[joint * count + cell] as number) + (mirrored[other * count + reflected] as number)) / 2;
    }
  });
  return mean;
}
