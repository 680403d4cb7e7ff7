import type { BlobOptions, OutfitResult } from '@stylemap-tryon/sdk';
import { markAsGenerated } from '@stylemap-tryon/sdk';
import { labelPlace } from './label-place.js';

export { saveFile } from './save-file.js';

const jpeg: BlobOptions = { type: 'image/jpeg', quality: 0.95 };

/** The result with the label drawn in, as it leaves the page: its pixels are no longer only the photo's. */
export async function labelledBlob({ imageData }: OutfitResult, label: string, options: BlobOptions = {}): Promise<Blob> {
  const canvas = new OffscreenCanvas(imageData.width, imageData.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas of this size');
  context.putImageData(imageData, 0, 0);
  drawLabel(context, label);
  const { type = 'image/png', quality } = options;
  return markAsGenerated(await canvas.convertToBlob({ type, ...(quality !== undefined && { quality }) }));
}

/** A JPEG to save or share. Made from pixels, it has nothing of the photo's metadata. */
export async function exportFile(result: OutfitResult, label: string): Promise<File> {
  return new File([await labelledBlob(result, label, jpeg)], 'try-on.jpg', { type: 'image/jpeg' });
}

function drawLabel(context: OffscreenCanvasRenderingContext2D, label: string): void {
  const fontOf = (px: number) => `500 ${px}px system-ui, sans-serif`;
  context.font = fontOf(100);
  const { width, height } = context.canvas;
  const direction = /[\u0590-\u08ff]/.test(label) ? 'rtl' : 'ltr';
  const place = labelPlace({ widthPx: width, heightPx: height }, context.measureText(label).width / 100, direction);
  context.fillStyle = 'rgb(0 0 0 / 62%)';
  context.beginPath();
  context.roundRect(place.xPx, place.yPx, place.widthPx, place.heightPx, place.heightPx / 2);
  context.fill();
  Object.assign(context, { font: fontOf(place.fontPx), fillStyle: '#fff', textAlign: 'center', textBaseline: 'middle' });
  context.fillText(label, place.xPx + place.widthPx / 2, place.yPx + place.heightPx * 0.53);
}
