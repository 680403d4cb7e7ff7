/** The features of the perceptual distance, which are no part of the project. */
import { existsSync, readFileSync } from 'node:fs';
import { readNpz } from './npz.mjs';
import { createPerceptualNetwork } from './squeezenet.mjs';

export const usualFeatures = '../shared/models/squeezenet_v1.0.npz';

/**
 * @param {string | undefined} given
 * @param {(line: string) => void} note told that the usual file is missing, in which case there is no perceptual distance
 * @throws Error for a file that was asked for and is not there
 */
export async function openFeatures(given, note) {
  const file = given ?? usualFeatures;
  if (given || existsSync(file)) return createPerceptualNetwork(readNpz(readFileSync(file)));
  note(`No perceptual distance: ${file} is missing.`);
  return undefined;
}
