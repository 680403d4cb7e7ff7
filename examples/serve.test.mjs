import { createServer, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, startServer } from './serve.mjs';

let server;

beforeAll(async () => {
  server = await startServer({ port: 0 });
});

afterAll(() => server.close());

/** Sends the path as it is: `fetch` would tidy `..` away. */
function get(path, { method = 'GET', headers = {} } = {}) {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('the example server', () => {
  it('leads to the storefront', async () => {
    expect(await get('/')).toMatchObject({ status: 302, headers: { location: '/storefront/' } });
    expect((await get('/storefront/')).body).toContain('<stylemap-tryon');
  });

  it('sends pages with the strict policy', async () => {
    const { headers } = await get('/storefront/');
    expect(headers['content-security-policy']).toBe(contentSecurityPolicy);
    expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    ['/storefront/storefront.js', 'text/javascript; charset=utf-8'],
    ['/storefront/storefront.css', 'text/css; charset=utf-8'],
    ['/storefront/meridienne.svg', 'image/svg+xml'],
    ['/assets/products.json', 'application/json; charset=utf-8'],
    ['/assets/tee-sunset.webp', 'image/webp'],
  ])('serves %s as %s', async (path, type) => {
    expect(await get(path)).toMatchObject({ status: 200, headers: { 'content-type': type } });
  });

  it('answers a known version without the body', async () => {
    const { headers } = await get('/assets/products.json');
    expect(headers['cache-control']).toBe('no-cache');
    const again = await get('/assets/products.json', { headers: { 'if-none-match': headers.etag } });
    expect(again).toMatchObject({ status: 304, body: '' });
  });

  it('answers HEAD with the size only', async () => {
    const { headers, body } = await get('/assets/tee-sunset.webp', { method: 'HEAD' });
    expect(Number(headers['content-length'])).toBeGreaterThan(1000);
    expect(body).toBe('');
  });

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/storefront/..%2f..%2fpackage.json',
    '/stylemap-tryon/..%2fpackage.json',
    '/stylemap-tryon/%2e%2e/package.json',
    '/%2fetc/hosts.json',
    '/%00.json',
    '/%zz.json',
  ])('gives nothing away for %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('serves no sources and refuses to be written to', async () => {
    expect((await get('/assets/make_assets.py')).status).toBe(404);
    expect((await get('/storefront/', { method: 'POST' })).status).toBe(405);
  });

  it('takes the next port when one is in use', async () => {
    const taken = createServer();
    await new Promise((listening) => taken.listen(0, '127.0.0.1', listening));
    const { port } = taken.address();
    const other = await startServer({ port });
    expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
    await other.close();
    await new Promise((closed) => taken.close(closed));
  });
});
