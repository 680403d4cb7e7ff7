import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../image/image.js';
import type { QuarterTurns } from '../image/view.js';
import { turnImage } from '../image/view.js';
import { jointMapCells, jointMapsLength } from '../locate/joint-maps.js';
import { jointNames } from '../locate/landmarks.js';
import type { ParserAnswer, Segmenter } from '../ports.js';
import { createColourSegmenter, drawEmptyRoom, drawnPalette, drawShopper } from '../testing/index.js';
import { findFigure } from './find-figure.js';

/** The drawn shopper's classes, and joints that are sure only where trousers are below the top: the parser knows people who stand. */
function createUprightSegmenter(): Segmenter & { readonly passes: number } {
  const colours = createColourSegmenter(drawnPalette);
  let passes = 0;
  return {
    get passes() {
      return passes;
    },
    async segment(image) {
      passes++;
      const answer = await colours.segment(image);
      return { ...answer, jointMaps: jointsOf(answer) };
    },
    dispose() {},
  };
}

function jointsOf({ widthPx, heightPx, data }: ParserAnswer): Float32Array {
  const maps = new Float32Array(jointMapsLength);
  const count = widthPx * heightPx;
  const middleOf = (c: number) => {
    let [sum, rows, columns] = [0, 0, 0];
    for (let i = 0; i < count; i++) {
      const value = data[c * count + i] as number;
      sum += value;
      rows += value * Math.floor(i / widthPx);
      columns += value * (i % widthPx);
    }
    return { x: columns / sum, y: rows / sum };
  };
  const [top, bottom] = [middleOf(3), middleOf(5)];
  const isUpright = bottom.y - top.y > 0.1 * heightPx && Math.abs(bottom.x - top.x) < 0.1 * widthPx;
  const [row, column] = [Math.floor((top.y / heightPx) * jointMapCells), Math.floor((top.x / widthPx) * jointMapCells)];
  jointNames.forEach((_, joint) => {
    for (let y = row - 2; y <= row + 2; y++) {
      const start = joint * jointMapCells ** 2 + y * jointMapCells + column;
      maps.fill(isUpright ? 1 : 0.1, start - 2, start + 3);
    }
  });
  return maps;
}

/** A picture in the middle of a room twenty times as large. */
function inLargeRoom(picture: RgbaImage): RgbaImage {
  const room = drawEmptyRoom(5 * picture.widthPx, 4 * picture.heightPx);
  const left = 2 * picture.widthPx;
  const top = picture.heightPx;
  for (let y = 0; y < picture.heightPx; y++) {
    const row = picture.data.subarray(4 * y * picture.widthPx, 4 * (y + 1) * picture.widthPx);
    room.data.set(row, 4 * ((top + y) * room.widthPx + left));
  }
  return room;
}

describe('findFigure', () => {
  it('looks once, both ways round, where there is no doubt', async () => {
    const segmenter = createUprightSegmenter();
    const { view } = await findFigure(drawShopper(), segmenter);
    expect(view).toEqual({ rect: { xPx: 0, yPx: 0, widthPx: 240, heightPx: 320 }, quarterTurns: 0 });
    expect(segmenter.passes).toBe(2);
  });

  it.each([1, 2, 3] as const)('sets a photo upright that lies by %i quarter turns', async (turns) => {
    const { view, seen } = await findFigure(turnImage(drawShopper(), turns), createUprightSegmenter());
    expect(view.quarterTurns).toBe(((4 - turns) % 4) as QuarterTurns);
    expect(Buffer.compare(Buffer.from(seen.photo.data), Buffer.from(drawShopper().data))).toBe(0);
  });

  it('leaves a photo of legs as it is, whatever trunk it shows upside down', async () => {
    const legsOnly: Segmenter = {
      async segment(image) {
        const answer = await createColourSegmenter(drawnPalette).segment(image);
        const jointMaps = jointsOf(answer);
        const isTurned = !jointMaps.includes(1);
        // Sure of legs as the photo is, and half sure of a trunk when it is turned.
        jointNames.forEach((name, joint) => {
          const isLeg = /Hip|Knee|Ankle/.test(name);
          const map = jointMaps.subarray(joint * jointMapCells ** 2, (joint + 1) * jointMapCells ** 2);
          const peak = isTurned ? 0.45 : isLeg ? 0.5 : 0.05;
          map.forEach((value, cell) => (map[cell] = value > 0 ? peak : 0));
        });
        return { ...answer, jointMaps };
      },
      dispose() {},
    };
    expect((await findFigure(drawShopper(), legsOnly)).view.quarterTurns).toBe(0);
  });

  it('looks at a small person from near', async () => {
    const photo = inLargeRoom(drawShopper(60, 80));
    const { view, seen } = await findFigure(photo, createUprightSegmenter());
    expect(view.rect.widthPx).toBeLessThan(photo.widthPx / 2);
    expect(view.rect.xPx).toBeGreaterThan(0);
    expect(seen.photo.widthPx).toBe(view.rect.widthPx);
  });

  it('finds nobody in an empty room, whichever way it is turned', async () => {
    await expect(findFigure(drawEmptyRoom(), createUprightSegmenter())).rejects.toMatchObject({ code: 'no-person' });
  });
});
