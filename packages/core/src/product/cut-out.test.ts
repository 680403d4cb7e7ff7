import { describe, expect, it } from 'vitest';
import type { Rect, RgbaImage } from '../image/image.js';
import type { ClassConfidences, Segmenter } from '../ports.js';
import { clothingClasses, parserSizePx } from '../ports.js';
import { createColourSegmenter, drawShirt, drawShopper, drawnPalette, scoresOfKind } from '../testing/index.js';
import { cutOut } from './cut-out.js';
import { laidFlatConfidence } from './laid-flat.js';

const segmenter = createColourSegmenter(drawnPalette);
const cloth = [180, 30, 60] as const;
const print = [250, 250, 250] as const;

/** Puts a picture with alpha on a background. */
function onto(image: RgbaImage, background: (x: number, y: number) => readonly [number, number, number]): RgbaImage {
  const data = new Uint8ClampedArray(image.data);
  for (let i = 0; i < image.widthPx * image.heightPx; i++) {
    if (data[i * 4 + 3] === 0) data.set([...background(i % image.widthPx, Math.floor(i / image.widthPx)), 255], i * 4);
  }
  return { ...image, data };
}

/** Planks with a regular grain, of no colour that the fake parser takes for skin. */
const floor = (x: number, y: number) => [100 + 15 * Math.sin(x / 3), 118 + 12 * Math.sin(x / 3 + y / 40), 90] as const;

/** What of a picture is of one colour. */
function drawn(image: RgbaImage, [red, green, blue]: readonly [number, number, number]): RgbaImage {
  const data = new Uint8ClampedArray(image.data.length);
  for (let i = 0; i < data.length; i += 4) {
    const isIt = image.data[i] === red && image.data[i + 1] === green && image.data[i + 2] === blue;
    if (isIt) data[i + 3] = 255;
  }
  return { ...image, data };
}

/** Overlap of a cut-out with the alpha of the picture it was made from. */
function overlap(mask: { widthPx: number; data: Float32Array }, truth: RgbaImage): number {
  let [both, either] = [0, 0];
  mask.data.forEach((value, i) => {
    const inside = value >= 0.5;
    const real = truth.data[i * 4 + 3] === 255;
    if (inside && real) both++;
    if (inside || real) either++;
  });
  return both / either;
}

