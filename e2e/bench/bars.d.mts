interface GraphFigures {
  readonly bytes: number;
  readonly medianMs: number;
}

export declare function judgeGraphs(
  graphs: Readonly<Record<'contentEncoder' | 'styleEncoder' | 'decoder', GraphFigures>>,
): { name: string; value: number; bar: number; clears: boolean }[];
