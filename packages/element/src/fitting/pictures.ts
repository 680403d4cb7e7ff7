import type { OutfitResult, Person } from '@stylemap-tryon/sdk';

/** Safari on iOS paints nothing on a larger canvas. Larger pictures are shown reduced; the result itself keeps its size. */
const maxCanvasPixels = 16_777_216;

const photoCanvases = new WeakMap<Person, Promise<HTMLCanvasElement>>();

/** The oriented photo as the engine read it; painted once per person. */
export function paintPhoto(person: Person): Promise<HTMLCanvasElement> {
  let canvas = photoCanvases.get(person);
  if (!canvas) {
    canvas = person.image().then(paintBitmap);
    photoCanvases.set(person, canvas);
  }
  return canvas;
}

/** The pixels of the result as they are, without a detour through an encoder. */
export async function paintResult({ imageData }: OutfitResult): Promise<HTMLCanvasElement> {
  const { widthPx, heightPx, reduced } = displaySize(imageData.width, imageData.height);
  if (reduced) {
    const options: ImageBitmapOptions = { resizeWidth: widthPx, resizeHeight: heightPx, resizeQuality: 'high' };
    return paintBitmap(await createImageBitmap(imageData, options));
  }
  const canvas = createCanvas(widthPx, heightPx);
  canvas.getContext('2d')?.putImageData(imageData, 0, 0);
  return canvas;
}

/** Largest size of the same aspect ratio that a canvas can hold. */
export function displaySize(widthPx: number, heightPx: number): { widthPx: number; heightPx: number; reduced: boolean } {
  const scale = Math.sqrt(maxCanvasPixels / (widthPx * heightPx));
  if (scale >= 1) return { widthPx, heightPx, reduced: false };
  return { widthPx: Math.floor(widthPx * scale), heightPx: Math.floor(heightPx * scale), reduced: true };
}

function paintBitmap(bitmap: ImageBitmap): HTMLCanvasElement {
  const { widthPx, heightPx } = displaySize(bitmap.width, bitmap.height);
  const canvas = createCanvas(widthPx, heightPx);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, widthPx, heightPx);
  bitmap.close();
  return canvas;
}

function createCanvas(widthPx: number, heightPx: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  return canvas;
}
