import type { Page } from '@playwright/test';

/**
 * Watches a page, its workers included, for what a shop would be asked about.
 * @param origins where requests may go
 * @returns the complaints so far; grows while the page lives
 */
export function watchPage(page: Page, origins: readonly string[]): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.context().on('requestfailed', (request) => complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.context().on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.context().on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    // Made by the page itself and never sent.
    if (!['data:', 'blob:'].includes(protocol) && !origins.includes(origin)) complaints.push(`foreign: ${request.url()}`);
  });
  return complaints;
}
