import type { BrowserContext } from '@playwright/test';

/** A request that would break the promise: it leaves the origin, or it could carry something out. */
export interface Breach {
  url: string;
  reason: string;
}

/**
 * Watches everything a context sends: pages, workers, beacons, web sockets.
 * @returns the breaches so far; grows while the context lives
 */
export function watchRequests(context: BrowserContext, origin: string): Breach[] {
  const breaches: Breach[] = [];
  const report = (url: string, reason: string) => breaches.push({ url: url.slice(0, 200), reason });
  context.on('request', (request) => {
    const url = new URL(request.url());
    // Made by the page itself and never sent.
    if (url.protocol === 'data:' || url.protocol === 'blob:') return;
    if (url.origin !== origin) report(url.href, 'foreign origin');
    if (!['GET', 'HEAD'].includes(request.method())) report(url.href, `method ${request.method()}`);
    if (request.postDataBuffer()) report(url.href, 'body');
    if (url.search) report(url.href, 'query');
  });
  context.on('page', (page) => page.on('websocket', (socket) => report(socket.url(), 'web socket')));
  return breaches;
}
