import { expect, test } from '@playwright/test';
import { watchPage } from './page-watch.js';

test('the watch sees what a page and its worker complain of, and where requests go', async ({ page, context }) => {
  await context.route('http://shop.test/**', (route) => route.fulfill({ status: 404, body: '' }));
  await context.route('http://shop.test/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await context.route('http://elsewhere.test/**', (route) => route.abort());
  const complaints = watchPage(page, ['http://shop.test']);
  await page.goto('http://shop.test/');
  expect(complaints).toEqual([]);

  const said = page.waitForEvent('console', (message) => message.text() === 'from a worker');
  await page.evaluate(async () => {
    await fetch('/missing');
    await fetch('http://elsewhere.test/').catch(() => undefined);
    console.warn('from a page');
    new Worker(URL.createObjectURL(new Blob(['console.error("from a worker")'])));
  });
  await said;
  const kinds = ['404: http://shop.test/missing', 'foreign: http://elsewhere.test/', 'failed: http://elsewhere.test/'];
  for (const expected of [...kinds, 'console warning: from a page', 'console error: from a worker'])
    expect(complaints.filter((complaint) => complaint.startsWith(expected))).toHaveLength(1);
});
