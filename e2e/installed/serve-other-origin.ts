import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveFolder, type Served } from './serve-folder.js';

/** Serves the folder `cdn` of an app from an origin of its own, which takes the place of `https://cdn.example` in the page. */
export async function serveOtherOrigin(folder: string): Promise<Served> {
  const assets = await serveFolder(join(folder, 'cdn'), { anyOrigin: true });
  const page = join(folder, 'public/index.html');
  await writeFile(page, (await readFile(page, 'utf8')).replaceAll('https://cdn.example', assets.origin));
  const shop = await serveFolder(join(folder, 'public'));
  return {
    origin: shop.origin,
    assetOrigin: assets.origin,
    close: async () => {
      await shop.close();
      await assets.close();
    },
  };
}
