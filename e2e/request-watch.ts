import type { BrowserContext } from '@playwright/test';

/** A request that would break the promise: it leaves the origin, or it carries something. */
interface Breach {
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
    const url = request.url();
    // Local by nature: made by the page and never sent.
    if (url.startsWith('data:') || url.startsWith('blob:')) return;
    if (new URL(url).origin !== origin) report(url, 'foreign origin');
    if (request.method() !== 'GET') report(url, `method ${request.method()}`);
    if (request.postDataBuffer()) report(url, 'body');
  });
  context.on('page', (page) => page.on('websocket', (socket) => report(socket.url(), 'web socket')));
  return breaches;
}
