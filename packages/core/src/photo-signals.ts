import { linearFromCode, logLuminance, luminance, luminanceFloor } from './colour.js';

/**
 * What a photo says about the light on a garment, per pixel: log-luminance and the log-chromaticities `ln(R/G)` and `ln(B/G)`. White light
 * moves the first alone; a print on its ground moves all three, which is how the network takes coloured patterns out of the folds.
 */
export const signalCount = 3;

/** Signals further from their mean are specular, crushed or another garment, and no fold. */
const signalLimit = 2.5;

const logTable = Float32Array.from({ length: 256 }, (_, code) => Math.log(linearFromCode(code) + luminanceFloor));

/** Writes the three signals of linear-light RGB, not centred, to `out` from `at` on, `stride` apart. */
export function photoSignals(red: number, green: number, blue: number, out: Float32Array, at = 0, stride = 1): void {
  const logGreen = Math.log(green + luminanceFloor);
  out[at] = logLuminance(luminance(red, green, blue));
  out[at + stride] = Math.log(red + luminanceFloor) - logGreen;
  out[at + 2 * stride] = Math.log(blue + luminanceFloor) - logGreen;
}

/** The same of an 8-bit pixel, by table. */
export function photoSignalsOfCodes(red: number, green: number, blue: number, out: Float32Array): void {
  const logGreen = logTable[green] as number;
  out[0] = logLuminance(luminance(linearFromCode(red), linearFromCode(green), linearFromCode(blue)));
  out[1] = (logTable[red] as number) - logGreen;
  out[2] = (logTable[blue] as number) - logGreen;
}

export function clampSignal(centred: number): number {
  return Math.min(signalLimit, Math.max(-signalLimit, centred));
}
