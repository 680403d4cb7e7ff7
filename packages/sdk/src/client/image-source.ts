import { TryOnError } from '@stylemap-tryon/core';
import type { ImagePayload } from '../shared/protocol.js';

/** Anything a page has a picture in. A string is a URL; an `<img>` is fetched again by its `currentSrc`; a canvas is copied at once. */
export type ImageSource =
  | Blob
  | string
  | URL
  | ArrayBuffer
  | Uint8Array
  | HTMLImageElement
  | HTMLCanvasElement
  | OffscreenCanvas
  | ImageBitmap
  | ImageData;

/** Makes the message for the worker, any number of times: a lost worker needs the picture again. */
export type KeptImage = () => Promise<ImagePayload>;

/**
 * Bytes are copied, so the caller may reuse its buffer; a `Blob`, an `ImageBitmap` and `ImageData` are kept by reference.
 * @param name of the parameter, for the error
 * @throws TypeError when the value is no image source
 */
export function keepImage(source: ImageSource, name: string): KeptImage {
  if (typeof source === 'string' || isA(source, globalThis.URL)) return keepUrl(String(source), name);
  if (isA(source, globalThis.HTMLImageElement)) return keepUrl(source.currentSrc || source.src, name);
  if (isA(source, globalThis.Blob)) return keepBlob(source);
  if (source instanceof ArrayBuffer) return keepBlob(new Blob([source]));
  if (source instanceof Uint8Array) return keepBlob(new Blob([new Uint8Array(source)]));
  if (isA(source, globalThis.ImageBitmap)) return keepDrawable(Promise.resolve(source), 'The ImageBitmap has been closed.');
  if (isA(source, globalThis.HTMLCanvasElement) || isA(source, globalThis.OffscreenCanvas)) {
    const message = 'The canvas is empty, or holds a picture of another site.';
    return keepDrawable(createImageBitmap(source), message);
  }
  if (isA(source, globalThis.ImageData)) {
    const { width, height, data } = source;
    return () =>
      Promise.resolve({ kind: 'pixels', image: { widthPx: width, heightPx: height, data: new Uint8ClampedArray(data) } });
  }
  throw new TypeError(`${name} is not an image source (Blob, URL, bytes, <img>, canvas, ImageBitmap or ImageData).`);
}

/** `instanceof` for classes that this platform may lack. */
function isA<T>(value: unknown, type: (abstract new (...args: never[]) => T) | undefined): value is T {
  return type !== undefined && value instanceof type;
}

function keepUrl(text: string, name: string): KeptImage {
  let url: URL;
  try {
    url = new URL(text, globalThis.document?.baseURI);
  } catch {
    throw new TypeError(`${name} is not a URL: ${text}`);
  }
  // A data URL is here already: to fetch it would need `connect-src data:` in the shop's content security policy.
  if (url.protocol === 'data:') return keepBlob(blobOfDataUrl(url.href, name));
  // A blob URL too, but images may be shown from there: `img-src blob:` is what every page with a photo allows.
  if (url.protocol === 'blob:') return keepDrawable(shownImage(url.href), `${url.href} has been revoked or holds no picture.`);
  return () => Promise.resolve({ kind: 'url', url: url.href });
}

async function shownImage(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

function keepBlob(blob: Blob): KeptImage {
  return () => Promise.resolve({ kind: 'blob', blob });
}

/** @param message of the `image-unavailable` when it cannot be drawn */
function keepDrawable(drawable: Promise<ImageBitmap | HTMLImageElement>, message: string): KeptImage {
  drawable.catch(() => undefined);
  return async () => {
    try {
      // A copy is transferred; the caller's bitmap stays whole.
      return { kind: 'bitmap', bitmap: await createImageBitmap(await drawable) };
    } catch (cause) {
      throw new TryOnError('image-unavailable', message, undefined, { cause });
    }
  };
}

/** @see https://www.rfc-editor.org/rfc/rfc2397 */
function blobOfDataUrl(url: string, name: string): Blob {
  const comma = url.indexOf(',');
  const isBase64 = /;base64$/i.test(url.slice(0, comma));
  try {
    const body = decodeURIComponent(url.slice(comma + 1));
    const bytes = isBase64 ? Uint8Array.from(atob(body), (char) => char.charCodeAt(0)) : new TextEncoder().encode(body);
    return new Blob([bytes]);
  } catch {
    throw new TypeError(`${name} is a damaged data URL.`);
  }
}
