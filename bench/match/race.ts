/** Engines side by side: in random order, round for round, over the same questions; wall and CPU time. */
import { setTimeout } from 'node:timers/promises';

/** One of several that answer the same questions. */
export interface Contestant {
  readonly name: string;
  /** How many answers one call gives: a join gives all at once. */
  readonly answers: number;
  readonly questions: number;
  ask(question: number): unknown;
  /** Makes the questions anew, before each time that all are asked; not timed. Nothing that was worked out for one then serves again. */
  renew?(): void;
  /** CPU milliseconds so far, of all processes that work for it. */
  cpuMs(): number;
}

export interface Figures {
  readonly name: string;
  /** Microseconds for an answer, the median of the rounds. */
  readonly wall: number;
  readonly cpu: number;
  readonly slowestRound: number;
  /** Microseconds of single answers; null where there are only joins. */
  readonly p50: number | null;
  readonly p99: number | null;
  readonly rounds: readonly number[];
}

const rounds = 11;
const leastPassMs = 120;
/** A question asked alone is timed in the first of these. */
const timedAlone = 20_000;

export async function race(contestants: readonly Contestant[], random: () => number): Promise<Figures[]> {
  const lanes = [];
  for (const one of contestants) {
    await pass(one, 1);
    const repeats = Math.max(1, Math.ceil((1.3 * leastPassMs) / (await pass(one, 1)).wall));
    lanes.push({ one, repeats, wall: [] as number[], cpu: [] as number[], alone: [] as number[] });
  }
  for (let round = 0; round < rounds; round++)
    for (const lane of shuffled(lanes, random)) {
      const answers = lane.one.questions * lane.one.answers * lane.repeats;
      const { wall, cpu } = await pass(lane.one, lane.repeats);
      lane.wall.push((wall * 1000) / answers);
      lane.cpu.push((cpu * 1000) / answers);
      if (lane.one.answers > 1) continue;
      lane.one.renew?.();
      for (let i = 0; i < Math.min(timedAlone, lane.one.questions); i++) {
        const start = performance.now();
        const answer = lane.one.ask(i);
        if (answer instanceof Promise) await answer;
        lane.alone.push((performance.now() - start) * 1000);
      }
    }
  return lanes.map(({ one, wall, cpu, alone }) => ({
    name: one.name,
    wall: quantile(wall, 0.5),
    cpu: quantile(cpu, 0.5),
    slowestRound: Math.max(...wall),
    p50: alone.length > 0 ? quantile(alone, 0.5) : null,
    p99: alone.length > 0 ? quantile(alone, 0.99) : null,
    rounds: wall,
  }));
}

/** Milliseconds. */
async function pass(one: Contestant, repeats: number): Promise<{ wall: number; cpu: number }> {
  let [wall, cpu] = [0, 0];
  for (let n = 0; n < repeats; n++) {
    one.renew?.();
    const [begin, cpuBefore] = [performance.now(), one.cpuMs()];
    for (let i = 0; i < one.questions; i++) {
      const answer = one.ask(i);
      if (answer instanceof Promise) await answer;
    }
    wall += performance.now() - begin;
    // The system counts CPU time in ticks, and a backend's is there a moment later.
    if (one.answers > 1) await setTimeout(20);
    cpu += one.cpuMs() - cpuBefore;
  }
  return { wall, cpu };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((one) => [random(), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);
}

/** The value under which a share of the list lies. */
function quantile(list: readonly number[], share: number): number {
  const sorted = Float64Array.from(list).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
