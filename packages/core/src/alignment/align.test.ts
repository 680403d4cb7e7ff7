import { describe, expect, it } from 'vitest';
import type { Plane } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { findInterior } from '../image/interior.js';
import { completeLandmarks } from '../locate/complete-landmarks.js';
import type { Landmarks } from '../locate/landmarks.js';
import { jointNames } from '../locate/landmarks.js';
import type { FakeBody } from '../testing/fake-landmarks.js';
import { fakeLandmarks, unknownLandmarks } from '../testing/fake-landmarks.js';
import { align } from './align.js';
import type { AlignmentMap } from './alignment-map.js';
import { findLegs } from './locate/legs.js';
import type { WornGarment } from './locate/worn-garment.js';
import { foldBack, lengthen } from './map/fold.js';

const size = 256;
type Shape = (x: number, y: number) => boolean;

function maskOf(shape: Shape): Plane {
  const mask = createPlane(size, size);
  for (let i = 0; i < size * size; i++) mask.data[i] = shape((i % size) + 0.5, Math.floor(i / size) + 0.5) ? 1 : 0;
  return mask;
}

/** A shirt with a trunk about `axis`, and sleeves that slope outwards. */
function shirt(axis: number, halfWidth: number, top: number, bottom: number, sleeve = 40): Shape {
  return (x, y) => {
    if (y < top || y > bottom) return false;
    const out = Math.abs(x - axis);
    if (out <= halfWidth) return true;
    const depth = y - top;
    return out <= halfWidth + sleeve && depth > (out - halfWidth) * 0.6 && depth < (out - halfWidth) * 0.6 + 45;
  };
}

function trousers(left: number, right: number, top: number, bottom: number, crotch: number, gap: number): Shape {
  const middle = (left + right) / 2;
  return (x, y) => x >= left && x <= right && y >= top && y <= bottom && (y < crotch || Math.abs(x - middle) > gap / 2);
}

/** Where the centre of a canonical pixel of the person comes from, in garment pixels. */
function sourceOf(map: AlignmentMap, x: number, y: number): { x: number; y: number } {
  const node = 2 * (Math.floor(y / 2) * 128 + Math.floor(x / 2));
  return { x: (map.nodes[node] ?? NaN) * size, y: (map.nodes[node + 1] ?? NaN) * size };
}

/** Of a shirt with its trunk about `axis`: its shoulders are as wide as it is, and its neck side lies above them. */
const wearing = (axis: number, halfWidth: number, top: number, more: Partial<FakeBody> = {}): Landmarks =>
  fakeLandmarks({ xPx: axis, yPx: top + 0.6 * halfWidth, shoulderWidthPx: 1.92 * halfWidth, ...more });

function backgroundOf(...masks: readonly Plane[]): Plane {
  const background = createPlane(size, size);
  background.data.forEach((_, i) => (background.data[i] = masks.every(({ data }) => (data[i] as number) < 0.5) ? 1 : 0));
  return background;
}

const alignMasks = (
  person: Plane,
  garment: Plane,
  kind: 'top' | 'outerwear' | 'bottom' | 'dress',
  known: Partial<WornGarment> = {},
) => {
  const [empty, background] = [createPlane(size, size), backgroundOf(person)];
  const [upper, lower] = kind === 'bottom' ? [empty, person] : [person, empty];
  const silhouettes = { person, upper, lower, skin: empty, footwear: empty };
  const landmarks = completeLandmarks(unknownLandmarks, silhouettes, person);
  const worn = { mask: person, background, landmarks, hemSeen: true, ...known };
  return align(worn, findInterior(garment, 1.5), kind);
};

