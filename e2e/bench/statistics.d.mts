export declare function quantile(samples: readonly number[], share: number): number;
export declare function summarise(samplesMs: readonly number[]): { medianMs: number; p95Ms: number; runs: number };
export declare function round(value: number): number;
