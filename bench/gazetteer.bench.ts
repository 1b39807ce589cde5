/**
 * The gazetteer: opening it, looking a name up, searching as one types, what is near. Each figure is the median of nine rounds, wall time and
 * the thread's CPU time, after one round that does not count; memory is what is held after opening, buffers and heap. The worst names and
 * the worst words stand in the table by themselves, and a name the first time it is asked for beside the times after.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Gazetteer, openGazetteer, type SearchWish } from '../src/core/geo/gazetteer/whole/open.ts';

const file = join(import.meta.dirname, '../assets/geo/gazetteer.bin');
const rounds = 9;

/** Names in several scripts, common and rare, those that most places bear, and one that nobody bears. */
const names =
  'Kabul|Kandahar|کابل|HKIA|Hamid Karzai International|São Paulo|Київ|喀布尔|Berlin|Springfield|San José|San Antonio|Santa Cruz|Nowhere at all'.split(
    '|',
  );
/** What is in the field after each letter, with typos among them. */
const typed = [
  'kabul airport',
  'mazar sharif',
  'johanesburg',
  'saint petersburgh',
  'میدان هوایی کابل',
  'львів',
  'san fransisco',
]
  .flatMap((words) => Array.from(words, (_, i) => words.slice(0, i + 1)))
  .filter((words) => words.trim() !== '');
/** One letter begins the most words; the rest are the longest to look through for typos. */
const hard = [
  ...'abcdefghijklmnopqrstuvwxyz'.split(''),
  ...[
    'ال',
    'م',
    'ك',
    'с',
    'к',
    '市',
    'san',
    'de',
    'la',
    'saint pet',
    'new yrok',
    'mazar i shar',
    'constantinople',
    'los angelas',
  ],
];
const kabul = { lat: 34.53, lon: 69.17 };
const wishes: readonly (readonly [string, SearchWish])[] = [
  ['plain', { limit: 10 }],
  ['near', { limit: 10, near: kabul }],
  ['in Dari', { limit: 10, language: 'fa-AF' }],
  ['near, in Dari', { limit: 10, near: kabul, language: 'fa-AF' }],
  ['near, in Arabic, 100 of them', { limit: 100, near: kabul, language: 'ar' }],
];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export async function run(): Promise<Record<string, number | string>> {
  const bytes = new Uint8Array(readFileSync(file));
  const before = held();
  const cold = timed(() => openGazetteer(bytes));
  const gazetteer = openGazetteer(bytes);
  const memory = held() - before;
  const opening = medianOf(1, () => openGazetteer(bytes));
  const figures: Record<string, number | string> = {
    'file, MB': megabytes(bytes.length),
    places: gazetteer.size,
    'open, the first time, ms': shown(cold, 1),
    'open, ms': shown(opening, 1),
    'held when open, MB': megabytes(memory + bytes.length),
  };
  return { ...figures, ...looking(gazetteer), ...searching(gazetteer), ...nearness(gazetteer) };
}

/** A limit that was never asked for before is a name that was not either: nothing is remembered of it. */
function looking(gazetteer: Gazetteer): Record<string, string> {
  let limit = 1000;
  const worst = (what: string, once: (name: string) => void): Record<string, string> => {
    const each = names.map((name) => ({
      name: `${name} (${gazetteer.named(name).length})`,
      cost: medianOf(1000, () => {
        for (let i = 0; i < 1000; i++) once(name);
      }),
    }));
    return Object.fromEntries(
      each
        .toSorted((a, b) => b.cost.cpu - a.cost.cpu)
        .slice(0, 4)
        .map(({ name, cost }) => [`${what}: ${name}, µs`, shown(cost, 1000)]),
    );
  };
  return {
    ...worst('the first time, ten', (name) => gazetteer.named(name, 10 + ++limit / 1e9)),
    ...worst('the first time, all', (name) => gazetteer.named(name, ++limit)),
    ...worst('again, all', (name) => gazetteer.named(name)),
  };
}

function searching(gazetteer: Gazetteer): Record<string, string> {
  const all = medianOf(typed.length, () => {
    for (const words of typed) gazetteer.search(words, { limit: 10 });
  });
  const worst = wishes.flatMap(([what, wish]) =>
    [...typed, ...hard]
      .map((words) => ({
        words,
        cost: medianOf(5, () => {
          for (let i = 0; i < 5; i++) gazetteer.search(words, wish);
        }),
      }))
      .toSorted((a, b) => b.cost.cpu - a.cost.cpu)
      .slice(0, 3)
      .map(({ words, cost }) => [`search, ${what}: “${words}”, ms`, shown(cost, 1)] as const),
  );
  return { 'as one types, mean, ms': shown(all, 1), ...Object.fromEntries(worst) };
}

function nearness(gazetteer: Gazetteer): Record<string, string> {
  const near = medianOf(1000, () => {
    for (let i = 0; i < 1000; i++) gazetteer.near(kabul, { radiusMeters: 50_000, limit: 10 });
  });
  const within = medianOf(1000, () => {
    for (let i = 0; i < 1000; i++) gazetteer.within({ kind: 'circle', center: kabul, radiusMeters: 50_000 });
  });
  return { 'near, 50 km, µs': shown(near, 1000), 'within 50 km, µs': shown(within, 1000) };
}

interface Cost {
  /** Milliseconds. */
  readonly wall: number;
  readonly cpu: number;
}

function timed(work: () => unknown): Cost {
  const start = performance.now();
  const cpu = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(cpu);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

function medianOf(times: number, work: () => unknown): Cost {
  work();
  const costs = Array.from({ length: rounds }, () => timed(work));
  const middle = (of: (cost: Cost) => number): number =>
    (costs.map(of).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN) / times;
  return { wall: middle(({ wall }) => wall), cpu: middle(({ cpu }) => cpu) };
}

const shown = ({ wall, cpu }: Cost, scale: number): string =>
  `${(wall * scale).toFixed(2)} wall, ${(cpu * scale).toFixed(2)} CPU`;
const megabytes = (bytes: number): number => Math.round(bytes / 1e4) / 100;

function held(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