describe('align', () => {
  it('is nearly the identity between equal shirts below the collar', () => {
    const mask = maskOf(shirt(128, 60, 30, 220));
    const map = alignMasks(mask, mask, 'top', { landmarks: wearing(128, 60, 30) });
    for (const [x, y] of [
      [128, 130],
      [100, 140],
      [170, 200],
      [80, 150],
    ] as const) {
      const source = sourceOf(map, x, y);
      expect(Math.abs(source.x - (x + 1 - (x % 2)))).toBeLessThan(4);
      expect(Math.abs(source.y - (y + 1 - (y % 2)))).toBeLessThan(6);
    }
  });

  it('hides the inside of the back collar: the worn neckline shows the front collar', () => {
    const product = maskOf(shirt(128, 60, 30, 220));
    const worn = maskOf((x, y) => shirt(128, 60, 30, 220)(x, y) && Math.hypot(x - 128, (y - 30) * 1.6) > 20);
    const neckline = sourceOf(alignMasks(worn, product, 'top'), 128, 44);
    expect(neckline.y - 30).toBeGreaterThan(0.12 * 120);
    expect(neckline.y - 30).toBeLessThan(0.25 * 120);
  });

  it('carries chest to chest between shirts of other place and size', () => {
    const map = alignMasks(maskOf(shirt(110, 50, 50, 200)), maskOf(shirt(140, 70, 20, 230)), 'top');
    const chest = sourceOf(map, 110, 135);
    expect(Math.abs(chest.x - 140)).toBeLessThan(4);
    expect(Math.abs(chest.y - 139)).toBeLessThan(6);
    const edge = sourceOf(map, 110 + 40, 150);
    expect(Math.abs(edge.x - (140 + 56))).toBeLessThan(6);
  });

  it('takes sleeves from sleeves', () => {
    const map = alignMasks(maskOf(shirt(128, 50, 40, 220, 36)), maskOf(shirt(128, 62, 30, 225, 44)), 'top');
    const left = sourceOf(map, 128 - 78, 90);
    const right = sourceOf(map, 128 + 78, 90);
    expect(left.x).toBeLessThan(128 - 62);
    expect(right.x).toBeGreaterThan(128 + 62);
  });

  it('keeps a print in proportion on a tucked shirt: the hem is hidden, not squashed', () => {
    const map = alignMasks(maskOf(shirt(128, 60, 80, 150)), maskOf(shirt(128, 60, 30, 220)), 'top');
    const [upper, lower] = [sourceOf(map, 128, 90), sourceOf(map, 128, 140)];
    expect((lower.y - upper.y) / 50).toBeLessThanOrEqual(1.3);
  });

  it('never leaves the cloth', () => {
    const garment = maskOf(shirt(128, 62, 30, 225));
    const map = alignMasks(maskOf(shirt(120, 40, 10, 250, 70)), garment, 'top');
    for (let i = 0; i < map.nodes.length; i += 2) {
      const [x, y] = [Math.floor((map.nodes[i] ?? 0) * size), Math.floor((map.nodes[i + 1] ?? 0) * size)];
      expect(garment.data[y * size + x]).toBe(1);
    }
  });

  it('takes each leg from its own leg', () => {
    const person = maskOf(trousers(80, 170, 20, 240, 90, 24));
    const garment = maskOf(trousers(60, 200, 30, 230, 90, 10));
    // Hips in row 73, crotch in row 90, ankles in row 229.
    const landmarks = fakeLandmarks({ xPx: 125, yPx: -27.75, shoulderWidthPx: 65 });
    const map = alignMasks(person, garment, 'bottom', { landmarks });
    expect(sourceOf(map, 96, 180).x).toBeLessThan(125);
    expect(sourceOf(map, 154, 180).x).toBeGreaterThan(135);
    expect(Math.abs(sourceOf(map, 125, 88).y - 90)).toBeLessThan(9);
  });

  it('closes the gap between the legs with a skirt', () => {
    const skirt = maskOf((x, y) => y > 20 && y < 240 && Math.abs(x - 128) < 40 + (y - 20) * 0.25);
    const map = alignMasks(maskOf(trousers(80, 170, 20, 240, 90, 24)), skirt, 'bottom');
    const [left, right] = [sourceOf(map, 110, 200), sourceOf(map, 140, 200)];
    expect(right.x - left.x).toBeGreaterThan(0);
    expect(right.x - left.x).toBeLessThan(70);
  });
});

