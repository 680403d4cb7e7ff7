/** What of a `GPUAdapter` the probe reads, without the types of WebGPU. */
export interface AdapterLike {
  readonly info?: object;
}

/** What of `navigator` the probe reads. */
export interface ProbeNavigator {
  readonly gpu?: { requestAdapter(): Promise<AdapterLike | null> };
  readonly userAgent: string;
}

export interface ProbeOptions {
  /** True when the page asked for WebGPU by name: then Safari is tried too. */
  readonly explicit: boolean;
  /** Tests only. */
  readonly allowSoftwareAdapter: boolean;
}

/**
 * Whether WebGPU is worth its 27 MB runtime here. `navigator.gpu` exists on machines without an adapter, so the adapter is asked
 * for; software adapters are slower than wasm and count as none.
 */
export async function hasUsableAdapter(navigator: ProbeNavigator, options: ProbeOptions): Promise<boolean> {
  if (!navigator.gpu) return false;
  // WebGPU in WebKit still has open crash reports, on iOS most of all: a crash takes the shop's page with it.
  if (isWebKit(navigator.userAgent) && !options.explicit) return false;
  try {
    const adapter = await navigator.gpu.requestAdapter();
    return adapter !== null && (options.allowSoftwareAdapter || !isSoftware(adapter));
  } catch {
    return false;
  }
}

/** All browsers on iOS are WebKit, whatever they call themselves there. */
function isWebKit(userAgent: string): boolean {
  return /AppleWebKit/.test(userAgent) && !/Chrome|Chromium|Edg\//.test(userAgent);
}

function isSoftware(adapter: AdapterLike): boolean {
  // `isFallbackAdapter` sat on the adapter itself before it moved to `info`.
  const { isFallbackAdapter } = adapter as { isFallbackAdapter?: boolean };
  return isFallbackAdapter === true || (adapter.info as { isFallbackAdapter?: boolean } | undefined)?.isFallbackAdapter === true;
}
