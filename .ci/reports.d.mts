interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export declare function readVitestReport(file: string): Counts | undefined;
export declare function readPlaywrightReport(file: string): Counts | undefined;
export declare function readJunitReport(file: string): Counts | undefined;
