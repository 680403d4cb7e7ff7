import type { TryOnProgress } from '@stylemap-tryon/sdk';

/** The engine calls of one try-on. Each reports its own 0..1; the shopper sees one bar. */
export const legs = ['load', 'person', 'garment', 'dress'] as const;

export type Leg = (typeof legs)[number];

/** Share of a cold run, after the stage weights in core: the first visit is mostly download and start-up. */
const legWeights: Readonly<Record<Leg, number>> = { load: 40, person: 22, garment: 14, dress: 38 };

/**
 * Joins the progress of the planned legs, some of which may be under way beside each other.
 * @param planned the legs this run will go through; prepared persons and garments drop out of the plan.
 */
export function joinProgress(
  planned: readonly Leg[],
  report: ((progress: TryOnProgress) => void) | undefined,
): (leg: Leg) => (progress: TryOnProgress) => void {
  const totalWeight = planned.reduce((sum, leg) => sum + legWeights[leg], 0);
  const done = new Map<Leg, number>();
  return (leg) => (progress) => {
    done.set(leg, progress.fraction);
    const doneWeight = planned.reduce((sum, each) => sum + legWeights[each] * (done.get(each) ?? 0), 0);
    report?.({ ...progress, fraction: doneWeight / totalWeight });
  };
}

/** Joins the progress of several calls that are one leg: their average. */
export function averageProgress(
  calls: number,
  report: (progress: TryOnProgress) => void,
): (call: number) => (progress: TryOnProgress) => void {
  const fractions = new Array<number>(calls).fill(0);
  return (call) => (progress) => {
    fractions[call] = progress.fraction;
    report({ ...progress, fraction: fractions.reduce((sum, each) => sum + each, 0) / calls });
  };
}
