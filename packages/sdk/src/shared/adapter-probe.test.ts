import { describe, expect, it } from 'vitest';
import { hasUsableAdapter } from './adapter-probe.js';

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/604.1';
const chromeOnIos =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/150.0 Safari/604.1';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

const hardware = { info: { isFallbackAdapter: false } } as GPUAdapter;
const software = { info: { isFallbackAdapter: true } } as GPUAdapter;
const oldSoftware = { isFallbackAdapter: true } as unknown as GPUAdapter;

const probe = (adapter: GPUAdapter | null, userAgent = chrome, options = {}) =>
  hasUsableAdapter(
    { gpu: { requestAdapter: () => Promise.resolve(adapter) }, userAgent },
    { explicit: false, allowSoftwareAdapter: false, ...options },
  );

describe('the adapter probe', () => {
  it('takes a hardware adapter', async () => {
    expect(await probe(hardware)).toBe(true);
    expect(await probe(hardware, firefox)).toBe(true);
  });

  it('is not fooled by navigator.gpu without an adapter', async () => {
    expect(await probe(null)).toBe(false);
  });

  it('counts software adapters as none, unless a test allows them', async () => {
    expect(await probe(software)).toBe(false);
    expect(await probe(oldSoftware)).toBe(false);
    expect(await probe(software, chrome, { allowSoftwareAdapter: true })).toBe(true);
  });

  it.each([safari, chromeOnIos])('takes WebKit only when asked for by name', async (userAgent) => {
    expect(await probe(hardware, userAgent)).toBe(false);
    expect(await probe(hardware, userAgent, { explicit: true })).toBe(true);
  });

  it('says no where there is no WebGPU or where asking fails', async () => {
    const options = { explicit: true, allowSoftwareAdapter: true };
    expect(await hasUsableAdapter({ userAgent: chrome }, options)).toBe(false);
    const gpu = { requestAdapter: () => Promise.reject(new Error('blocked')) };
    expect(await hasUsableAdapter({ gpu, userAgent: chrome }, options)).toBe(false);
  });
});
