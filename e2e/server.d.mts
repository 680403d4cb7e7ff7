export interface TestServerOptions {
  /** The `cache-control` of each response. */
  readonly cacheControl?: (pathname: string) => string;
  /** Told the path of each file that is sent. */
  readonly onServed?: (path: string) => void;
}

export function startTestServer(options?: TestServerOptions): Promise<{ origin: string; close: () => Promise<void> }>;
