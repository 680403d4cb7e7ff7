import { UsageError } from '../usage-error.js';

/** One of `count` workers that divide a catalogue; `index` counts from 0. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `--shard I/N`; of `--shard /N` the index comes from where the job runs: a Kubernetes Indexed Job, an array job of AWS Batch or of Slurm. Where these tell
 * the count too, the option may be left out.
 *
 * @throws UsageError
 */
export function shardOf(option: string | undefined, environment: Environment): Shard {
  const [given, total] = option === undefined ? ['', ''] : partsOf(option);
  const slurmStart = Number(environment['SLURM_ARRAY_TASK_MIN'] ?? 0);
  const slurmId = environment['SLURM_ARRAY_TASK_ID'];
  const index =
    given ||
    (environment['JOB_COMPLETION_INDEX'] ??
      environment['AWS_BATCH_JOB_ARRAY_INDEX'] ??
      (slurmId === undefined ? undefined : String(Number(slurmId) - slurmStart)));
  const count = total || (environment['AWS_BATCH_JOB_ARRAY_SIZE'] ?? environment['SLURM_ARRAY_TASK_COUNT']);
  if (option === undefined && (index === undefined || count === undefined)) {
    if (index !== undefined) throw new UsageError('This is one of several jobs: say of how many, with --shard /N.');
    return { index: 0, count: 1 };
  }
  if (index === undefined) throw new UsageError('--shard /N needs the index of an array job in the environment, or --shard I/N.');
  const shard = { index: Number(index), count: Number(count) };
  if (!Number.isSafeInteger(shard.index) || !Number.isSafeInteger(shard.count) || shard.index < 0 || shard.index >= shard.count) {
    throw new UsageError(`There is no shard ${index} of ${count}: indices count from 0.`);
  }
  return shard;
}

function partsOf(option: string): [string, string] {
  const match = /^(\d*)\/(\d+)$/.exec(option);
  if (!match) throw new UsageError('--shard is I/N or /N, for example 2/8.');
  return [match[1] as string, match[2] as string];
}