describe('cutOut', () => {
  const shirt = drawShirt(cloth, print);

  it('leaves the soft shadow of a laid-out garment on its table, and a pale garment whole', async () => {
    const { widthPx } = shirt;
    // Light from the upper left: the table is darker below and to the right of the cloth.
    const shadePx = 9;
    const table = (x: number, y: number) => {
      const under = shirt.data[4 * (Math.max(0, y - shadePx) * widthPx + Math.max(0, x - shadePx)) + 3] === 255;
      return under ? ([222, 222, 224] as const) : ([245, 245, 247] as const);
    };
    const dark = (await cutOut(onto(shirt, table), 'top', segmenter)).mask;
    expect(overlap(dark, shirt)).toBeGreaterThan(0.985);
    const pale = drawShirt([228, 228, 230], print);
    const white = (
      await cutOut(
        onto(pale, () => [245, 245, 247]),
        'top',
        segmenter,
      )
    ).mask;
    expect(overlap(white, pale)).toBeGreaterThan(0.985);
  });

  it('shows the parser a product with alpha on paper, not on black', async () => {
    const shown: number[][] = [];
    const watched: Segmenter = {
      segment(image) {
        shown.push([...image.data.slice(0, 4)]);
        return segmenter.segment(image);
      },
      dispose() {},
    };
    await cutOut(shirt, 'top', watched);
    expect(shown).toEqual([[235, 235, 235, 255]]);
  });

  it.each(['paper', 'no ground'])('takes the asked garment off a model on %s, and says what it is', async (ground) => {
    const model = drawShopper();
    const truth = { top: drawn(model, drawnPalette.top), bottom: drawn(model, drawnPalette.bottom) };
    for (let i = 0; i < model.data.length; i += 4) {
      if (ground === 'no ground' && model.data[i] === drawnPalette.background[0]) model.data[i + 3] = 0;
    }
    for (const kind of ['top', 'bottom'] as const) {
      const { mask, kind: taken, warnings } = await cutOut(model, kind, segmenter);
      expect(overlap(mask, truth[kind])).toBeGreaterThan(0.93);
      expect(taken).toBe(kind);
      expect(warnings).toEqual(['product-cut-out-rough']);
    }
  });

  it('finds the cloth that an arm before the trunk hides, and none at the neck', async () => {
    const model = drawShopper();
    const at = (x: number, y: number) => y * model.widthPx + x;
    for (let y = 140; y < 152; y++) for (let x = 60; x < 130; x++) model.data.set([...drawnPalette.skin, 255], at(x, y) * 4);
    const { mask, covered } = await cutOut(model, 'top', segmenter);
    expect([mask.data[at(110, 146)], covered?.data[at(110, 146)]]).toEqual([0, 1]);
    expect(covered?.data[at(120, 60)]).toBe(0);
  });

  it('sees through between arm and trunk of a model', async () => {
    const model = drawShopper();
    const at = (x: number, y: number) => y * model.widthPx + x;
    // A hand on the hip closes the gap.
    for (let y = 186; y < 196; y++) for (let x = 52; x < 82; x++) model.data.set([...drawnPalette.skin, 255], at(x, y) * 4);
    const { mask } = await cutOut(model, 'top', segmenter);
    expect(mask.data[at(77, 160)]).toBeLessThan(0.1);
    expect(mask.data[at(120, 140)]).toBeGreaterThan(0.9);
  });

  it('keeps a face that is printed on the cloth, and cloth of the colour of skin', async () => {
    for (const [colour, printed] of [
      [drawnPalette.top, drawnPalette.skin],
      [drawnPalette.skin, drawnPalette.top],
    ] as const) {
      const product = drawShirt(colour, printed);
      const { mask, warnings } = await cutOut(product, 'top', segmenter);
      expect(overlap(mask, product)).toBeGreaterThan(0.98);
      expect(warnings).toEqual([]);
    }
  });

  it('leaves a badge beside the garment behind, and keeps a part of it that lies apart', async () => {
    const withParts = drawShirt(drawnPalette.top, print);
    const paint = (left: number, colour: readonly number[]) => {
      for (let y = 150; y < 190; y++)
        for (let x = left; x < left + 35; x++) withParts.data.set([...colour, 255], (y * 200 + x) * 4);
    };
    paint(5, drawnPalette.top);
    const truth: RgbaImage = { ...withParts, data: new Uint8ClampedArray(withParts.data) };
    paint(160, drawnPalette.footwear);
    for (const picture of [withParts, onto(withParts, () => print)]) {
      expect(overlap((await cutOut(picture, 'top', segmenter)).mask, truth)).toBeGreaterThan(0.97);
    }
  });

  it('takes the picture at its alpha', async () => {
    const { mask, warnings } = await cutOut(shirt, 'top', segmenter);
    expect(overlap(mask, shirt)).toBeGreaterThan(0.98);
    expect(warnings).toEqual([]);
  });

  it('keys a plain background and keeps a print of the same colour', async () => {
    const { mask } = await cutOut(
      onto(shirt, () => print),
      'top',
      segmenter,
    );
    expect(overlap(mask, shirt)).toBeGreaterThan(0.97);
  });

  it('finds a garment on a patterned floor by its colours, and says that it is rough', async () => {
    const { mask, warnings } = await cutOut(onto(shirt, floor), 'top', segmenter);
    expect(overlap(mask, shirt)).toBeGreaterThan(0.9);
    expect(warnings).toEqual(['product-cut-out-rough']);
  });

  it.each([
    ['a frame', 8, 0],
    ['a thin line on a margin', 1, 9],
    ['a broad mount', 30, 0],
  ])('leaves %s round the picture behind', async (_, linePx, marginPx) => {
    const paper = onto(shirt, () => [250, 250, 250]);
    const rimPx = linePx + marginPx;
    const sidePx = shirt.widthPx + 2 * rimPx;
    const framed: RgbaImage = { widthPx: sidePx, heightPx: sidePx, data: new Uint8ClampedArray(sidePx * sidePx * 4) };
    const truth: RgbaImage = { ...framed, data: new Uint8ClampedArray(framed.data.length) };
    for (let i = 0; i < sidePx * sidePx; i++) {
      const [x, y] = [(i % sidePx) - rimPx, Math.floor(i / sidePx) - rimPx];
      const outPx = Math.max(-x, -y, x - shirt.widthPx + 1, y - shirt.heightPx + 1);
      const from = (y * shirt.widthPx + x) * 4;
      if (outPx <= 0) truth.data.set(shirt.data.subarray(from, from + 4), i * 4);
      framed.data.set(
        outPx <= 0 ? paper.data.subarray(from, from + 4) : outPx <= linePx ? [90, 95, 100, 255] : [255, 255, 255, 255],
        i * 4,
      );
    }
    const { mask, box } = await cutOut(framed, 'top', segmenter);
    expect(overlap(mask, truth)).toBeGreaterThan(0.97);
    const { box: bare } = await cutOut(paper, 'top', segmenter);
    expect(Math.abs(box.xPx - bare.xPx - rimPx)).toBeLessThan(1);
    expect(Math.abs(box.heightPx - bare.heightPx)).toBeLessThan(1);
  });

  it('finds no garment in an empty frame', async () => {
    const data = new Uint8ClampedArray(200 * 200 * 4).fill(255);
    for (let i = 0; i < 200 * 200; i++) {
      const [x, y] = [i % 200, Math.floor(i / 200)];
      if (Math.min(x, y, 199 - x, 199 - y) < 6) data.set([120, 120, 120], i * 4);
    }
    await expect(cutOut({ widthPx: 200, heightPx: 200, data }, 'top', segmenter)).rejects.toMatchObject({ code: 'no-product' });
  });

  it('takes the asked garment off a model', async () => {
    const model = drawShopper();
    model.data.set([10, 200, 40], 0);
    for (let i = 0; i < model.data.length; i += 4) {
      // A street behind the model: no background to key.
      if (model.data[i] === drawnPalette.background[0] && (i / 4) % 7 < 3) model.data.set([215, 225, 240], i);
    }
    const { box } = await cutOut(model, 'bottom', segmenter);
    expect(box.yPx).toBeGreaterThan(0.5 * model.heightPx);
    expect(box.yPx + box.heightPx).toBeLessThan(0.97 * model.heightPx);
  });

  it('takes the asked garment off a model who is all wrapped up, where the picture as a whole looks worn', async () => {
    const model = drawShopper();
    for (let i = 0; i < model.data.length; i += 4) {
      const isBare = model.data[i] === drawnPalette.skin[0] || model.data[i] === drawnPalette.hair[0];
      if (isBare || model.data[i] === drawnPalette.background[0]) {
        model.data.set((i / 4) % 70 < 30 ? [140, 220, 140] : drawnPalette.background, i);
      }
    }
    const scores = scoresOfKind('bottom');
    const asked = async (worn: number) => {
      scores[13] = worn;
      return cutOut(model, 'bottom', createColourSegmenter({ ...drawnPalette, background: [190, 230, 190] }, scores));
    };
    expect(await asked(0.6)).toMatchObject({ kind: 'bottom' });
    expect((await asked(0.6)).box.yPx).toBeGreaterThan(0.5 * model.heightPx);
    expect((await asked(0.05)).kind).toBeUndefined();
  });

  it('fails on a picture without a garment', async () => {
    const bare = onto({ widthPx: 200, heightPx: 200, data: new Uint8ClampedArray(200 * 200 * 4) }, floor);
    await expect(cutOut(bare, 'top', segmenter)).rejects.toMatchObject({ code: 'no-product' });
  });
});

