/**
 * From the tags of Clothing Co-Parsing to the parser's classes: the same table as in `models/training/garment_parser/labels.py`, which gives
 * the reasons; a test holds the two together.
 */
import { clothingClasses } from '@stylemap-tryon/core';

/** @typedef {import('@stylemap-tryon/core').ClothingClass} ClothingClass */

/** @type {Readonly<Record<ClothingClass, readonly string[]>>} */
export const ccpGroups = {
  background: ['null'],
  hair: ['hair'],
  skin: ['skin'],
  top: ['blouse', 'bodysuit', 'bra', 'hoodie', 'intimate', 'jumper', 'shirt', 'sweater', 'sweatshirt', 't-shirt', 'top'],
  outerwear: ['blazer', 'cape', 'cardigan', 'coat', 'jacket', 'suit', 'vest'],
  bottom: ['jeans', 'leggings', 'panties', 'pants', 'shorts', 'skirt'],
  dress: ['dress', 'romper', 'swimwear'],
  footwear: [
    ...['boots', 'clogs', 'flats', 'heels', 'loafers', 'pumps', 'sandals', 'shoes', 'sneakers', 'socks', 'stockings', 'wedges'],
  ],
  accessory: [
    ...['accessories', 'bag', 'belt', 'bracelet', 'earrings', 'glasses', 'gloves', 'hat', 'necklace', 'purse', 'ring', 'scarf'],
    ...['sunglasses', 'tie', 'wallet', 'watch'],
  ],
};

export const ccpIgnored = ['tights'];

/** Value of a pixel of which the class is not known; it counts nowhere. */
export const unknown = 255;

/**
 * Class index, or `unknown`, for every index of a label map.
 * @param {readonly string[]} tags
 * @returns {Uint8Array}
 * @throws RangeError for a tag of no group: a silent gap would flatter the figures
 */
export function classesOfTags(tags) {
  return Uint8Array.from(tags, (tag) => {
    if (ccpIgnored.includes(tag)) return unknown;
    const index = clothingClasses.findIndex((name) => ccpGroups[name].includes(tag));
    if (index < 0) throw new RangeError(`labels.json has a tag of no class: ${tag}`);
    return index;
  });
}
