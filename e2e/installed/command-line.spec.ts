import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { installApp, makeApp } from './make-app.js';
import { runProgram } from './run-program.js';
import { shopper } from './try-on.js';

test('npx @stylemap-tryon/cli renders a try-on in Node', async ({}, testInfo) => {
  const folder = await makeApp('command-line');
  await installApp(folder);
  const picture = testInfo.outputPath('command-line.png');
  const input = ['--person', shopper.path, '--garment', join(folder, 'public/pictures/tee-sunset.webp'), '--type', 'top'];
  await runProgram(folder, 'npx', '@stylemap-tryon/cli', 'render', ...input, '-o', picture);
  await rm(folder, { recursive: true });
  const { widthPx, heightPx } = shopper;
  expect(await sharp(picture).metadata()).toMatchObject({ width: widthPx, height: heightPx, format: 'png' });
});
