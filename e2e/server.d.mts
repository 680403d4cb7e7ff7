export interface TestServerOptions {
  /** The `cache-control` of each response. */
  readonly cacheControl?: (pathname: string) => string;
}

export function startTestServer(options?: TestServerOptions): Promise<{ origin: string; close: () => Promise<void> }>;
