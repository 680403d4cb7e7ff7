import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parseCommand } from '../arguments.js';
import { readCatalogue } from './read-catalogue.js';

const example = (name: string) => fileURLToPath(new URL(`../../../../examples/catalogue/${name}`, import.meta.url));

it('reads the example, whose pictures are there', async () => {
  const entries = await readCatalogue(example('catalogue.csv'));
  expect(entries.map(({ id, type }) => [id, type])).toEqual([
    ['tee-sunset', 'top'],
    ['jacket-bomber', 'auto'],
    ['jeans-black', 'bottom'],
    ['dress-daisy', 'auto'],
  ]);
  for (const { image } of entries) expect((await readFile(image)).length).toBeGreaterThan(1000);
});

it('understands the commands of the example Job, one shard for each of its completions', async () => {
  const job = await readFile(example('job.yaml'), 'utf8');
  const commands = [...job.matchAll(/command:\s*\[\s*npx,\s*--yes,\s*'@stylemap-tryon\/cli@[\d.]+',([^\]]+)\]/g)].map(
    ([, args = '']) => args.trim().split(', '),
  );
  const [prepare = [], merge = []] = commands;
  const completions = Number(/completions: (\d+)/.exec(job)?.[1]);
  process.env['JOB_COMPLETION_INDEX'] = '7';
  expect(parseCommand(prepare)).toMatchObject({ name: 'prepare', shard: { index: 7, count: completions } });
  delete process.env['JOB_COMPLETION_INDEX'];
  expect(parseCommand(merge)).toEqual({ name: 'merge', dir: '/catalogue/prepared' });
});