describe('laidFlatConfidence', () => {
  /** The parser's answer when it finds a top inside a rectangle, and background elsewhere. */
  function parsed(found?: Rect): ClassConfidences {
    const count = parserSizePx ** 2;
    const data = new Float32Array(clothingClasses.length * count);
    for (let i = 0; i < count; i++) {
      const [x, y] = [i % parserSizePx, Math.floor(i / parserSizePx)];
      const inside = found && x >= found.xPx && x < found.xPx + found.widthPx && y >= found.yPx && y < found.yPx + found.heightPx;
      data[(inside ? clothingClasses.indexOf('top') : 0) * count + i] = 1;
    }
    return { widthPx: parserSizePx, heightPx: parserSizePx, data };
  }
  const bareFloor = onto({ widthPx: 256, heightPx: 256, data: new Uint8ClampedArray(256 * 256 * 4) }, floor);

  it('gives up when the parser finds nothing and the middle looks like the rim', () => {
    expect(laidFlatConfidence(bareFloor, parsed())).toBeUndefined();
  });

  it('gives up when the garment goes beyond the picture, and does not take its print for it', () => {
    const picture: RgbaImage = { ...bareFloor, data: new Uint8ClampedArray(bareFloor.data) };
    for (let y = 53; y < 203; y++) for (let x = 53; x < 203; x++) picture.data.set([...cloth, 255], (y * 256 + x) * 4);
    expect(laidFlatConfidence(picture, parsed())).toBeDefined();
    expect(laidFlatConfidence(picture, parsed({ xPx: 0, yPx: 0, widthPx: 256, heightPx: 230 }))).toBeUndefined();
  });

  it('finds what lies off the middle where the parser sees it', () => {
    const picture: RgbaImage = { ...bareFloor, data: new Uint8ClampedArray(bareFloor.data) };
    const place: Rect = { xPx: 12, yPx: 20, widthPx: 90, heightPx: 120 };
    for (let y = 0; y < place.heightPx; y++) {
      for (let x = 0; x < place.widthPx; x++) {
        picture.data.set([...cloth, 255], ((place.yPx + y) * 256 + place.xPx + x) * 4);
      }
    }
    // The parser is off by some pixels; colours put that right.
    const confidence = laidFlatConfidence(picture, parsed({ xPx: 20, yPx: 30, widthPx: 80, heightPx: 105 }));
    expect(confidence?.data[(place.yPx + 60) * 256 + place.xPx + 45]).toBeGreaterThan(0.9);
    expect(confidence?.data[128 * 256 + 200]).toBeLessThan(0.1);
  });
});
