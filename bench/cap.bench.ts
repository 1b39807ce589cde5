/**
 * CAP: how fast alerts are read and checked beside saxes, what a large one takes, and whether time grows as bytes do. Each part runs in
 * a process of plain Node, however this one was started.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { EngineName } from './cap/engines.ts';

interface Speed {
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
type Memory = Readonly<Record<'read' | 'check', { heldMB: number; rssMB: number; peakRssMB: number }>> & { readonly bytes: number };
type Growth = readonly { readonly by: string; readonly bytes: readonly number[]; readonly ms: readonly number[]; readonly ratio: number }[];

const measured = <T>(part: string): T =>
  JSON.parse(
    execFileSync(process.execPath, ['--no-warnings', '--expose-gc', join(import.meta.dirname, 'cap/measure.ts'), part], {
      encoding: 'utf8',
      // The loader that this process may have been started with is not for the measured one.
      env: { ...process.env, NODE_OPTIONS: '' },
    }),
  ) as T;

export async function run(): Promise<Record<string, number | string>> {
  const speed = measured<Speed>('speed');
  const memory = measured<Memory>('memory');
  const growth = measured<Growth>('growth');
  const of = (name: EngineName): number => speed.figures.find(({ engine }) => engine === name)?.microsPerDocument ?? Number.NaN;
  const perSecond = (micros: number): string => Math.round(1e6 / micros).toLocaleString('en');
  const kilo = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
  console.log(
    `${speed.count} ${speed.documents} under 20 kB, ${kilo(speed.bytesPerDocument)} on average, data ${speed.sha256}, ${speed.figures[0]?.rounds.length} rounds`,
  );
  console.table(
    speed.figures.map(({ engine, microsPerDocument, cpuMicros, slowestRound, p50, p99 }) => ({
      engine,
      'documents/s': perSecond(microsPerDocument),
      'µs each': microsPerDocument.toFixed(1),
      'CPU µs each': cpuMicros.toFixed(1),
      'slowest round': slowestRound.toFixed(1),
      'p50 µs': p50.toFixed(1),
      'p99 µs': p99.toFixed(1),
    })),
  );
  console.table(growth.map(({ by, bytes, ms, ratio }) => ({ by, bytes: bytes.join(' '), ms: ms.map((one) => one.toFixed(1)).join(' '), ratio: ratio.toFixed(2) })));
  return {
    'our tree, of saxes building a bare tree': (of('saxes, bare tree') / of('our tree')).toFixed(2),
    'our tree, of saxes alone': (of('saxes alone') / of('our tree')).toFixed(2),
    'read, of saxes alone': (of('saxes alone') / of('read')).toFixed(2),
    'check with all rules, of saxes alone': (of('saxes alone') / of('check, all rules')).toFixed(2),
    'check with all profiles, of saxes alone': (of('saxes alone') / of('check, all profiles')).toFixed(2),
    ...Object.fromEntries(growth.map(({ by, ratio }) => [`8 times the ${by}: time to bytes`, ratio.toFixed(2)])),
    ...Object.fromEntries(
      (['read', 'check'] as const).map((part) => {
        const { heldMB, rssMB, peakRssMB } = memory[part];
        const words = `${heldMB.toFixed(1)} held, ${rssMB.toFixed(1)} of RSS after, ${peakRssMB.toFixed(1)} at the peak`;
        return [`${part} ${kilo(memory.bytes)} of 41,009 points, MB`, words];
      }),
    ),
  };
}
