/**
 * Serves the built packages, the test pages and the pictures to tests and benchmark, under the content security policy that the README
 * promises to work with. Everything is under one origin, so a request to any other is a defect.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const root = join(import.meta.dirname, '..');

/** URL prefix to folder. */
const mounts = {
  '/core/': 'packages/core/dist',
  '/sdk/': 'packages/sdk/dist',
  '/stylemap-tryon/': 'packages/assets/public',
  '/ort/': 'node_modules/onnxruntime-web/dist',
  '/pages/': 'e2e/pages',
  '/pictures/': 'examples/assets',
  '/fixtures/': 'models/fixtures',
};

const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.css': 'text/css',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
};

/** The nonce admits the test pages' import map, which cannot be a file of its own. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval' 'nonce-e2e'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types stylemap-tryon lit-html 'allow-duplicates'",
].join('; ');

/**
 * @param {{ cacheControl?: (pathname: string) => string, onServed?: (path: string) => void }} [options] `cacheControl` of each response: by
 *   default browsers ask every time; `onServed` is told the path of each file that is sent
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>} on a free port of 127.0.0.1
 */
export async function startTestServer({ cacheControl = () => 'no-cache', onServed } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const file = request.method === 'GET' ? fileFor(pathname) : undefined;
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': mediaTypes[extname(file.path)] ?? 'application/octet-stream',
      'content-length': file.bytes,
      'content-security-policy': contentSecurityPolicy,
      'cache-control': cacheControl(pathname),
    });
    onServed?.(file.path);
    createReadStream(file.path).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function fileFor(pathname) {
  const prefix = Object.keys(mounts).find((candidate) => pathname.startsWith(candidate));
  if (!prefix) return undefined;
  const folder = join(root, mounts[prefix]);
  const path = normalize(join(folder, decodeURIComponent(pathname.slice(prefix.length))));
  if (!path.startsWith(folder + sep)) return undefined;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? { path, bytes: stats.size } : undefined;
}
