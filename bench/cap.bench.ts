/**
 * CAP: how fast alerts are read and checked beside saxes, what a large one takes, and whether time grows as bytes do. Each part runs in
 * a process of plain Node, however this one was started.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { EngineName } from './cap/engines.ts';
import { large, type SetName, sets } from './cap/inputs.ts';
import type { Growth, Memory, Round, Speed } from './cap/measure.ts';

const measured = <T>(...parts: string[]): T =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--no-warnings', '--expose-gc', join(import.meta.dirname, 'cap/measure.ts'), ...parts],
      {
        encoding: 'utf8',
        // The loader that this process may have been started with is not for the measured one.
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    ),
  ) as T;

/** What is aimed at, at least: ours against saxes with the same options. */
const goals: readonly { base: EngineName; engine: EngineName; atLeast: number | null }[] = [
  { base: 'saxes, bare tree', engine: 'our tree', atLeast: 0.8 },
  { base: 'saxes alone', engine: 'check, all rules', atLeast: 0.5 },
  { base: 'saxes alone', engine: 'our tree', atLeast: null },
  { base: 'saxes alone', engine: 'read', atLeast: null },
  { base: 'saxes, bare tree', engine: 'read', atLeast: null },
  { base: 'saxes alone', engine: 'check, all profiles', atLeast: null },
];
const mostMB = 40;
const memoryRuns = 7;

type Figures = Record<string, number>;

export async function run(): Promise<Figures> {
  const figures: Figures = {};
  for (const set of sets) speedOf(set, figures);
  memoryOf(figures);
  growthOf(figures);
  return figures;
}

function speedOf(set: SetName, figures: Figures): void {
  const { documents, sha256, count, bytesPerDocument, engines } = measured<Speed>('speed', set);
  if (count === 0) return;
  const roundsOf = (name: EngineName): readonly Round[] => engines.find(({ engine }) => engine === name)?.rounds ?? [];
  console.log(
    `${set}: ${count} ${documents} under 20 kB, ${(bytesPerDocument / 1_000).toFixed(1)} kB on average, data ${sha256}`,
  );
  console.table(
    engines.map(({ engine, rounds, p50, p99 }) => {
      const micros = median(rounds.map(({ wall }) => wall));
      const cpu = median(rounds.map((round) => round.cpu));
      figures[`${set}: ${engine}, documents/s by wall time`] = rounded(1e6 / micros, 0);
      figures[`${set}: ${engine}, documents/s by CPU time`] = rounded(1e6 / cpu, 0);
      return {
        engine,
        'documents/s': rounded(1e6 / micros, 0),
        'MB/s': rounded(bytesPerDocument / micros, 1),
        'documents/s by CPU': rounded(1e6 / cpu, 0),
        'p50 µs': rounded(p50, 1),
        'p99 µs': rounded(p99, 1),
        'CPU µs each, all rounds': rounds.map((round) => round.cpu.toFixed(1)).join(' '),
      };
    }),
  );
  console.log(
    `Ratios by CPU time, round by round: the median counts, the others show how far the machine disturbed it.`,
  );
  console.table(
    goals.map(({ base, engine, atLeast }) => {
      const [one, other] = [roundsOf(base), roundsOf(engine)];
      const by = (key: keyof Round): number[] => one.map((round, i) => round[key] / (other[i]?.[key] ?? Number.NaN));
      const ratios = by('cpu');
      const figure = median(ratios);
      figures[`${set}: ${engine}, of ${base}`] = rounded(figure);
      figures[`${set}: ${engine}, of ${base}, lowest round`] = rounded(Math.min(...ratios));
      figures[`${set}: ${engine}, of ${base}, by wall time`] = rounded(median(by('wall')));
      return {
        ratio: `${engine}, of ${base}`,
        median: rounded(figure),
        'at least': atLeast,
        met: atLeast === null ? '' : figure >= atLeast ? 'yes' : 'NO',
        'by wall time': rounded(median(by('wall'))),
        'all rounds': ratios.map((ratio) => ratio.toFixed(2)).join(' '),
      };
    }),
  );
}

function memoryOf(figures: Figures): void {
  const rows = (['read', 'check'] as const).flatMap((part) =>
    Object.keys(large).map((ring) => {
      const runs = Array.from({ length: memoryRuns }, () => measured<Memory>('memory', part, ring));
      const peaks = runs.map(({ peakMB }) => peakMB);
      const highest = Math.max(...peaks);
      figures[`${part} ${ring} of 41,009 points, MB at the highest peak`] = rounded(highest, 1);
      figures[`${part} ${ring} of 41,009 points, MB held`] = rounded(median(runs.map(({ heldMB }) => heldMB)), 1);
      return {
        part,
        of: ring,
        bytes: runs[0]?.bytes,
        'highest MB': rounded(highest, 1),
        'at most': mostMB,
        met: highest <= mostMB ? 'yes' : 'NO',
        'all runs': peaks.map((peak) => peak.toFixed(1)).join(' '),
      };
    }),
  );
  console.table(rows);
}

function growthOf(figures: Figures): void {
  const growth = measured<Growth>('growth');
  for (const { by, ratio } of growth) figures[`8 times the ${by}: time to bytes`] = rounded(ratio);
  console.table(
    growth.map(({ by, bytes, ms, ratio }) => ({
      by,
      bytes: bytes.join(' '),
      ms: ms.map((one) => one.toFixed(1)).join(' '),
      ratio: rounded(ratio),
    })),
  );
}

const rounded = (value: number, decimals = 2): number => Number(value.toFixed(decimals));

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
