import type { ParserAnswer, RgbaImage, Segmenter } from '@stylemap-tryon/core';
import type { Bytes } from '../src/runtime/bytes.js';

export type SegmenterRequest = { kind: 'create'; wasm: Bytes; model: Bytes } | { kind: 'segment'; image: RgbaImage };

/** MediaPipe behind a worker, as a segmenter on the page. */
export async function createRemoteSegmenter(wasm: Bytes, model: Bytes): Promise<Segmenter> {
  const worker = new Worker(new URL('./segmenter-worker.ts', import.meta.url), { type: 'module' });
  const ask = (request: SegmenterRequest) =>
    new Promise<unknown>((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<{ value?: unknown; error?: Error }>) => {
        if (data.error) reject(data.error);
        else resolve(data.value);
      };
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(request, [port2]);
    });
  await ask({ kind: 'create', wasm, model });
  return {
    segment: async (image) => (await ask({ kind: 'segment', image })) as ParserAnswer,
    dispose: () => worker.terminate(),
  };
}
