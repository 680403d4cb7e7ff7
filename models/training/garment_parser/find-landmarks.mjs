/**
 * node models/training/garment_parser/find-landmarks.mjs --photos DIR --teacher FILE --out FILE [--mirrored]
 *
 * Asks MediaPipe's pose network (`pose_landmarker_lite.task`) for the joints of every photo of a folder, in Chromium and without a server elsewhere. Writes
 * what `joints.py` reads: `joints`, the names, and for each photo that shows somebody a row of [x, y, visibility] in fractions of the picture. With
 * `--mirrored` the pictures are turned round first, which tells where the teacher contradicts itself.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { requireChromium } from '../../../.ci/chromium.mjs';

/** Names of the teacher's landmarks that are joints, by its index. */
const joints = {
  0: 'nose',
  11: 'left-shoulder',
  12: 'right-shoulder',
  13: 'left-elbow',
  14: 'right-elbow',
  15: 'left-wrist',
  16: 'right-wrist',
  23: 'left-hip',
  24: 'right-hip',
  25: 'left-knee',
  26: 'right-knee',
  27: 'left-ankle',
  28: 'right-ankle',
};
const mimeTypes = /** @type {Record<string, string>} */ ({ '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm' });

const { values } = parseArgs({
  options: {
    photos: { type: 'string' },
    teacher: { type: 'string' },
    out: { type: 'string' },
    mirrored: { type: 'boolean', default: false },
  },
});
const { photos: folder, teacher, out, mirrored } = values;
if (!folder || !teacher || !out) throw new TypeError('--photos, --teacher and --out are needed.');

const server = serve([
  ['/mediapipe/', dirname(createRequire(import.meta.url).resolve('@mediapipe/tasks-vision'))],
  ['/photos/', folder],
  ['/teacher/', dirname(teacher)],
]);
const browser = await chromium.launch({ executablePath: await requireChromium(), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`);
  await page.evaluate(loadTeacher, `/teacher/${parse(teacher).base}`);
  const files = readdirSync(folder).filter((file) => ['.jpg', '.png'].includes(extname(file)));
  /** @type {Record<string, number[][]>} */
  const found = {};
  for (const file of files.sort()) {
    const points = await page.evaluate(findJoints, { url: `/photos/${encodeURIComponent(file)}`, mirrored, indices: Object.keys(joints) });
    if (points) found[parse(file).name] = points;
  }
  writeFileSync(out, `${JSON.stringify({ joints: Object.values(joints), photos: found })}\n`);
  process.stdout.write(`${Object.keys(found).length} of ${files.length} photos show somebody\n`);
} finally {
  await browser.close();
  server.close();
}

/** @param {string} url */
async function loadTeacher(url) {
  const library = '/mediapipe/vision_bundle.mjs';
  const { FilesetResolver, PoseLandmarker } = await import(library);
  Object.assign(globalThis, {
    teacher: await PoseLandmarker.createFromOptions(await FilesetResolver.forVisionTasks('/mediapipe/wasm'), {
      baseOptions: { modelAssetPath: url, delegate: 'CPU' },
      runningMode: 'IMAGE',
    }),
  });
}

/** @param {{ url: string, mirrored: boolean, indices: string[] }} question */
async function findJoints({ url, mirrored, indices }) {
  const bitmap = await createImageBitmap(await (await fetch(url)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  if (mirrored) context.setTransform(-1, 0, 0, 1, canvas.width, 0);
  context.drawImage(bitmap, 0, 0);
  /** @type {{ landmarks: { x: number, y: number, visibility: number }[][] }} */
  const { landmarks } = /** @type {any} */ (globalThis).teacher.detect(canvas);
  const person = landmarks[0];
  const rounded = (/** @type {number} */ value) => Math.round(value * 1e4) / 1e4;
  return person && indices.map((index) => [person[Number(index)].x, person[Number(index)].y, person[Number(index)].visibility].map(rounded));
}

/** @param {readonly (readonly [prefix: string, folder: string])[]} folders */
function serve(folders) {
  return createServer(({ url = '/' }, response) => {
    const [prefix, root] = folders.find(([start]) => url.startsWith(start)) ?? [];
    response.setHeader('content-type', mimeTypes[extname(url)] ?? (prefix ? 'application/octet-stream' : 'text/html'));
    response.end(prefix && root ? readFileSync(join(root, decodeURIComponent(url.slice(prefix.length)))) : '');
  }).listen(0, '127.0.0.1');
}
