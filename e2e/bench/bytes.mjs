/**
 * npm run bytes
 *
 * What a shopper's visit transfers, moment by moment: counted where it leaves the server, as stored and as a server that compresses would send it.
 * Pictures and the page itself are left out. Scripts are cached as docs/self-hosting.md has it.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { chromiumArgs, requireChromium } from '../../.ci/chromium.mjs';
import { startTestServer } from '../server.mjs';

const photo = 'examples/assets/shopper-test.webp';
const moments = {};
let served = [];

const server = await startTestServer({
  onServed: (path) => served.push(path),
  cacheControl: (pathname) => (pathname.endsWith('.json') ? 'no-cache' : 'max-age=600'),
});
const browser = await chromium.launch({ executablePath: await requireChromium(), args: chromiumArgs });
try {
  for (const [name, page] of [
    ['loader', 'loader.html'],
    ['tag', 'tag.html'],
  ]) {
    await visit(async (context) => {
      const tab = await open(context, page);
      note(`${name}, untouched`);
      await tryOn(tab);
      note(`${name}, first try-on`);
      await tryOn(await open(context, page));
      note(`${name}, the same on a second visit`);
    });
  }
  await visit(async (context) => {
    const tab = await open(context, 'engine.html');
    note();
    await tab.evaluate(() => sdk.createTryOn({ backend: 'wasm', segmenter: 'onnx' }).load());
    note("sdk, loading with the parser's ONNX twin, which needs no MediaPipe");
  });
  console.table(moments);
} finally {
  await browser.close();
  await server.close();
}

async function visit(steps) {
  const context = await browser.newContext();
  await steps(context);
  await context.close();
}

async function open(context, page) {
  const tab = await context.newPage();
  await tab.goto(`${server.origin}/pages/${page}`, { waitUntil: 'networkidle' });
  return tab;
}

async function tryOn(tab) {
  // Wakes the loader, which defines the tag.
  await tab.locator('stylemap-tryon').dispatchEvent('pointerdown');
  await tab.waitForFunction(() => customElements.get('stylemap-tryon'));
  const done = tab.locator('stylemap-tryon').evaluate(
    (tag) =>
      new Promise((resolve, reject) => {
        tag.addEventListener('tryon-result', () => resolve(), { once: true });
        tag.addEventListener('tryon-error', ({ detail }) => reject(detail.error), { once: true });
      }),
  );
  await tab.locator('stylemap-tryon input#choose').setInputFiles(photo);
  await done;
}

/** Enters what has been served since the last time under this name; without one it is forgotten. */
function note(moment) {
  const files = served.filter((path) => !/\/(pages|assets)\/[^/]+$/.test(path));
  served = [];
  if (!moment) return;
  const contents = files.map((path) => readFileSync(path));
  const kilobytes = (sizes) => Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10;
  moments[moment] = {
    files: files.length,
    'kB as stored': kilobytes(contents.map(({ length }) => length)),
    'kB gzipped': kilobytes(contents.map((content) => gzipSync(content, { level: 9 }).length)),
  };
}
