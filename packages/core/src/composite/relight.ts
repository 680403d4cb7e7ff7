import { luminance, luminanceFloor } from '../image/colour.js';

/**
 * How fast the chromaticity of cloth goes with its log-gain: light that reaches a fold has met the same cloth before, so shadows are more
 * saturated than lights. Measured on plain garments (`python -m stylemapgan.chroma_law`); the network was trained with it.
 */
const chromaExponent = 0.35;
/** Gains beyond e^3 are no light. */
const logGainLimit = 3;

const logSteps = 2048;
const logTable = Float32Array.from({ length: logSteps + 2 }, (_, i) => Math.log(i / logSteps + luminanceFloor));

/** `ln(v + floor)` of linear light in [0, 1], interpolated. */
function logOfLight(value: number): number {
  const position = (value <= 0 ? 0 : value >= 1 ? 1 : value) * logSteps;
  const below = position | 0;
  const from = logTable[below] as number;
  return from + (position - below) * ((logTable[below + 1] as number) - from);
}

/**
 * Cloth under more or less light, in place: its luminance times `exp(logGain)`, its log-chromaticity times about `1 - 0.35 logGain`.
 *
 * @param cloth linear-light RGB in [0, 1]; the result is clipped at 1. @param logGain clamped to [-3, 3].
 */
export function relight(cloth: Float32Array, logGain: number): void {
  const gain = Math.min(logGainLimit, Math.max(-logGainLimit, logGain));
  const red = cloth[0] as number;
  const green = cloth[1] as number;
  const blue = cloth[2] as number;
  const exponent = -chromaExponent * gain;
  const tintedRed = red * Math.exp(exponent * logOfLight(red));
  const tintedGreen = green * Math.exp(exponent * logOfLight(green));
  const tintedBlue = blue * Math.exp(exponent * logOfLight(blue));
  const scale = (Math.exp(gain) * luminance(red, green, blue)) / Math.max(1e-6, luminance(tintedRed, tintedGreen, tintedBlue));
  cloth[0] = Math.min(1, tintedRed * scale);
  cloth[1] = Math.min(1, tintedGreen * scale);
  cloth[2] = Math.min(1, tintedBlue * scale);
}
