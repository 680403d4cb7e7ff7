export function sourceOf(output: string): string | undefined;
export function findStaleOutputs(folder: string): string[];
