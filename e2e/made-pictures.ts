/** Pictures that tests make, so that the repository need not hold them. */
import type { Page } from '@playwright/test';
import sharp from 'sharp';

/** Makes a picture available to a page under `/made/`, as if the server had it. Returns its URL. */
export async function serveMade(page: Page, name: string, body: Buffer): Promise<string> {
  const url = `/made/${name}`;
  await page.route(`**${url}`, (route) => route.fulfill({ body }));
  return url;
}

/** A smooth sky of two colours: a perfectly good photo of nobody. */
export async function pictureOfNobody(): Promise<Buffer> {
  const [widthPx, heightPx] = [768, 1024];
  const rgb = Buffer.alloc(widthPx * heightPx * 3);
  for (let i = 0; i < widthPx * heightPx; i++) {
    const share = Math.floor(i / widthPx) / heightPx;
    rgb[i * 3] = 90 + 120 * share;
    rgb[i * 3 + 1] = 140 + 70 * share;
    rgb[i * 3 + 2] = 220 - 40 * share;
  }
  return sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png()
    .toBuffer();
}

/** A PNG that claims a size and ends after its header: refusing it by size shows that nothing was decoded. */
export function pngHeader(widthPx: number, heightPx: number): Buffer {
  const header = Buffer.alloc(33);
  header.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(widthPx, 16);
  header.writeUInt32BE(heightPx, 20);
  header.set([8, 6, 0, 0, 0], 24);
  return header;
}

/** The same photo as a phone held sideways stores it: pixels turned a quarter, and an EXIF tag that says so. */
export async function storedSideways(photoPath: string): Promise<Buffer> {
  const quarterTurnBack = 270;
  const rotateClockwiseToView = 6;
  return sharp(photoPath)
    .rotate(quarterTurnBack)
    .withMetadata({ orientation: rotateClockwiseToView })
    .jpeg({ quality: 95 })
    .toBuffer();
}