describe('align, of what the photo shows in part', () => {
  // Feet are far below the crop: hips in row 78, crotch in row 100, waist in row 37, ankles in row 282.
  const landmarks = fakeLandmarks({ xPx: 128, yPx: -54, shoulderWidthPx: 85 });
  // Full-length trousers as a shop shows them: waist in row 20, crotch in row 80, hem in row 230.
  const jeans = maskOf(trousers(88, 168, 20, 230, 80, 16));
  const rowsPerRow = (map: AlignmentMap, x: number, from: number, to: number) =>
    (sourceOf(map, x, to).y - sourceOf(map, x, from).y) / (to - from);

  it('cuts the product off where the picture cuts the legs off, instead of squeezing it in', () => {
    const cut = maskOf(trousers(80, 176, 76, 240, 130, 6));
    const map = alignMasks(cut, jeans, 'bottom', { landmarks, hemSeen: false });
    // The waist is hidden by a top: what is seen first lies well below the product's waistband.
    expect(sourceOf(map, 128, 78).y).toBeGreaterThan(30);
    expect(sourceOf(map, 128, 78).y).toBeLessThan(80);
    expect(Math.abs(sourceOf(map, 104, 100).y - 80)).toBeLessThan(10);
    expect(sourceOf(map, 100, 238).y).toBeLessThan(200);
    expect(rowsPerRow(map, 100, 120, 230)).toBeGreaterThan(0.6);
    expect(rowsPerRow(map, 100, 120, 230)).toBeLessThan(0.95);
  });

  it('still fits a hem that is seen', () => {
    const worn = maskOf(trousers(96, 160, 60, 230, 120, 12));
    const standing = fakeLandmarks({ xPx: 128, yPx: 0, shoulderWidthPx: 57 });
    const map = alignMasks(worn, jeans, 'bottom', { landmarks: standing, hemSeen: true });
    expect(Math.abs(sourceOf(map, 108, 226).y - 226)).toBeLessThan(8);
  });

  it('does not squeeze trousers into shorts', () => {
    const shorts = maskOf(trousers(80, 176, 60, 130, 100, 10));
    const map = alignMasks(shorts, jeans, 'bottom', { landmarks, hemSeen: true });
    expect(sourceOf(map, 100, 126).y).toBeLessThan(140);
  });

  it('puts a whole skirt on where the hem is seen and the waist is not', () => {
    const skirt = maskOf((x, y) => y > 20 && y < 220 && Math.abs(x - 128) < 40 + (y - 20) * 0.2);
    const worn = maskOf((x, y) => y > 72 && y < 220 && Math.abs(x - 128) < 48 + (y - 72) * 0.25);
    const map = alignMasks(worn, skirt, 'bottom', { landmarks, hemSeen: true });
    expect(sourceOf(map, 128, 216).y).toBeGreaterThan(205);
    expect(sourceOf(map, 128, 74).y).toBeGreaterThan(26);
  });

  it('finds the trunk of an open jacket, and of the strip of shirt below it', () => {
    const jacket = shirt(128, 60, 30, 200);
    const open = (x: number) => Math.abs(x - 128) < 18;
    const landmarks = wearing(128, 60, 30);
    const background = backgroundOf(maskOf(jacket));
    const known = { landmarks, background };
    const fronts = alignMasks(
      maskOf((x, y) => jacket(x, y) && !open(x)),
      maskOf(jacket),
      'outerwear',
      known,
    );
    const strip = alignMasks(
      maskOf((x, y) => jacket(x, y) && y > 45 && open(x)),
      maskOf(jacket),
      'top',
      known,
    );
    for (const [map, x] of [
      [fronts, 100],
      [fronts, 156],
      [strip, 128],
    ] as const) {
      expect(Math.abs(sourceOf(map, x, 130).x - x)).toBeLessThan(6);
      expect(Math.abs(sourceOf(map, x, 130).y - 130)).toBeLessThan(8);
    }
  });

  it('goes on below a neckline that a short portrait cuts off above the hem', () => {
    const portrait = maskOf((x, y) => shirt(128, 90, 40, 250, 30)(x, y) && y < 180);
    const map = alignMasks(portrait, maskOf(shirt(128, 60, 30, 220)), 'top', { hemSeen: false });
    expect(sourceOf(map, 128, 176).y).toBeLessThan(150);
  });
});

