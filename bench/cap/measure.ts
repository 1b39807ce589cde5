/**
 * One process of the CAP benchmark, in plain Node: what transforms TypeScript on the way distorts timings. Prints figures as JSON.
 * `speed SET`: engines side by side over documents. `memory PART RING`: what one large alert takes. `growth`: time by size.
 */
import type { EngineName } from './engines.ts';
import { alertOf, documents, growing, large, type SetName } from './inputs.ts';

/** Microseconds for each document, on average of one round. */
export interface Round {
  readonly wall: number;
  readonly cpu: number;
}

export interface Speed {
  readonly documents: string;
  readonly sha256: string;
  readonly count: number;
  readonly bytesPerDocument: number;
  readonly engines: readonly {
    readonly engine: EngineName;
    /** All of them, in their order; each has all engines side by side. */
    readonly rounds: readonly Round[];
    /** Of single documents, by wall time. */
    readonly p50: number;
    readonly p99: number;
  }[];
}
export interface Memory {
  readonly bytes: number;
  readonly heldMB: number;
  readonly peakMB: number;
}
export type Growth = readonly {
  readonly by: string;
  readonly bytes: readonly number[];
  readonly ms: readonly number[];
  readonly ratio: number;
}[];

const rounds = 11;
/** A pass is repeated until it takes this long. */
const passMs = 150;

const now = (): number => performance.now();

/** Sorted, the value under which a share of `list` lies. */
function quantile(list: readonly number[], share: number): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The same order on each run: rounds differ from each other, and runs do not. */
function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const key = (i: number): number => ((i + 1) * 7_919 * (seed + 3)) % 1_009;
  return list
    .map((one, i) => [key(i), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);
}

async function speed(set: string): Promise<Speed> {
  const { engines } = await import('./engines.ts');
  const { name, sha256, bytes } = documents(set as SetName);
  const all = Object.entries(engines);
  const pass = (engine: (bytes: Uint8Array) => number): number => bytes.reduce((sum, one) => sum + engine(one), 0);
  const repeats = new Map<string, number>();
  for (const [label, engine] of all) {
    pass(engine);
    const begin = now();
    for (let i = 0; i < 3; i++) pass(engine);
    repeats.set(label, Math.max(1, Math.ceil((passMs * 3) / (now() - begin))));
  }
  const taken = new Map(all.map(([label]) => [label, { rounds: [] as Round[], each: [] as number[] }]));
  for (let round = 0; round < rounds; round++)
    for (const [label, engine] of shuffled(all, round)) {
      const times = taken.get(label);
      const [begin, cpu, count] = [now(), process.threadCpuUsage(), repeats.get(label) ?? 1];
      for (let i = 0; i < count; i++) pass(engine);
      const wall = now() - begin;
      const { user, system } = process.threadCpuUsage(cpu);
      const runs = bytes.length * count;
      times?.rounds.push({ wall: (wall * 1_000) / runs, cpu: (user + system) / runs });
      for (const one of bytes) {
        const start = now();
        engine(one);
        times?.each.push((now() - start) * 1_000);
      }
    }
  const engineFigures = [...taken].map(([label, { rounds, each }]) => ({
    engine: label as EngineName,
    rounds,
    p50: quantile(each, 0.5),
    p99: quantile(each, 0.99),
  }));
  const size = bytes.reduce((sum, { length }) => sum + length, 0);
  return {
    documents: name,
    sha256,
    count: bytes.length,
    bytesPerDocument: size / bytes.length,
    engines: engineFigures,
  };
}

/** What stays while the result is held, and the most that the process had above what it had before. One run for a process. */
async function memory(part: string, ring: string): Promise<Memory> {
  const { check, read } = await import('../../src/core/cap/index.ts');
  const bytes = large[ring]?.() ?? new Uint8Array();
  const run = part === 'read' ? read : check;
  for (let i = 0; i < 3; i++) run(alertOf({}));
  const begin = settled();
  const beginRss = process.memoryUsage.rss();
  const held = run(bytes);
  const peakMB = (process.resourceUsage().maxRSS * 1_024 - beginRss) / 2 ** 20;
  const heldMB = (settled() - begin) / 2 ** 20;
  if (held.alerts.length !== 1) throw new Error(`${ring} was not read`);
  return { bytes: bytes.length, heldMB, peakMB };
}

function settled(): number {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Time for 1, 2, 4 and 8 times the bytes, the least of several rounds, since others only wait for the machine; the ratio is that of time to bytes, the last to the first. */
async function growth(): Promise<Growth> {
  const { check } = await import('../../src/core/cap/index.ts');
  const { profiles } = await import('../../src/core/cap/profiles/index.ts');
  return Object.entries(growing).map(([label, made]) => {
    const inputs = [1, 2, 4, 8].map(made);
    for (const input of inputs.slice(0, 2)) for (let i = 0; i < 3; i++) check(input, { profiles });
    const least = inputs.map(() => Number.POSITIVE_INFINITY);
    for (let round = 0; round < 15; round++)
      for (const index of shuffled([0, 1, 2, 3], round)) {
        // The small ones are run more often, so that no clock is too coarse for them.
        const times = 8 >> index;
        const begin = now();
        for (let i = 0; i < times; i++) check(inputs[index] ?? new Uint8Array(), { profiles });
        least[index] = Math.min(least[index] ?? 0, (now() - begin) / times);
      }
    const perMB = inputs.map(({ length }, i) => (least[i] ?? 0) / (length / 2 ** 20));
    return {
      by: label,
      bytes: inputs.map(({ length }) => length),
      ms: least,
      ratio: (perMB[3] ?? 0) / (perMB[0] ?? 1),
    };
  });
}

const kinds: Readonly<Record<string, (...args: string[]) => Promise<unknown>>> = { speed, memory, growth };
const [kind = '', ...args] = process.argv.slice(2);
const asked = kinds[kind];
if (asked) console.log(JSON.stringify(await asked(...args)));
