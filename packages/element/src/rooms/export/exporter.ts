import type { OutfitResult } from '@stylemap-tryon/sdk';

/** The file of the result on screen: made ahead of the click, in which alone it may be shared. */
export class Exporter {
  #result: OutfitResult | undefined;
  #file: File | undefined;
  #save: ((file: File) => void) | undefined;

  constructor(private readonly onChange: () => void) {}

  fileOf(result: OutfitResult | undefined): { readonly file: File; readonly canShare: boolean } | undefined {
    const file = result === this.#result ? this.#file : undefined;
    return file && { file, canShare: navigator.canShare?.({ files: [file] }) ?? false };
  }

  /** A failure is left alone: the menu's entry goes on waiting, and the next opening tries again. */
  async prepare(result: OutfitResult, label: string): Promise<void> {
    if (this.fileOf(result)) return;
    this.#result = result;
    this.#file = undefined;
    try {
      const { exportFile, saveFile } = await import('./export-result.js');
      this.#save = saveFile;
      const file = await exportFile(result, label);
      if (this.#result === result) this.#file = file;
    } catch {
      this.#result = undefined;
    }
    this.onChange();
  }

  save(file: File): void {
    this.#save?.(file);
  }

  /** @returns whether it was shared; the shopper may think better of it */
  async share(file: File): Promise<boolean> {
    try {
      await navigator.share({ files: [file] });
      return true;
    } catch {
      return false;
    }
  }
}
