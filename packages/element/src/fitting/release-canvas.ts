/** Frees the pixels at once; iOS counts canvases that wait for the garbage collector against its limit. */
export function releaseCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}
