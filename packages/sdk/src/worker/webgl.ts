/** MediaPipe needs a WebGL context even with the CPU delegate. */
export function hasWebGl(): boolean {
  try {
    return new OffscreenCanvas(1, 1).getContext('webgl2') !== null;
  } catch {
    return false;
  }
}
