import { latentSizesPx, TryOnError, type LatentPyramid, type StylemapNetwork, type Tensor } from '@stylemap-tryon/core';

interface InputFormula {
  readonly name: string;
  readonly shape: readonly number[];
  readonly step: number;
  readonly phase: number;
}

interface KnownOutput {
  readonly name: string;
  readonly shape: readonly number[];
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

interface GraphCheck {
  readonly file: string;
  readonly inputs: readonly InputFormula[];
  readonly outputs: readonly KnownOutput[];
}

/** Known answers of the three graphs: inputs by formula, outputs as samples (`self-check.json`). */
export interface SelfCheck {
  readonly tolerance: number;
  readonly content: GraphCheck;
  readonly style: GraphCheck;
  readonly decoder: GraphCheck;
}

/** @throws TryOnError `model-corrupt` when a graph's answers are missing */
export function parseSelfCheck(value: unknown): SelfCheck {
  const { tolerance, graphs } = value as { tolerance?: unknown; graphs?: unknown };
  if (typeof tolerance !== 'number' || !Array.isArray(graphs)) throw corrupt('it has no tolerance or graphs');
  const graph = (suffix: string) => {
    const found = (graphs as GraphCheck[]).find((entry) => entry.file?.endsWith(suffix));
    if (!found || !Array.isArray(found.inputs) || !Array.isArray(found.outputs)) throw corrupt(`${suffix} is missing`);
    return found;
  };
  return {
    tolerance,
    content: graph('content-encoder.onnx'),
    style: graph('style-encoder.onnx'),
    decoder: graph('decoder.onnx'),
  };
}

/**
 * Runs the three graphs on known inputs. A WebGPU driver can give wrong numbers without an error; this is how it shows. It is
 * the warm-up too: shaders are compiled by the first run.
 * @returns the largest error over `max(1, |expected|)`; more than `check.tolerance` means a broken backend
 */
export async function measureSelfCheckError(network: StylemapNetwork, check: SelfCheck): Promise<number> {
  const skips = await network.encodeContent(inputTensor(check.content, 'content'));
  const levels = await network.encodeStyle(inputTensor(check.style, 'style'));
  const decoded = await network.decode(inputPyramid(check.decoder, 'skip'), inputPyramid(check.decoder, 'w'));
  const heads: Readonly<Record<string, Tensor>> = { ...decoded };
  return Math.max(
    graphError(check.content, (name) => pyramidLevel(skips, name)),
    graphError(check.style, (name) => pyramidLevel(levels, name)),
    graphError(check.decoder, (name) => heads[name]),
  );
}

function inputTensor(graph: GraphCheck, name: string): Tensor {
  const formula = graph.inputs.find((input) => input.name === name);
  if (!formula) throw corrupt(`${graph.file} has no input ${name}`);
  const data = new Float32Array(formula.shape.reduce((product, side) => product * side, 1));
  for (let i = 0; i < data.length; i++) data[i] = Math.sin(formula.step * i + formula.phase);
  return { shape: formula.shape, data };
}

function inputPyramid(graph: GraphCheck, prefix: string): LatentPyramid {
  const levels = latentSizesPx.map((sizePx) => [sizePx, inputTensor(graph, `${prefix}${sizePx}`)]);
  return Object.fromEntries(levels) as LatentPyramid;
}

function pyramidLevel(pyramid: LatentPyramid, name: string): Tensor | undefined {
  const sizePx = latentSizesPx.find((size) => name === `skip${size}` || name === `w${size}`);
  return sizePx && pyramid[sizePx];
}

function graphError(graph: GraphCheck, tensorOf: (name: string) => Tensor | undefined): number {
  let worst = 0;
  for (const known of graph.outputs) {
    const tensor = tensorOf(known.name);
    if (tensor?.shape.join() !== known.shape.join()) return Infinity;
    known.indices.forEach((index, i) => {
      const expected = known.values[i] ?? NaN;
      const error = Math.abs((tensor.data[index] ?? NaN) - expected) / Math.max(1, Math.abs(expected));
      // A comparison with NaN is false: without this a backend that answers NaN would pass.
      worst = Number.isNaN(error) ? Infinity : Math.max(worst, error);
    });
  }
  return worst;
}

function corrupt(detail: string): TryOnError {
  return new TryOnError('model-corrupt', `The self-check cannot be used: ${detail}.`, 'load');
}
