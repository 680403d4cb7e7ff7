import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveFolder, type Served } from './serve-folder.js';

/**
 * Serves the folder `cdn` of an app from an origin of its own, which takes the place of `https://cdn.example` in the page. The page pins the
 * script by the value that the folder gives for it.
 */
export async function serveOtherOrigin(folder: string): Promise<Served> {
  const assets = await serveFolder(join(folder, 'cdn'), { anyOrigin: true });
  const page = join(folder, 'public/index.html');
  const integrity = JSON.parse(await readFile(join(folder, 'cdn/stylemap-tryon/integrity.json'), 'utf8')) as Record<
    string,
    string
  >;
  const pinned = (await readFile(page, 'utf8')).replace(/sha384-[^"]+/, integrity['stylemap-tryon.js']!);
  await writeFile(page, pinned.replaceAll('https://cdn.example', assets.origin));
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
