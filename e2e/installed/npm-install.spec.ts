import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { installApp, makeApp } from './make-app.js';

test('installing the tag takes less than 70 MB on disk', async () => {
  // Depends on nothing else.
  const folder = await makeApp('html');
  await installApp(folder);
  const bytes = await bytesOnDisk(join(folder, 'node_modules'));
  await rm(folder, { recursive: true });
  expect(bytes).toBeGreaterThan(1e6);
  expect(bytes).toBeLessThan(70e6);
});

async function bytesOnDisk(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).blocks * 512));
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}
