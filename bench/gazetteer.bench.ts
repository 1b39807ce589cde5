/**
 * The gazetteer: opening it, looking a name up, searching as one types, what is near. Each figure is the median of nine rounds, wall time and
 * the thread's CPU time, after one round that does not count; memory is what is held after opening, buffers and heap.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Gazetteer, openGazetteer } from '../src/core/geo/gazetteer/whole/open.ts';

const file = join(import.meta.dirname, '../assets/geo/gazetteer.bin');
const rounds = 9;

/** Names in several scripts, common and rare, and one that nobody bears. */
const names = 'Kabul|Kandahar|کابل|HKIA|Hamid Karzai International|São Paulo|Київ|喀布尔|Berlin|Nowhere at all'.split(
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
  const named = medianOf(names.length * 1000, () => {
    for (let i = 0; i < 1000; i++) for (const name of names) gazetteer.named(name);
  });
  figures['a name, µs'] = shown(named, 1000);
  return { ...figures, ...searching(gazetteer), ...nearness(gazetteer) };
}

function searching(gazetteer: Gazetteer): Record<string, string> {
  const all = medianOf(typed.length, () => {
    for (const words of typed) gazetteer.search(words, { limit: 10 });
  });
  const each = typed.map((words) => ({
    words,
    cost: medianOf(10, () => {
      for (let i = 0; i < 10; i++) gazetteer.search(words, { limit: 10 });
    }),
  }));
  const worst = each.reduce((a, b) => (b.cost.cpu > a.cost.cpu ? b : a));
  return {
    'as one types, mean, ms': shown(all, 1),
    [`as one types, worst (“${worst.words}”), ms`]: shown(worst.cost, 1),
  };
}

function nearness(gazetteer: Gazetteer): Record<string, string> {
  const kabul = { lat: 34.53, lon: 69.17 };
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
