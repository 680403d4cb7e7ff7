/**
 * Serves the examples on this machine: `node examples/serve.mjs [--port 4173] [--open]`. No dependencies.
 *
 * The pages get the strictest Content-Security-Policy a shop could set, to show that the tag works under it.
 */
import { spawn } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const examplesFolder = fileURLToPath(new URL('.', import.meta.url));

/** URL prefix to folder; the first match counts. The tag is served as a shop would host its published package. */
const mounts = [
  ['/stylemap-tryon/', fileURLToPath(new URL('../packages/assets/public/', import.meta.url))],
  ['/', examplesFolder],
];

/** Other extensions are not served. */
const mimeTypes = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.onnx': 'application/octet-stream',
  '.tflite': 'application/octet-stream',
  '.gz': 'application/gzip',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

/** `blob:` images are the shopper's photo on screen; `wasm-unsafe-eval` compiles WebAssembly and allows no other eval. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * @param {{port?: number}} options the first port to try; 0 lets the system choose
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function startServer({ port = 4173 } = {}) {
  const server = createServer((request, response) => {
    respond(request, response).catch(() => send(response, 500, 'The server failed.'));
  });
  await listenFrom(server, port);
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Takes the next port while one is in use. */
async function listenFrom(server, firstPort) {
  const attempts = 20;
  for (let port = firstPort; ; port += 1) {
    try {
      await new Promise((listening, failed) => {
        server.once('error', failed);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', failed);
          listening();
        });
      });
      return;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port >= firstPort + attempts) throw error;
    }
  }
}

async function respond(request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'Only GET and HEAD.');
  const { pathname } = new URL(request.url, 'http://127.0.0.1');
  if (pathname === '/') return redirect(response, '/storefront/');

  const file = fileOf(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  const type = file && mimeTypes[extname(file).toLowerCase()];
  const info = type ? await stat(file).catch(() => undefined) : undefined;
  if (!info?.isFile()) return send(response, 404, 'Not found.');

  // Files change while one develops, and a model that no longer fits its manifest is an error: so everything is cached and
  // always asked about. A shop would rather give hashed folders a year.
  const etag = `"${info.size.toString(36)}-${Math.trunc(info.mtimeMs).toString(36)}"`;
  const headers = {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
    ETag: etag,
  };
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end();
  response.writeHead(200, { ...headers, 'Content-Length': info.size });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The file behind a URL path, or `undefined` when the path is malformed or leads out of its folder. */
function fileOf(pathname) {
  const [prefix, folder] = mounts.find(([start]) => pathname.startsWith(start));
  try {
    const path = decodeURIComponent(pathname.slice(prefix.length));
    const file = resolve(folder, path);
    const inside = file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
    return inside && !path.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
}

function redirect(response, location) {
  response.writeHead(302, { Location: location }).end();
}

function send(response, status, text) {
  if (response.headersSent) return response.destroy();
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

/** A convenience: no browser, no desktop or a CI machine is no failure. */
function openBrowser(url) {
  if (process.env.CI) return;
  const commands = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '""', url] };
  const [command, ...args] = commands[process.platform] ?? ['xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: 'string' }, open: { type: 'boolean', default: false } } });
  const port = Number(values.port ?? process.env.PORT ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new TypeError(`--port: ${values.port} is not a port`);
  if (!existsSync(join(mounts[0][1], 'stylemap-tryon.js'))) {
    console.warn('The tag is not built yet: run `npm run build`, then reload the page.');
  }
  const { url, close } = await startServer({ port });
  console.log(`Storefront: ${url}storefront/   (Ctrl+C stops it)`);
  if (values.open) openBrowser(`${url}storefront/`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close());
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
