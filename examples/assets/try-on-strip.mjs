/**
 * Draws the README's picture: one of our sample shoppers, and the same photo wearing three of our products, made by the shipped networks.
 *
 *     npm run build && node examples/assets/try-on-strip.mjs
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '@stylemap-tryon/cli';
import sharp from 'sharp';

const asset = (name) => fileURLToPath(new URL(name, import.meta.url));
const shopper = asset('shoppers/ada.webp');
const products = ['tee-sunset', 'top-breton', 'shirt-garden'];
const panel = { widthPx: 420, heightPx: 520 };
const gapPx = 12;

const folder = await mkdtemp(join(tmpdir(), 'try-on-strip-'));
try {
  const pictures = [shopper];
  for (const product of products) {
    const out = join(folder, `${product}.png`);
    const args = ['render', '--person', shopper, '--garment', asset(`${product}.webp`), '--type', 'top', '--out', out];
    if ((await main(args)) !== 0) throw new Error(`${product} could not be rendered.`);
    pictures.push(out);
  }
  const panels = await Promise.all(
    pictures.map((file) => sharp(file).resize(panel.widthPx, panel.heightPx, { position: 'top' }).toBuffer()),
  );
  const widthPx = pictures.length * (panel.widthPx + gapPx) - gapPx;
  await sharp({ create: { width: widthPx, height: panel.heightPx, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .composite(panels.map((input, i) => ({ input, left: i * (panel.widthPx + gapPx), top: 0 })))
    .webp({ quality: 88 })
    .toFile(asset('try-on-strip.webp'));
} finally {
  await rm(folder, { recursive: true });
}
