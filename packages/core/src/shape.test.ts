import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RgbaImage } from './image/image.js';
import { dress, prepareGarment, preparePerson } from './pipeline.js';
import type { DressResult } from './pipeline.js';
import type { DressOptions } from './outfit.js';
import type { Engine, PreparedGarment, PreparedPerson } from './prepared.js';
import type { SleeveLength } from './garment-attributes.js';
import type { JointName, Landmarks } from './locate/landmarks.js';
import { fakeLandmarks } from './testing/fake-landmarks.js';
import { createRun } from './run.js';
import { createColourSegmenter, createFakeNetwork, drawnPalette, drawShopper } from './testing/index.js';

const cloth = [200, 30, 30] as const;
const newRun = () => createRun([], { now: () => 0 });

function fill(
  image: RgbaImage,
  [left, top, right, bottom]: readonly [number, number, number, number],
  colour: readonly number[],
): void {
  for (let y = Math.round(top * image.heightPx); y < Math.round(bottom * image.heightPx); y++) {
    for (let x = Math.round(left * image.widthPx); x < Math.round(right * image.widthPx); x++) {
      image.data.set([...colour, 255], (y * image.widthPx + x) * 4);
    }
  }
}

/** A shirt with sleeves out to both sides, as long as asked, in shares of its canvas; and a hem. */
function drawSleeves(length: number, hem = 0.72): RgbaImage {
  const image: RgbaImage = { widthPx: 300, heightPx: 300, data: new Uint8ClampedArray(300 * 300 * 4) };
  fill(image, [0.5 - 0.15 - length, 0.1, 0.5 + 0.15 + length, 0.22], cloth);
  fill(image, [0.35, 0.1, 0.65, hem], cloth);
  return image;
}

let engine: Engine;
let photo: RgbaImage;
let person: PreparedPerson;

/** The drawn shopper's joints; her arms hang straight down. */
const joints = fakeLandmarks({ xPx: 120, yPx: 82, shoulderWidthPx: 88 });
const at = (xPx: number, yPx: number) => ({ xPx, yPx, confidence: 1 });
const landmarks: Landmarks = {
  ...joints,
  ...{ leftShoulder: at(172, 84), leftElbow: at(176, 126), leftWrist: at(176, 168) },
  ...{ rightShoulder: at(68, 84), rightElbow: at(64, 126), rightWrist: at(64, 168) },
  ...{ leftHip: at(140, 190), rightHip: at(100, 190) },
};
const withJoints = (of: PreparedPerson, unsure: readonly JointName[] = []): PreparedPerson => {
  const known = Object.fromEntries(
    Object.entries(landmarks).map(([name, joint]) => [
      name,
      unsure.includes(name as JointName) ? { ...joint, confidence: 0 } : joint,
    ]),
  ) as Landmarks;
  return { ...of, seen: { ...of.seen, landmarks: known } };
};

const prepare = (image: RgbaImage, type: 'top' | 'dress' = 'top', sleeve: SleeveLength = 'short') =>
  prepareGarment(image, type, engine, newRun(), { sleeve });
/** A top whose sleeves reach the wrists. */
const prepareLong = (hem?: number) => prepare(drawSleeves(0.33, hem), 'top', 'long');
const wear = (garment: PreparedGarment, options?: DressOptions) => dress(person, garment, engine, newRun(), options);
const pixel = (image: RgbaImage, x: number, y: number) => [...image.data.subarray((y * image.widthPx + x) * 4).subarray(0, 3)];

beforeEach(async () => {
  engine = {
    segmenter: createColourSegmenter({
      ...drawnPalette,
      dress: [120, 60, 160],
      accessory: [0, 200, 200],
      outerwear: [120, 120, 0],
    }),
    network: createFakeNetwork(),
  };
  photo = drawShopper();
  const seen = await preparePerson(photo, engine, newRun());
  person = withJoints(seen);
});

const opacity = ({ mask: { rect, alpha } }: DressResult, x: number, y: number) => {
  const [column, row] = [x - rect.xPx, y - rect.yPx];
  return column < 0 || row < 0 || column >= rect.widthPx || row >= rect.heightPx ? 0 : alpha[row * rect.widthPx + column]!;
};
const [forearm, wrist, hand] = [
  [62, 150],
  [62, 164],
  [62, 184],
] as const;

