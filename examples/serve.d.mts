export declare const contentSecurityPolicy: string;
export declare function startServer(options?: { port?: number }): Promise<{ url: string; close: () => Promise<void> }>;
