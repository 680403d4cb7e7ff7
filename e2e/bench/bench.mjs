/**
 * npm run bench -- [--photo FILE] [--segmenter mediapipe|onnx] [--runs N] [--json FILE]
 *
 * Times the built sdk in Chromium, wasm with one thread, on a photo of 1024 x 1365 px: stage by stage, a warm try-on, a garment switch, the
 * first visit with its download, and the longest time that the page's main thread was held up. Then each graph of the network by itself, beside
 * the bars of a release.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import sharp from 'sharp';
import { chromiumArgs, requireChromium } from '../../.ci/chromium.mjs';
import { startTestServer } from '../server.mjs';
import { judgeGraphs } from './bars.mjs';
import { round, summarise } from './statistics.mjs';
import { timeGraphs } from './time-graphs.mjs';

const { values: options } = parseArgs({
  options: {
    photo: { type: 'string', default: join(import.meta.dirname, '../../examples/assets/shopper-test.webp') },
    segmenter: { type: 'string', default: 'auto' },
    runs: { type: 'string', default: '15' },
    json: { type: 'string' },
  },
});

const photoUrl = '/made/photo.jpg';
const productUrls = ['/pictures/top-breton.webp', '/pictures/tee-sunset.webp'];

const photo = await sharp(readFileSync(options.photo))
  .rotate()
  .resize(1024, 1365, { fit: 'cover' })
  .jpeg({ quality: 92 })
  .toBuffer();
const server = await startTestServer();
const browser = await chromium.launch({ executablePath: await requireChromium(), args: chromiumArgs });
try {
  const context = await browser.newContext();
  await context.route(`**${photoUrl}`, (route) => route.fulfill({ body: photo, contentType: 'image/jpeg' }));
  const page = await context.newPage();
  const downloads = [];
  page.on('response', (response) => downloads.push(response));

  await page.goto(`${server.origin}/pages/engine.html`);
  const first = await page.evaluate(firstVisit, { photoUrl, productUrls, segmenter: options.segmenter });
  const download = await measureDownloads(downloads);
  const samples = await page.evaluate(warmRuns, { runs: Number(options.runs) });
  const longestGapMs = await page.evaluate(longestMainThreadGap);
  await page.close();
  const graphs = await timeGraphs(await context.newPage(), server.origin, Number(options.runs));

  const report = {
    machine: { cpu: cpus()[0]?.model, cores: cpus().length, browser: `Chromium ${browser.version()}` },
    engine: first.info,
    photo: { widthPx: 1024, heightPx: 1365 },
    stages: Object.fromEntries(Object.entries(samples.stages).map(([stage, samplesMs]) => [stage, summarise(samplesMs)])),
    warmTryOn: summarise(samples.tryOnMs),
    garmentSwitch: summarise(samples.switchMs),
    firstVisit: { ms: round(first.ms), ...download },
    longestMainThreadGapMs: round(longestGapMs),
    graphs,
    bars: judgeGraphs(graphs),
  };
  print(report);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(report, undefined, 2)}\n`);
} finally {
  await browser.close();
  await server.close();
}

/** Runs in the page: engine, person, garments and the first result from nothing. Leaves all of them for the warm runs. */
async function firstVisit({ photoUrl, productUrls, segmenter }) {
  const [photo, ...products] = await Promise.all([photoUrl, ...productUrls].map(async (url) => (await fetch(url)).blob()));
  const tryOn = sdk.createTryOn({ backend: 'wasm', segmenter });
  const startMs = performance.now();
  const person = await tryOn.preparePerson(photo);
  const garments = [await tryOn.prepareGarment(products[0], { type: 'top' })];
  await tryOn.dress(person, garments[0]);
  const ms = performance.now() - startMs;
  garments.push(await tryOn.prepareGarment(products[1], { type: 'top' }));
  globalThis.warm = { tryOn, photo, garments };
  return { ms, info: await tryOn.load() };
}

/** Runs in the page: per run a new person in the first garment, then the same person in the second. */
async function warmRuns({ runs }) {
  const { tryOn, photo, garments } = globalThis.warm;
  const stages = {};
  const tryOnMs = [];
  const switchMs = [];
  const addStages = (timings) => {
    const sums = {};
    for (const { stage, ms } of timings) sums[stage] = (sums[stage] ?? 0) + ms;
    for (const [stage, ms] of Object.entries(sums)) (stages[stage] ??= []).push(ms);
  };
  for (let run = 0; run < runs; run++) {
    const startMs = performance.now();
    const person = await tryOn.preparePerson(photo);
    const result = await tryOn.dress(person, garments[0]);
    const dressedMs = performance.now();
    await tryOn.dress(person, garments[1]);
    tryOnMs.push(dressedMs - startMs);
    switchMs.push(performance.now() - dressedMs);
    addStages([...person.stages, ...result.receipt.stages]);
    person.dispose();
  }
  return { stages, tryOnMs, switchMs };
}

/** Runs in the page: the longest time between two ticks of a timer while a person is prepared and dressed, timed apart from the others. */
async function longestMainThreadGap() {
  const { tryOn, photo, garments } = globalThis.warm;
  let longestMs = 0;
  let lastMs = performance.now();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    longestMs = Math.max(longestMs, nowMs - lastMs);
    lastMs = nowMs;
  }, 1);
  const person = await tryOn.preparePerson(photo);
  await tryOn.dress(person, garments[0]);
  clearInterval(timer);
  return Math.max(longestMs, performance.now() - lastMs);
}

/** What a first visit fetches besides the pictures: as served, and as a server that compresses would send it. */
async function measureDownloads(responses) {
  const bodies = await Promise.all(
    responses
      .filter((response) => response.ok() && !/\/(pictures|made)\//.test(response.url()))
      .map((response) => response.body()),
  );
  const megabytes = (lengths) => round(lengths.reduce((sum, length) => sum + length, 0) / 1e6);
  return {
    files: bodies.length,
    downloadMegabytes: megabytes(bodies.map((body) => body.length)),
    gzippedMegabytes: megabytes(bodies.map((body) => gzipSync(body).length)),
  };
}

function print({ machine, engine, stages, warmTryOn, garmentSwitch, firstVisit: first, longestMainThreadGapMs, graphs, bars }) {
  console.log(
    `${machine.browser}, ${machine.cores} x ${machine.cpu}; ${engine.backend}, parser in ${engine.segmenter}, 1024 x 1365 px`,
  );
  console.table({ ...stages, 'warm try-on': warmTryOn, 'garment switch': garmentSwitch });
  console.log(
    `First visit, from an empty cache on this machine: ${first.ms} ms, ${first.files} files, ` +
      `${first.downloadMegabytes} MB (${first.gzippedMegabytes} MB gzipped).`,
  );
  console.log(`Longest gap of the page's main thread during a run: ${longestMainThreadGapMs} ms.`);
  console.log('The graphs by themselves, wasm, one thread:');
  console.table(graphs);
  for (const { name, value, bar, clears } of bars)
    console.log(`${name}: ${value.toFixed(2)} ${clears ? 'clears' : 'MISSES'} ${bar}`);
}
