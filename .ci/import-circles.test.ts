import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../packages/core/src');

/** Which files a file imports, types included; by paths without extension. */
type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Tests import what they test, and nobody imports them. */
function importGraph(folder: string): ImportGraph {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /(?<!\.test)\.ts$/.test(path));
  return new Map(
    paths.map((path) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(join(folder, path), 'utf8'));
      const relatives = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
      return [slashed(path), relatives.map((name) => slashed(relative('.', normalize(join(dirname(path), name)))))];
    }),
  );
}

function slashed(path: string): string {
  return path
    .split(sep)
    .join('/')
    .replace(/\.[jt]s$/, '');
}

/** The first way found that comes back to where it began; `undefined` where every way ends. */
function findCircle(graph: ImportGraph): readonly string[] | undefined {
  const open = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string): readonly string[] | undefined => {
    if (open.has(file)) return [...open].slice([...open].indexOf(file)).concat(file);
    if (done.has(file)) return undefined;
    open.add(file);
    for (const imported of graph.get(file) ?? []) {
      const circle = visit(imported);
      if (circle) return circle;
    }
    open.delete(file);
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = visit(file);
    if (circle) return circle;
  }
  return undefined;
}

/** The same imports between folders; files of the topmost folder are the ground that every room stands on. */
function roomGraph(graph: ImportGraph): ImportGraph {
  const rooms = new Map<string, string[]>();
  for (const [file, imports] of graph) {
    const room = roomOf(file);
    const others = imports.map(roomOf).filter((other) => other !== room && other !== '');
    if (room !== '') rooms.set(room, [...(rooms.get(room) ?? []), ...others]);
  }
  return rooms;
}

function roomOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] as string) : '';
}

describe('imports of core', () => {
  const graph = importGraph(source);

  it('reads every file, and finds each import again', () => {
    expect(graph.size).toBeGreaterThan(60);
    for (const imports of graph.values()) for (const imported of imports) expect([...graph.keys()]).toContain(imported);
  });

  it('go round in no circle, from file to file', () => {
    expect(findCircle(graph)).toBeUndefined();
  });

  it('go round in no circle, from room to room', () => {
    expect(findCircle(roomGraph(graph))).toBeUndefined();
  });
});

describe('the search for circles', () => {
  it('names the files of one', () => {
    const graph = new Map([
      ['image/a', []],
      ['mask/b', ['image/a', 'mask/c']],
      ['mask/c', ['product/d']],
      ['product/d', ['mask/b']],
    ]);
    expect(findCircle(graph)).toEqual(['mask/b', 'mask/c', 'product/d', 'mask/b']);
    expect(findCircle(roomGraph(graph))).toEqual(['mask', 'product', 'mask']);
  });

  it('lets two ways lead to one file', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', []],
    ]);
    expect(findCircle(graph)).toBeUndefined();
  });
});
