/**
 * Who is in an area: a new warning against a million people, and somebody's position against 10,000 live warnings, beside PostGIS and the
 * libraries that others take. On data that was looked at while the index was written, and on data that never was; each in a process of
 * plain Node. Losses are in the same tables.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Measured } from './match/measure.ts';
import type { Figures } from './match/race.ts';

const names = ['tuned', 'held out'] as const;

const measured = (seed: string): Measured =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--no-warnings',
        '--expose-gc',
        '--max-old-space-size=6000',
        join(import.meta.dirname, 'match/measure.ts'),
        seed,
      ],
      // The loader that this process may have been started with is not for the measured one.
      { encoding: 'utf8', maxBuffer: 2 ** 26, env: { ...process.env, NODE_OPTIONS: '' } },
    ),
  ) as Measured;

const fixed = (value: number | null, digits = 1): string => value?.toFixed(digits) ?? '—';

const rowsOf = (what: string, figures: readonly Figures[]): Record<string, string>[] =>
  figures.map(({ name, wall, cpu, slowestRound, p50, p99 }) => ({
    what,
    engine: name,
    'µs, mean': fixed(wall),
    'CPU µs': fixed(cpu),
    'slowest round': fixed(slowestRound),
    p50: fixed(p50),
    p99: fixed(p99),
  }));

/** How many times as long the others take, the quickest of JavaScript and PostGIS; under 1 is a loss of ours. */
function ratios(figures: readonly Figures[], by: 'wall' | 'cpu' | 'p50'): string {
  const ours = figures[0]?.[by] ?? Number.NaN;
  const of = (isIt: (name: string) => boolean): string => {
    const times = figures
      .slice(1)
      .flatMap(({ name, [by]: time }) => (isIt(name) && time !== null ? [time / ours] : []));
    return times.length > 0 ? Math.min(...times).toFixed(2) : '—';
  };
  const isPostGIS = (name: string): boolean => name.startsWith('PostGIS');
  return `${of((name) => !isPostGIS(name))} best JavaScript, ${of(isPostGIS)} PostGIS`;
}

export async function run(): Promise<Record<string, number | string>> {
  const summary: Record<string, number | string> = {};
  for (const seed of names) {
    const one = measured(seed);
    const postgis = one.postgis === null ? 'PostGIS is not installed here and was left out' : `PostGIS ${one.postgis}`;
    console.log(
      `Seed “${seed}”, data ${one.sha256.slice(0, 16)}, ${postgis}; load ${fixed(one.loadBefore)} before, ${fixed(one.loadAfter)} after; all engines found the same`,
    );
    const sets = [...Object.entries(one.people), ['live', one.live] as const];
    console.table(
      sets.flatMap(([set, figures]) => rowsOf(`${set}, ${fixed(one.answersEach[set] ?? null)} found`, figures)),
    );
    console.table(
      one.built.map(({ name, of, buildMs, bytesEach, bytesAsked }) => ({
        of,
        engine: name,
        'build ms': fixed(buildMs, 0),
        'bytes each': fixed(bytesEach),
        'bytes each, asked': fixed(bytesAsked),
      })),
    );
    console.table(Object.entries(one.changes).map(([change, micros]) => ({ change, µs: fixed(micros, 2) })));
    for (const [set, figures] of sets) {
      summary[`${seed}, ${set}: tocsin µs, mean`] = fixed(figures[0]?.wall ?? null);
      for (const by of ['wall', 'cpu', 'p50'] as const)
        summary[`${seed}, ${set}: times as long, ${by}`] = ratios(figures, by);
    }
    for (const [change, micros] of Object.entries(one.changes)) summary[`${seed}: ${change}, µs`] = fixed(micros, 2);
    console.log(JSON.stringify({ seed, ...one }));
  }
  return summary;
}
