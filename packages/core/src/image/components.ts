import type { Plane } from './image.js';

export interface Component {
  readonly label: number;
  readonly areaPx: number;
  readonly touchesBorder: boolean;
}

export interface Labelling {
  /** 0 where the predicate is false, else the component's label (1, 2, ...). */
  readonly labels: Int32Array;
  /** Largest first. */
  readonly components: readonly Component[];
}

/** 4-connected components of the pixels for which `inside` holds. */
export function labelComponents(plane: Plane, inside: (value: number) => boolean): Labelling {
  const { widthPx, heightPx, data } = plane;
  const labels = new Int32Array(widthPx * heightPx);
  const components: Component[] = [];
  const stack: number[] = [];
  const visit = (index: number, label: number) => {
    if (labels[index] === 0 && inside(data[index] as number)) {
      labels[index] = label;
      stack.push(index);
    }
  };
  for (let seed = 0; seed < labels.length; seed++) {
    const label = components.length + 1;
    visit(seed, label);
    if (stack.length === 0) continue;
    let areaPx = 0;
    let touchesBorder = false;
    for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
      areaPx++;
      const x = index % widthPx;
      const y = (index - x) / widthPx;
      if (x === 0 || y === 0 || x === widthPx - 1 || y === heightPx - 1) touchesBorder = true;
      if (x > 0) visit(index - 1, label);
      if (x < widthPx - 1) visit(index + 1, label);
      if (y > 0) visit(index - widthPx, label);
      if (y < heightPx - 1) visit(index + widthPx, label);
    }
    components.push({ label, areaPx, touchesBorder });
  }
  components.sort((a, b) => b.areaPx - a.areaPx);
  return { labels, components };
}

/** Mean of a plane on the same grid over each of the components, by label. */
export function meanByLabel({ labels, components }: Labelling, { data }: Plane): ReadonlyMap<number, number> {
  const sums = new Map(components.map(({ label }) => [label, 0]));
  labels.forEach((label, i) => {
    const sum = sums.get(label);
    if (sum !== undefined) sums.set(label, sum + (data[i] as number));
  });
  return new Map(components.map(({ label, areaPx }) => [label, (sums.get(label) as number) / areaPx]));
}

/**
 * Keeps what can be cloth: components of at least `speckFraction` of the largest (a garment cut by an arm or a bag has several real
 * parts), and closes holes below `holeFraction` of it (larger ones are hands, bags or skin). Works in place on a mask in [0, 1].
 */
export function removeSpecksAndHoles(mask: Plane, speckFraction: number, holeFraction: number): void {
  const garment = labelComponents(mask, (value) => value >= 0.5);
  const largestPx = garment.components[0]?.areaPx ?? 0;
  const specks = new Set(garment.components.filter((c) => c.areaPx < speckFraction * largestPx).map((c) => c.label));
  const rest = labelComponents(mask, (value) => value < 0.5);
  const holes = new Set(
    rest.components.filter((c) => !c.touchesBorder && c.areaPx < holeFraction * largestPx).map((c) => c.label),
  );
  for (let i = 0; i < mask.data.length; i++) {
    if (specks.has(garment.labels[i] as number)) mask.data[i] = 0;
    else if (holes.has(rest.labels[i] as number)) mask.data[i] = 1;
  }
}
