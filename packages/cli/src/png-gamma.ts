import { srgbFromLinear } from '@stylemap-tryon/core';

/** What of 1/2.2 counts as sRGB: libpng's own threshold. */
const sameGamma = 0.05;
/** Any of these says more of the colours than gAMA, and wins. */
const profileChunks = ['sRGB', 'iCCP', 'cICP'];

/**
 * The sRGB code for every code of a PNG that has only a gAMA chunk to say what they mean, as browsers read it; libvips does not. `undefined` where the
 * codes are sRGB already.
 * @see https://www.w3.org/TR/png-3/#11gAMA
 */
export function srgbOfPngCodes(bytes: Buffer): Uint8Array | undefined {
  let gamma: number | undefined;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (profileChunks.includes(name)) return undefined;
    if (name === 'gAMA') gamma = bytes.readUInt32BE(at + 8) / 100_000;
    if (name === 'IDAT') break;
  }
  if (!gamma || Math.abs(gamma * 2.2 - 1) < sameGamma) return undefined;
  const exponent = 1 / gamma;
  return Uint8Array.from({ length: 256 }, (_, code) => Math.round(255 * srgbFromLinear((code / 255) ** exponent)));
}
