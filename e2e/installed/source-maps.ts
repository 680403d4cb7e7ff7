import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import type { UnpackedPackage } from './unpack.js';

interface SourceMap {
  sourceRoot?: string;
  sources: string[];
  sourcesContent?: (string | null)[];
}

/** What a debugger would look for in vain: maps that files name, and sources that maps name and do not hold. */
export async function danglingMaps({ folder, files }: UnpackedPackage): Promise<string[]> {
  const dangling: string[] = [];
  const isPublished = (path: string) => files.includes(normalize(path));
  for (const file of files) {
    if (/\.[cm]?[jt]s$/.test(file)) {
      // The last of them counts; others are text in the code of a bundler.
      const url = (await readFile(join(folder, file), 'utf8')).match(/^\/\/# sourceMappingURL=(?!data:)(\S+)\s*$/gm)?.at(-1);
      const map = url && join(dirname(file), url.trim().replace(/^.*=/, ''));
      if (map && !isPublished(map)) dangling.push(`${file} names ${map}`);
    }
    if (file.endsWith('.map')) {
      const {
        sourceRoot = '',
        sources,
        sourcesContent = [],
      } = JSON.parse(await readFile(join(folder, file), 'utf8')) as SourceMap;
      const missing = sources.filter(
        (source, i) => typeof sourcesContent[i] !== 'string' && !isPublished(join(dirname(file), sourceRoot, source)),
      );
      dangling.push(...missing.map((source) => `${file} names ${source}`));
    }
  }
  return dangling;
}
