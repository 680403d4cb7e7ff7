/** Folds of a try-on against the light that the renderer put on the cloth. */
import sharp from 'sharp';
import { clothingClasses } from '@stylemap-tryon/core';
import { foldCorrelation } from '../fidelity/picture-metrics.mjs';
import { pixelsOf } from '../masks.mjs';
import { canonicalView } from '../pictures/canonical-view.mjs';
import { paintTexture, plain } from '../pictures/texture.mjs';
import { tryOnPlaced } from '../tryon/placed-garment.mjs';
import { perKind, summarise } from '../tryon/score.mjs';
import { cutGarment, wear } from '../tryon/worn-garment.mjs';

/**
 * Correlations with the true light.
 * @typedef {{ id: string, product: string, kind: import('@stylemap-tryon/core').GarmentKind, result: number, photo: number }} LightRow
 */

/** Of the plain garment that is tried on: bright enough for shadow, dark enough for light. */
const grey = /** @type {const} */ ([150, 150, 150]);

/**
 * Every worn garment replaced by a plain grey one, so that whatever pattern is seen is the old one's. Beside it the photo's own luminance, which is
 * what a transfer without a network relights with.
 * @param {readonly import('./samples.mjs').Sample[]} samples those without a shading picture are passed over
 * @param {import('@stylemap-tryon/core').StylemapNetwork} network
 */
export async function measureLight(samples, network) {
  /** @type {LightRow[]} */
  const rows = [];
  for (const { id, wears, photo: readPhoto, classes: readClasses, shading: readShading } of samples) {
    if (!readShading) continue;
    const [photo, classes] = [await readPhoto(), await readClasses()];
    const light = await resizeTo(await readShading(), photo);
    for (const { product, type: kind } of wears) {
      const labelled = { id, kind, classes, garment: pixelsOf(classes, [clothingClasses.indexOf(kind)]) };
      const [worn, lit] = [cutGarment({ ...labelled, photo }), cutGarment({ ...labelled, photo: light })];
      if (!worn || !lit) continue;
      const wearing = await wear(worn, worn.photo, network);
      const { crop, canonicalMask: mask } = wearing.region;
      const { result } = await tryOnPlaced(wearing, paintTexture(plain(grey), crop, worn.photo), network);
      const truth = canonicalView(lit.photo, crop);
      rows.push({
        id,
        product,
        kind,
        result: foldCorrelation(canonicalView(result, crop), truth, mask),
        photo: foldCorrelation(canonicalView(worn.photo, crop), truth, mask),
      });
    }
  }
  const summary = (/** @type {readonly LightRow[]} */ some) => ({
    result: summarise(some.map(({ result }) => result)),
    photo: summarise(some.map(({ photo }) => photo)),
  });
  return { samples: rows.length, ...summary(rows), kinds: perKind(rows, summary), rows };
}

/**
 * @param {import('@stylemap-tryon/core').RgbaImage} image
 * @param {{ widthPx: number, heightPx: number }} size
 * @returns {Promise<import('@stylemap-tryon/core').RgbaImage>}
 */
export async function resizeTo({ widthPx, heightPx, data }, size) {
  if (widthPx === size.widthPx && heightPx === size.heightPx) return { widthPx, heightPx, data };
  const resized = await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 4 } })
    .resize(size.widthPx, size.heightPx, { fit: 'fill' })
    .raw()
    .toBuffer();
  return { widthPx: size.widthPx, heightPx: size.heightPx, data: new Uint8ClampedArray(resized) };
}
