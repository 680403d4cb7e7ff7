import { cp, readdir } from 'node:fs/promises';
import { sdkAssetFolder } from './asset-folder.js';

/** Copies the sdk's assets into a folder, made if need be. @returns how many files there are */
export async function copyAssets(targetDir: string, sourceDir = sdkAssetFolder()): Promise<number> {
  await cp(sourceDir, targetDir, { recursive: true });
  const entries = await readdir(sourceDir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}