describe('silhouettes', () => {
  it('goes on with the cloth of the side where a product has no sleeves, without smearing it', () => {
    const vest = maskOf((x, y) => y > 30 && y < 220 && Math.abs(x - 128) < 60);
    const map = alignMasks(maskOf(shirt(128, 50, 30, 220, 70)), vest, 'outerwear');
    const places = Array.from({ length: 30 }, (_, i) => sourceOf(map, 182 + 2 * i, 40 + 1.2 * (4 + 2 * i)));
    for (const { x } of places) expect(x).toBeGreaterThan(128 + 20);
    const still = places.slice(1).filter(({ x, y }, i) => Math.hypot(x - (places[i]?.x ?? NaN), y - (places[i]?.y ?? NaN)) < 0.3);
    expect(still.length).toBeLessThanOrEqual(2);
  });

  it('finds the crotch of trousers and none of a skirt', () => {
    expect(findLegs(maskOf(trousers(80, 170, 20, 240, 90, 24))).crotchRow).toBeCloseTo(90, -1);
    expect(findLegs(maskOf((x, y) => y > 20 && y < 240 && Math.abs(x - 128) < 60)).crotchRow).toBeUndefined();
  });
});

describe('align, on a body', () => {
  const product = maskOf(shirt(128, 60, 30, 220));
  const lean = (degrees: number): Shape => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return (x, y) => shirt(128, 50, 50, 205, 34)(128 + (x - 128) * cos + (y - 80) * sin, 80 - (x - 128) * sin + (y - 80) * cos);
  };

  it.each([-20, -8, 0, 12, 20])('leans with the trunk: stripes lie across it at %d degrees', (degrees) => {
    const worn = maskOf(lean(degrees));
    const map = alignMasks(worn, product, 'top', { landmarks: wearing(128, 50, 50, { leanDegrees: degrees }) });
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    // Two points of one row of the trunk, 40 px apart across it.
    const at = (u: number, v: number) => sourceOf(map, 128 + u * cos - v * sin, 80 + u * sin + v * cos);
    for (const v of [40, 80, 110]) expect(Math.abs(at(20, v).y - at(-20, v).y)).toBeLessThan(2.5);
    expect(Math.abs(at(0, 100).y - at(0, 40).y)).toBeGreaterThan(50);
  });

  it('is the same whether or not a strap, a bag or a phone lies over it', () => {
    const whole = lean(6);
    const landmarks = wearing(128, 50, 50, { leanDegrees: 6 });
    const plain = alignMasks(maskOf(whole), product, 'top', { landmarks });
    const over: Readonly<Record<string, Shape>> = {
      strap: (x, y) => Math.abs(x - y * 0.6 - 50) < 9,
      bag: (x, y) => x > 150 && y > 130,
      phone: (x, y) => Math.abs(x - 120) < 18 && Math.abs(y - 110) < 26,
    };
    for (const thing of Object.values(over)) {
      const background = backgroundOf(maskOf(whole), maskOf(thing));
      const covered = alignMasks(
        maskOf((x, y) => whole(x, y) && !thing(x, y)),
        product,
        'top',
        { landmarks, background },
      );
      for (const [x, y] of [
        [110, 90],
        [95, 150],
        [125, 175],
      ] as const) {
        const [a, b] = [sourceOf(plain, x, y), sourceOf(covered, x, y)];
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(5);
      }
    }
  });

  it('folds nowhere on the trunk, and keeps a print in shape: one scale in both directions', () => {
    const map = alignMasks(maskOf(lean(0)), product, 'top', { landmarks: wearing(128, 50, 50) });
    for (let y = 90; y < 190; y += 4) {
      for (let x = 92; x < 164; x += 4) {
        const [right, down, here] = [sourceOf(map, x + 4, y), sourceOf(map, x, y + 4), sourceOf(map, x, y)];
        expect((right.x - here.x) * (down.y - here.y) - (right.y - here.y) * (down.x - here.x)).toBeGreaterThan(0);
      }
    }
    const across = sourceOf(map, 144, 130).x - sourceOf(map, 112, 130).x;
    const along = sourceOf(map, 128, 146).y - sourceOf(map, 128, 114).y;
    expect(across / along).toBeGreaterThan(0.92);
    expect(across / along).toBeLessThan(1.08);
  });

  it('takes the forearm that lies before the trunk from the sleeve', () => {
    const at = (xPx: number, yPx: number) => ({ xPx, yPx, confidence: 1 });
    const landmarks = { ...wearing(128, 50, 50), rightElbow: at(80, 140), rightWrist: at(128, 160) };
    const long = maskOf(shirt(128, 60, 30, 220, 60));
    const forearm = (known: Landmarks) => sourceOf(alignMasks(maskOf(lean(0)), long, 'top', { landmarks: known }), 104, 154).x;
    expect(forearm(landmarks)).toBeLessThan(128 - 55);
    expect(forearm(wearing(128, 50, 50))).toBeGreaterThan(128 - 55);
  });
});

