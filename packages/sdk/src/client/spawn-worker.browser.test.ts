import { describe, expect, it } from 'vitest';
import { spawnWorker } from './spawn-worker.js';

const firstMessage = (worker: Worker) =>
  new Promise<unknown>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });

/** A worker that says where its code comes from. */
const script = 'postMessage(import.meta.url)';
const scriptUrl = () => new URL(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));

describe('starting the worker', () => {
  it('takes the URL it is given', async () => {
    const url = scriptUrl();
    const worker = spawnWorker(url);
    expect(await firstMessage(worker)).toBe(url.href);
    worker.terminate();
  });

  it('goes through a module of the page where the script is of another origin', async () => {
    // The test page has one origin only, so the refusal is played; the way around it is real.
    const url = scriptUrl();
    const NativeWorker = globalThis.Worker;
    const refused: string[] = [];
    globalThis.Worker = class extends NativeWorker {
      constructor(target: string | URL, options?: WorkerOptions) {
        if (String(target) === url.href) {
          refused.push(url.href);
          throw new DOMException('cross-origin', 'SecurityError');
        }
        super(target, options);
      }
    };
    try {
      const worker = spawnWorker(url);
      expect(await firstMessage(worker)).toBe(url.href);
      expect(refused).toEqual([url.href]);
      worker.terminate();
    } finally {
      globalThis.Worker = NativeWorker;
    }
  });

  it.each(['stylemap-tryon', "'none'"])('on a page that requires Trusted Types of the policy %s', async (policies) => {
    const admits = policies === 'stylemap-tryon';
    const frame = document.createElement('iframe');
    const answer = new Promise<unknown>((resolve) => {
      const listen = ({ data, source }: MessageEvent) => {
        if (source !== frame.contentWindow) return;
        removeEventListener('message', listen);
        resolve(data);
      };
      addEventListener('message', listen);
    });
    const worker = JSON.stringify(scriptUrl());
    frame.srcdoc = `
      <meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types ${policies}">
      <script type="module">
        import { spawnWorker } from '${new URL('./spawn-worker.ts', import.meta.url).href}';
        try {
          spawnWorker(new URL(${worker})).onmessage = ({ data }) => parent.postMessage(data, '*');
        } catch (error) {
          parent.postMessage(error.code, '*');
        }
      </script>`;
    document.body.append(frame);
    expect(await answer).toBe(admits ? JSON.parse(worker) : 'unsupported');
    frame.remove();
  });

  it('is unsupported where workers cannot draw', () => {
    const native = globalThis.OffscreenCanvas;
    Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
    try {
      expect(() => spawnWorker(scriptUrl())).toThrow(expect.objectContaining({ code: 'unsupported' }) as Error);
    } finally {
      globalThis.OffscreenCanvas = native;
    }
  });
});
