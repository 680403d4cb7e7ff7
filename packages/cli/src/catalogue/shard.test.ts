import { describe, expect, it } from 'vitest';
import { shardOf } from './shard.js';

describe('the shard of a job', () => {
  it('is all of it where there is no array of jobs', () => {
    expect(shardOf(undefined, {})).toEqual({ index: 0, count: 1 });
  });

  it('is the one that is named, whatever the environment says', () => {
    expect(shardOf('2/8', { JOB_COMPLETION_INDEX: '5' })).toEqual({ index: 2, count: 8 });
  });

  it.each([
    ['a Kubernetes Indexed Job', '/8', { JOB_COMPLETION_INDEX: '5' }, { index: 5, count: 8 }],
    ['AWS Batch', undefined, { AWS_BATCH_JOB_ARRAY_INDEX: '0', AWS_BATCH_JOB_ARRAY_SIZE: '4' }, { index: 0, count: 4 }],
    [
      'Slurm, which may count from 1',
      undefined,
      { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_MIN: '1', SLURM_ARRAY_TASK_COUNT: '3' },
      { index: 2, count: 3 },
    ],
  ])('comes from %s', (_, option, environment, shard) => {
    expect(shardOf(option, environment)).toEqual(shard);
  });

  it('is not guessed', () => {
    expect(() => shardOf(undefined, { JOB_COMPLETION_INDEX: '5' })).toThrow(/of how many/);
    expect(() => shardOf('/8', {})).toThrow(/I\/N/);
    for (const wrong of ['8/8', '1/0', '1', 'a/b', '-1/4']) expect(() => shardOf(wrong, {})).toThrow();
  });
});