describe('align, whatever the joints', () => {
  /** Park and Miller's generator. */
  function random(seed: number): () => number {
    let state = seed;
    return () => (state = (state * 48271) % 2147483647) / 2147483647;
  }
  const drawn = (next: () => number): Landmarks => {
    const joint = () => ({ xPx: size * (3 * next() - 1), yPx: size * (3 * next() - 1), confidence: next() });
    return Object.fromEntries(jointNames.map((name) => [name, joint()])) as Landmarks;
  };
  const unusual: Readonly<Record<string, Shape>> = {
    shirt: shirt(128, 50, 40, 220),
    nothing: () => false,
    'a single row': (_, y) => Math.floor(y) === 100,
    'a single pixel': (x, y) => Math.floor(x) === 100 && Math.floor(y) === 100,
  };

  it.each(Object.keys(unusual))('knows a place for every node of %s', (name) => {
    const worn = maskOf(unusual[name] as Shape);
    const next = random(7);
    for (let round = 0; round < 6; round++) {
      const joints = drawn(next);
      const one = {
        ...joints,
        leftShoulder: joints.rightShoulder,
        leftHip: joints.rightShoulder,
        rightHip: joints.rightShoulder,
      };
      for (const landmarks of [joints, one]) {
        for (const kind of ['top', 'dress', 'bottom'] as const) {
          const garment = maskOf(kind === 'bottom' ? trousers(60, 200, 30, 230, 110, 10) : shirt(128, 60, 30, 220));
          const { nodes } = alignMasks(worn, garment, kind, { landmarks, hemSeen: round % 2 === 0 });
          expect(nodes.every((value) => value >= 0 && value <= 1)).toBe(true);
        }
      }
    }
  });
});

describe('foldBack', () => {
  it('is continuous, stays within its span and returns', () => {
    expect(foldBack(10, 12, 5)).toBe(10);
    expect(foldBack(12.5, 12, 5)).toBeCloseTo(11.5);
    expect(foldBack(17, 12, 5)).toBeCloseTo(7);
    expect(foldBack(22, 12, 5)).toBeCloseTo(12);
    for (let position = 0; position < 60; position += 0.3) expect(foldBack(position, 12, 5)).toBeLessThanOrEqual(12);
  });
});

describe('lengthen', () => {
  const cloth = { end: 100, hemPx: 10, spanPx: 30 };
  const along = (wornEnd: number) => Array.from({ length: 200 }, (_, i) => lengthen(i, cloth, wornEnd));

  it('leaves cloth that is long enough alone', () => {
    expect(along(90).slice(0, 91)).toEqual(Array.from({ length: 91 }, (_, i) => i));
  });

  it('shows the hem of short cloth once, where the worn one is, without a tear', () => {
    const places = along(160);
    expect(places[159]).toBeCloseTo(99);
    expect(places.slice(0, 150).every((place) => place <= 90)).toBe(true);
    for (let i = 1; i < 160; i++) expect(Math.abs((places[i] as number) - (places[i - 1] as number))).toBeLessThanOrEqual(1.001);
    expect(Math.min(...places.slice(90, 160))).toBeGreaterThanOrEqual(60);
  });

  it('stretches cloth that is a little too short', () => {
    const places = along(106);
    expect(places.slice(0, 61)).toEqual(Array.from({ length: 61 }, (_, i) => i));
    expect(lengthen(106, cloth, 106)).toBeCloseTo(100);
    for (let i = 61; i < 106; i++) {
      const step = (places[i] as number) - (places[i - 1] as number);
      expect(step).toBeGreaterThan(0.8);
      expect(step).toBeLessThanOrEqual(1);
    }
  });

  it('shows no hem where the worn one is out of the picture', () => {
    expect(Math.max(...along(Infinity))).toBeLessThanOrEqual(90);
  });
});
