export declare function startTestServer(): Promise<{ origin: string; close: () => Promise<void> }>;
