import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

// Type-aware rules need the file on disk; the law does not.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => !ruleId.startsWith('@typescript-eslint/'),
});

/** The rules that a file of this content would break at this path. */
async function brokenRules(path: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, path) });
  return result!.messages.map(({ ruleId }) => ruleId);
}

describe('the import law', () => {
  it.each([
    ['packages/core/src/warp.ts', 'lit'],
    ['packages/core/src/warp.ts', 'node:fs'],
    ['packages/core/src/warp.test.ts', './helpers.js'],
    ['packages/sdk/src/shared/protocol.ts', '../client/index.js'],
    ['packages/sdk/src/client/index.ts', '../worker/queue.js'],
    ['packages/sdk/src/client/index.ts', 'onnxruntime-web/wasm'],
    ['packages/sdk/src/client/index.ts', '@mediapipe/tasks-vision'],
    ['packages/sdk/src/runtime/network.ts', '../worker/queue.js'],
    ['packages/sdk/src/worker/queue.ts', '../client/index.js'],
    ['packages/sdk/src/worker/queue.ts', 'lit'],
    ['packages/element/src/slider.ts', '@stylemap-tryon/core/testing'],
    ['packages/element/src/slider.ts', '@stylemap-tryon/sdk/worker'],
    ['packages/element/src/slider.ts', 'onnxruntime-web/webgpu'],
    ['packages/element/src/words/strings.ts', '../render/view.js'],
    ['packages/element/src/state/phase.ts', '../fitting/fitting-session.js'],
    ['packages/element/src/render/tray.ts', '../fitting/try-on-runner.js'],
    ['packages/element/src/shelf/shelf-drawer.ts', '../fitting/try-on-runner.js'],
    ['packages/element/src/rooms/consent/consent-room.ts', '../../fitting/outfit.js'],
    ['packages/element/src/rooms/consent/consent-room.ts', '../export/exporter.js'],
    ['packages/assets/src/index.ts', 'sharp'],
    ['packages/cli/src/render.ts', '../../core/src/pipeline.js'],
    ['examples/storefront/main.js', '../../packages/element/src/index.js'],
    ['e2e/tryon.spec.ts', '../packages/sdk/src/client/index.js'],
    ['e2e/tryon.spec.ts', './utils.js'],
    ['models/evaluate/masks.mjs', '../../packages/core/dist/index.js'],
  ])('closes %s to %s', async (path, specifier) => {
    expect(await brokenRules(path, `import '${specifier}';\n`)).toEqual(['no-restricted-imports']);
  });

  it.each([
    ['packages/core/src/warp.ts', './image.js'],
    ['packages/core/src/warp.test.ts', 'vitest'],
    ['packages/sdk/src/client/index.ts', '../shared/protocol.js'],
    ['packages/sdk/src/worker/queue.ts', 'onnxruntime-web/wasm'],
    ['packages/element/src/slider.ts', '@stylemap-tryon/sdk'],
    ['packages/element/src/rooms/consent/consent-room.ts', '../../styles/controls.js'],
    ['packages/cli/src/render.ts', '@stylemap-tryon/sdk/runtime'],
    ['e2e/tryon.spec.ts', '@playwright/test'],
  ])('leaves %s open to %s', async (path, specifier) => {
    expect(await brokenRules(path, `import '${specifier}';\n`)).toEqual([]);
  });

  it.each(['utils', 'helper', 'misc', 'common', 'WarpGarment'])('refuses a file named %s', async (name) => {
    expect(await brokenRules(`packages/core/src/${name}.ts`, 'export {};\n')).toEqual(['house/file-names']);
  });

  it('refuses default exports and enums', async () => {
    expect(await brokenRules('packages/core/src/warp.ts', 'export default 1;\n')).toEqual(['no-restricted-exports']);
    expect(await brokenRules('packages/core/src/warp.ts', 'enum Side { Left }\n')).toEqual(['no-restricted-syntax']);
  });
});

describe('the import law of models/training', () => {
  const sources = readdirSync(join(root, 'models/training'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.py'),
  );
  const graphs = sources.filter((path) => basename(path) === 'model.py');
  const exporters = sources.filter((path) => basename(path) === 'export.py');

  it('finds the networks and their exporters', () => {
    expect(graphs.length).toBeGreaterThan(0);
    expect(exporters.length).toBeGreaterThan(0);
  });

  it.each(graphs)('%s needs torch and nothing else', (path) => {
    const standardLibrary = ['dataclasses', 'math', 'typing', 'collections', '__future__'];
    expect(pythonImports(path).filter((name) => name !== 'torch' && !standardLibrary.includes(name))).toEqual([]);
  });

  it.each(exporters)('%s needs nothing of training', (path) => {
    const ofTraining = ['train', 'data', 'losses', 'evaluate', 'synthetic', 'cache', 'pretrained', 'crops'];
    expect(pythonImports(path).filter((name) => ofTraining.includes(name))).toEqual([]);
  });

  it.each(sources)('%s is named for what it does', (path) => {
    expect(basename(path, '.py')).not.toMatch(/^(utils?|helpers?|misc|common)$/);
  });
});

/** Module names a Python file imports, the dots of relative imports left off: `from .data import x` gives `data`. */
function pythonImports(path: string): string[] {
  const source = readFileSync(join(root, 'models/training', path), 'utf8');
  return [...source.matchAll(/^\s*(?:from\s+\.*([\w]*)[\w.]*\s+import\b|import\s+(\w+))/gm)].map(
    (match) => (match[1] ?? match[2])!,
  );
}
