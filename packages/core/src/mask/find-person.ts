import type { WarningCode } from '../errors.js';
import type { GarmentKind } from '../garment-type.js';
import { garmentKinds } from '../garment-type.js';
import { boundingBox } from '../image/bounding-box.js';
import { labelComponents } from '../image/components.js';
import type { Plane, Rect } from '../image/image.js';
import type { ClassConfidences } from '../ports.js';
import { classAreas, clearToBackground, personPlane } from './class-confidences.js';
import { settleDress } from './settle-dress.js';

/** Share of the photo a person has to cover; below it even the parser's own noise would count. */
const smallestPersonFraction = 0.01;
/** Over that share the parser has to be sure: of a plain wall it half believes anything, at 0.55 on average and 0.8 at most. */
const sureConfidence = 0.9;
/** Share of the person a garment kind has to cover to count as worn. */
const smallestGarmentFraction = 0.03;
/** A second person this large, relative to the first, is worth a warning. */
const companionFraction = 0.35;

export interface FoundPerson {
  /** About the person, on the parser's grid. */
  readonly box: Rect;
  /** 1 where somebody else is, on the parser's grid. */
  readonly others: Plane | undefined;
  /** Garment kinds on the person, largest first. */
  readonly worn: readonly GarmentKind[];
  readonly warnings: readonly WarningCode[];
}

/**
 * Reduces the parser's answer to the largest person, in one reading of what is worn: other people become background, and a dress is not
 * half a top; in place. `undefined` where nobody is in the picture.
 */
export function findPerson(confidences: ClassConfidences): FoundPerson | undefined {
  const person = personPlane(confidences);
  const { labels, components } = labelComponents(person, (value) => value >= 0.5);
  const [largest, ...others] = components;
  const surePx = labels.reduce(
    (sum, label, i) => sum + Number(label === largest?.label && (person.data[i] as number) >= sureConfidence),
    0,
  );
  if (!largest || surePx < smallestPersonFraction * labels.length) return undefined;
  // Parts cut off by a bag strap or a crossing arm are small; only another person is large.
  const companions = new Set(others.filter((c) => c.areaPx > companionFraction * largest.areaPx).map((c) => c.label));
  for (let i = 0; i < labels.length; i++) if (companions.has(labels[i] as number)) clearToBackground(confidences, i);
  settleDress(confidences);
  const areas = classAreas(confidences);
  const worn = garmentKinds.filter((kind) => areas[kind] >= smallestGarmentFraction * largest.areaPx);
  worn.sort((a, b) => areas[b] - areas[a]);
  if (worn.length === 0 && areas.skin + areas.hair < smallestGarmentFraction * largest.areaPx) return undefined;
  const planeOf = (isMember: (label: number) => boolean): Plane => ({
    ...person,
    data: Float32Array.from(labels, (label) => Number(isMember(label))),
  });
  const box = boundingBox(
    planeOf((label) => label === largest.label),
    1,
  ) as Rect;
  if (companions.size === 0) return { worn, warnings: [], box, others: undefined };
  return { worn, warnings: ['several-people'], box, others: planeOf((label) => companions.has(label)) };
}
