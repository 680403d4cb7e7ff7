/** Runs the MediaPipe segmenter where it can run, in a module worker, for a test on the page. */
import { MediaPipeSegmenter } from '../src/worker/mediapipe-segmenter.js';
import type { SegmenterRequest } from './remote-segmenter.js';

let segmenter: MediaPipeSegmenter | undefined;

onmessage = async ({ data, ports: [port] }: MessageEvent<SegmenterRequest>) => {
  try {
    if (data.kind === 'create') segmenter = await MediaPipeSegmenter.create(data.wasm, data.model);
    else port!.postMessage({ value: await segmenter!.segment(data.image) });
    port!.postMessage({});
  } catch (error) {
    port!.postMessage({ error });
  }
};
