export function copyOf(canvas: HTMLCanvasElement | OffscreenCanvas): OffscreenCanvas {
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  // A canvas without pixels cannot be drawn; the engine says what is wrong with it.
  if (canvas.width > 0 && canvas.height > 0) copy.getContext('2d')?.drawImage(canvas, 0, 0);
  return copy;
}
