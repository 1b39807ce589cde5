/**
 * One process of the CAP benchmark, in plain Node: what transforms TypeScript on the way distorts timings. Prints figures as JSON.
 * `speed`: engines side by side over documents. `memory`: what reading 1 MB takes. `growth`: time by size.
 */
import type { EngineName } from './engines.ts';
import { alertOf, documents, growing, wavyRing } from './inputs.ts';

export interface Speed {
  readonly documents: string;
  readonly sha256: string;
  readonly count: number;
  readonly bytesPerDocument: number;
  readonly figures: readonly {
    readonly engine: EngineName;
    readonly microsPerDocument: number;
    readonly cpuMicros: number;
    readonly slowestRound: number;
    readonly p50: number;
    readonly p99: number;
    readonly rounds: readonly number[];
  }[];
}
export type Memory = Readonly<Record<'read' | 'check', { heldMB: number; rssMB: number; peakRssMB: number }>> & {
  readonly bytes: number;
};
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

async function speed(): Promise<unknown> {
  const { engines } = await import('./engines.ts');
  const { name, sha256, bytes } = documents();
  const all = Object.entries(engines);
  const pass = (engine: (bytes: Uint8Array) => number): number => bytes.reduce((sum, one) => sum + engine(one), 0);
  const repeats = new Map<string, number>();
  for (const [label, engine] of all) {
    pass(engine);
    const begin = now();
    for (let i = 0; i < 3; i++) pass(engine);
    repeats.set(label, Math.max(1, Math.ceil((passMs * 3) / (now() - begin))));
  }
  const perDocument = new Map(
    all.map(([label]) => [label, { wall: [] as number[], cpu: [] as number[], each: [] as number[] }]),
  );
  for (let round = 0; round < rounds; round++)
    for (const [label, engine] of shuffled(all, round)) {
      const times = perDocument.get(label);
      const [begin, cpu, count] = [now(), process.threadCpuUsage(), repeats.get(label) ?? 1];
      for (let i = 0; i < count; i++) pass(engine);
      const { user, system } = process.threadCpuUsage(cpu);
      const runs = bytes.length * count;
      times?.wall.push(((now() - begin) * 1_000) / runs);
      times?.cpu.push((user + system) / runs);
      for (const one of bytes) {
        const start = now();
        engine(one);
        times?.each.push((now() - start) * 1_000);
      }
    }
  const figures = [...perDocument].map(([label, { wall, cpu, each }]) => ({
    engine: label,
    microsPerDocument: quantile(wall, 0.5),
    cpuMicros: quantile(cpu, 0.5),
    slowestRound: quantile(wall, 0.99),
    p50: quantile(each, 0.5),
    p99: quantile(each, 0.99),
    rounds: wall,
  }));
  const size = bytes.reduce((sum, { length }) => sum + length, 0);
  return { documents: name, sha256, count: bytes.length, bytesPerDocument: size / bytes.length, figures };
}

/** 41,009 points in 1 MB: what stays while the reading is held, and the most that the process had above what it had before. */
async function memory(): Promise<unknown> {
  const { check, read } = await import('../../src/core/cap/index.ts');
  const bytes = alertOf({ polygon: padded(wavyRing(41_009)) });
  for (let i = 0; i < 3; i++) check(alertOf({}));
  const results: Record<string, unknown> = { bytes: bytes.length };
  for (const [label, run] of Object.entries({ read: () => read(bytes), check: () => check(bytes) })) {
    const begin = settled();
    const beginRss = process.memoryUsage.rss();
    const held = run();
    const peakRss = process.memoryUsage.rss();
    results[label] = {
      heldMB: (settled() - begin) / 2 ** 20,
      rssMB: (peakRss - beginRss) / 2 ** 20,
      peakRssMB: process.resourceUsage().maxRSS / 2 ** 10 - beginRss / 2 ** 20,
      alerts: held.alerts.length,
    };
  }
  return results;
}

/** Spaces between points, up to 1 MB: what real alerts of that size have instead are more digits. */
function padded(ring: string): string {
  const points = ring.split(' ');
  const gap = Math.max(1, Math.floor((2 ** 20 - 1_000 - ring.length) / points.length) + 1);
  return points.join(' '.repeat(gap));
}

function settled(): number {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Time for 1, 2, 4 and 8 times the bytes, the least of several rounds, since others only wait for the machine; the ratio is that of time to bytes, the last to the first. */
async function growth(): Promise<unknown> {
  const { check, profiles } = await import('../../src/core/cap/index.ts');
  const names = profiles.map(({ name }) => name);
  return Object.entries(growing).map(([label, made]) => {
    const inputs = [1, 2, 4, 8].map(made);
    for (const input of inputs.slice(0, 2)) for (let i = 0; i < 3; i++) check(input, { profiles: names });
    const least = inputs.map(() => Number.POSITIVE_INFINITY);
    for (let round = 0; round < 15; round++)
      for (const index of shuffled([0, 1, 2, 3], round)) {
        // The small ones are run more often, so that no clock is too coarse for them.
        const times = 8 >> index;
        const begin = now();
        for (let i = 0; i < times; i++) check(inputs[index] ?? new Uint8Array(), { profiles: names });
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

const kinds: Readonly<Record<string, () => Promise<unknown>>> = { speed, memory, growth };
const asked = kinds[process.argv[2] ?? ''];
if (asked) console.log(JSON.stringify(await asked()));
