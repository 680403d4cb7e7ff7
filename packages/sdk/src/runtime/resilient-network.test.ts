import { beforeEach, describe, expect, it } from 'vitest';
import { createAbortError, isAbortError, TryOnError, type StylemapNetwork, type Tensor } from '@stylemap-tryon/core';
import { createFakeNetwork } from '@stylemap-tryon/core/testing';
import type { Backend } from '../shared/engine-info.js';
import { ResilientNetwork } from './resilient-network.js';
import type { SelfCheck } from './self-check.js';

const input: Tensor = { shape: [1, 1, 2, 2], data: new Float32Array(4) };
const graph = (outputs: SelfCheck['decoder']['outputs'], inputNames: string[]) => ({
  file: 'x.onnx',
  inputs: inputNames.map((name) => ({ name, shape: [1, 1, 2, 2], step: 0, phase: 0 })),
  outputs,
});
const latents = [8, 16, 32, 64, 128];

/** The fake network's decoder answers alpha 30 everywhere. */
const selfCheckFor = (alpha: number): SelfCheck => ({
  tolerance: 1e-3,
  content: graph([], ['content']),
  style: graph([], ['style']),
  decoder: graph(
    [{ name: 'alpha', shape: [1, 1, 256, 256], indices: [0, 65535], values: [alpha, alpha] }],
    latents.flatMap((side) => [`skip${side}`, `w${side}`]),
  ),
});

describe('the resilient network', () => {
  let created: Backend[];
  let disposed: Backend[];
  let fallbacks: unknown[];
  let failing: Partial<Record<Backend, { create?: Error; run?: Error }>>;

  beforeEach(() => {
    [created, disposed, fallbacks, failing] = [[], [], [], {}];
  });

  const network = (backend: Backend): StylemapNetwork => ({
    ...createFakeNetwork(),
    encodeStyle: (style) => {
      const error = failing[backend]?.run;
      return error ? Promise.reject(error) : createFakeNetwork().encodeStyle(style);
    },
    dispose: () => void disposed.push(backend),
  });

  const create = (first: Backend, selfCheck: () => Promise<SelfCheck> = () => Promise.resolve(selfCheckFor(30))) =>
    ResilientNetwork.create({
      first,
      selfCheck,
      create: (backend) => {
        created.push(backend);
        const error = failing[backend]?.create;
        return error ? Promise.reject(error) : Promise.resolve(network(backend));
      },
      onFallback: (reason) => fallbacks.push(reason),
    });

  it('stays on WebGPU when the known answers are right', async () => {
    expect((await create('webgpu')).backend).toBe('webgpu');
    expect([created, fallbacks]).toEqual([['webgpu'], []]);
  });

  it('leaves a WebGPU that cannot be created', async () => {
    failing.webgpu = { create: new Error('no device') };
    expect((await create('webgpu')).backend).toBe('wasm');
    expect(fallbacks).toEqual([failing.webgpu.create]);
  });

  it('leaves a WebGPU whose numbers are wrong, and frees it', async () => {
    expect((await create('webgpu', () => Promise.resolve(selfCheckFor(30.1)))).backend).toBe('wasm');
    expect([created, disposed]).toEqual([['webgpu', 'wasm'], ['webgpu']]);
    expect(String(fallbacks[0])).toContain('self-check');
  });

  it('repeats the failed call on wasm when WebGPU dies in a run', async () => {
    const resilient = await create('webgpu');
    failing.webgpu = { run: new Error('device lost') };
    const levels = await resilient.encodeStyle(input);
    expect(levels[8].shape).toEqual([1, 64, 8, 8]);
    expect(resilient.backend).toBe('wasm');
    expect([disposed, fallbacks]).toEqual([['webgpu'], [failing.webgpu.run]]);
    await resilient.encodeStyle(input);
    expect(created).toEqual(['webgpu', 'wasm']);
  });

  it('does not repeat a call that wasm fails', async () => {
    const resilient = await create('wasm');
    failing.wasm = { run: new TryOnError('engine-lost', 'gone') };
    await expect(resilient.encodeStyle(input)).rejects.toBe(failing.wasm.run);
    expect(created).toEqual(['wasm']);
  });

  it('does not take an abort for a broken WebGPU', async () => {
    await expect(create('webgpu', () => Promise.reject(createAbortError()))).rejects.toSatisfy(isAbortError);
    expect([created, fallbacks]).toEqual([[], []]);
  });
});