describe('the shape of a product', () => {
  it('has its long sleeves on bare arms, in its own cloth, down to the wrists', async () => {
    const result = await wear(await prepareLong());
    for (const [x, y] of [forearm, wrist]) expect(pixel(result.image, x, y)).toEqual([...cloth]);
    expect(pixel(result.image, ...hand)).toEqual([...drawnPalette.skin]);
    expect(result.warnings).not.toContain('shape-kept');
  });

  it('has a lower hem than what is worn, and closes no gap below it', async () => {
    const result = await wear(await prepare(drawSleeves(0.16, 0.72)));
    expect(pixel(result.image, 120, 220)).toEqual([...cloth]);
    expect(pixel(result.image, 100, 290)).toEqual([...drawnPalette.bottom]);
  });

  it('leaves everything outside of its mask alone', async () => {
    const result = await wear(await prepareLong(0.9));
    for (let y = 0; y < photo.heightPx; y++) {
      for (let x = 0; x < photo.widthPx; x++) {
        if (opacity(result, x, y) === 0) expect(pixel(result.image, x, y)).toEqual(pixel(photo, x, y));
      }
    }
  });

  it('is that of the worn garment, to the byte, where they agree, and where it is asked for', async () => {
    const like = await prepare(drawSleeves(0.15, 0.383));
    const [own, worn] = [await wear(like), await wear(like, { shape: 'worn' })];
    expect(own.image.data.every((value, i) => value === worn.image.data[i])).toBe(true);
    expect(own.mask).toEqual(worn.mask);
    const long = await wear(await prepareLong(), { shape: 'worn' });
    expect(long.mask).toEqual(worn.mask);
    expect(long.warnings).not.toContain('shape-kept');
  });

  it.each<readonly [JointName[], string]>([
    [['leftShoulder', 'rightShoulder'], 'the shoulders'],
    [['leftHip', 'rightHip'], 'the hips'],
    [['leftElbow'], 'an elbow'],
  ])('stays that of the worn garment, with a warning, where it is not known where %s are', async (unsure) => {
    person = withJoints(person, unsure);
    const result = await wear(await prepareLong(0.58));
    expect(pixel(result.image, ...forearm)).toEqual([...drawnPalette.skin]);
    expect(result.warnings).toContain('shape-kept');
  });

  it('goes on behind hair and things that are carried', async () => {
    fill(photo, [0.2, 0.45, 0.33, 0.49], [0, 200, 200]);
    person = withJoints(await preparePerson(photo, engine, newRun()));
    const result = await wear(await prepareLong());
    expect(pixel(result.image, 62, 150 + 1)).toEqual([0, 200, 200]);
    expect(pixel(result.image, 62, 135)).toEqual([...cloth]);
  });

  it('does not show sleeves of a shirt on those of a jacket', async () => {
    fill(photo, [0.22, 0.22, 0.42, 0.6], [120, 120, 0]);
    fill(photo, [0.58, 0.22, 0.78, 0.6], [120, 120, 0]);
    person = withJoints(await preparePerson(photo, engine, newRun()));
    const result = await wear(await prepareLong());
    expect(pixel(result.image, ...forearm)).toEqual([120, 120, 0]);
  });

  it('lets the skirt of a dress be seen below a top', async () => {
    fill(photo, [0.22, 0.22, 0.78, 0.4], [120, 60, 160]);
    fill(photo, [0.33, 0.22, 0.67, 0.9], [120, 60, 160]);
    person = withJoints(await preparePerson(photo, engine, newRun()));
    const result = await wear(await prepare(drawSleeves(0.16, 0.58)));
    expect(pixel(result.image, 120, 120)).toEqual([...cloth]);
    expect(pixel(result.image, 120, 270)).toEqual([120, 60, 160]);
  });

  it('of a dress goes over trousers, closes the gap between the legs, and shows the trousers below', async () => {
    const image = drawSleeves(0.05, 0.68);
    fill(image, [0.3, 0.5, 0.7, 0.68], cloth);
    const result = await wear(await prepare(image, 'dress'));
    expect(pixel(result.image, 120, 225)).toEqual([...cloth]);
    expect(pixel(result.image, 98, 292)).toEqual([...drawnPalette.bottom]);
  });

  it('of a mix is that of the garment it has more of', async () => {
    const [short, long] = [await prepare(drawSleeves(0.16, 0.58)), await prepareLong(0.58)];
    const mixed = async (amount: number) => wear(short, { mix: { garment: long, amount } });
    expect((await mixed(0.4)).mask).toEqual((await wear(short)).mask);
    expect((await mixed(0.6)).mask).toEqual((await wear(long)).mask);
  });

  it('is found once: the next strength costs one decoder run', async () => {
    const garment = await prepareLong();
    await wear(garment);
    const spies = (['encodeContent', 'encodeStyle', 'decode'] as const).map((name) => vi.spyOn(engine.network, name));
    await wear(garment, { strength: 0.5 });
    await wear(garment, { strength: 0.6 });
    // The worn garment's own style is encoded for the first of them.
    expect(spies.map((spy) => spy.mock.calls.length)).toEqual([0, 1, 2]);
  });

  it('has the sleeves that the shop says it has', async () => {
    const cut = await wear(await prepare(drawSleeves(0.33), 'top', 'short'));
    expect(pixel(cut.image, ...wrist)).toEqual([...drawnPalette.skin]);
    const grown = await wear(await prepare(drawSleeves(0.16), 'top', 'long'));
    expect(pixel(grown.image, ...wrist)).toEqual([...cloth]);
  });

  describe('with shorter sleeves than what is worn', () => {
    const wearLongSleeves = async (withHands: boolean) => {
      for (const left of [0.22, 0.69]) {
        fill(photo, [left, 0.4, left + 0.09, 0.52], drawnPalette.top);
        if (!withHands) fill(photo, [left, 0.52, left + 0.09, 0.6], drawnPalette.background);
      }
      person = withJoints(await preparePerson(photo, engine, newRun()));
    };
    const short = () => prepare(drawSleeves(0.09, 0.383));

    it('shows the arms in the colour of the hands, and says so in its mask', async () => {
      await wearLongSleeves(true);
      const result = await wear(await short());
      const shown = pixel(result.image, 62, 146);
      shown.forEach((value, c) => expect(Math.abs(value - drawnPalette.skin[c]!)).toBeLessThan(45));
      expect(opacity(result, 62, 146)).toBe(255);
      for (let i = 0; i < photo.data.length / 4; i++) {
        const [x, y] = [i % photo.widthPx, Math.floor(i / photo.widthPx)];
        if (opacity(result, x, y) === 0) expect(pixel(result.image, x, y)).toEqual(pixel(photo, x, y));
      }
      expect(result.warnings).not.toContain('shape-kept');
    });

    it('is the same bytes every time, and half of it at half the strength', async () => {
      await wearLongSleeves(true);
      const garment = await short();
      const [once, again, half] = [await wear(garment), await wear(await short()), await wear(garment, { strength: 0.5 })];
      expect(once.image.data.every((value, i) => value === again.image.data[i])).toBe(true);
      const [from, middle, to] = [pixel(photo, 62, 146)[0]!, pixel(half.image, 62, 146)[0]!, pixel(once.image, 62, 146)[0]!];
      expect(middle).toBeGreaterThan(Math.min(from, to));
      expect(middle).toBeLessThan(Math.max(from, to));
    });

    it('keeps the worn ones, with a warning, where no hand tells the colour of the skin', async () => {
      await wearLongSleeves(false);
      const result = await wear(await short());
      expect(pixel(result.image, 62, 146)).toEqual([...cloth]);
      expect(result.warnings).toContain('shape-kept');
    });

    it.each<JointName>(['leftElbow', 'rightElbow'])(
      'keeps the worn ones where it is not known where the %s is',
      async (joint) => {
        await wearLongSleeves(true);
        person = withJoints(person, [joint]);
        const result = await wear(await short());
        expect(pixel(result.image, 62, 146)).toEqual([...cloth]);
        expect(result.warnings).toContain('shape-kept');
      },
    );
  });
});
