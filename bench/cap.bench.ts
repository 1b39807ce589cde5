/**
 * CAP: how fast alerts are read and checked beside saxes, what a large one takes, and whether time grows as bytes do. Each part runs in
 * a process of plain Node, however this one was started.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { EngineName } from './cap/engines.ts';
import type { Growth, Memory, Speed } from './cap/measure.ts';

const measured = <T>(part: string): T =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--no-warnings', '--expose-gc', join(import.meta.dirname, 'cap/measure.ts'), part],
      {
        encoding: 'utf8',
        // The loader that this process may have been started with is not for the measured one.
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    ),
  ) as T;

export async function run(): Promise<Record<string, number | string>> {
  const speed = measured<Speed>('speed');
  const memory = measured<Memory>('memory');
  const growth = measured<Growth>('growth');
  /** How many times as fast, by CPU time, and in brackets by wall time: a loaded machine shows in that. Then of single documents. */
  const ratio = (base: EngineName, name: EngineName): string => {
    const [one, other] = [base, name].map((label) => speed.figures.find(({ engine }) => engine === label));
    const by = (key: 'cpuMicros' | 'microsPerDocument' | 'p50' | 'p99'): string =>
      ((one?.[key] ?? Number.NaN) / (other?.[key] ?? Number.NaN)).toFixed(2);
    return `${by('cpuMicros')} (wall ${by('microsPerDocument')}, p50 ${by('p50')}, p99 ${by('p99')})`;
  };
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
  console.table(
    growth.map(({ by, bytes, ms, ratio }) => ({
      by,
      bytes: bytes.join(' '),
      ms: ms.map((one) => one.toFixed(1)).join(' '),
      ratio: ratio.toFixed(2),
    })),
  );
  return {
    'our tree, of saxes building a bare tree': ratio('saxes, bare tree', 'our tree'),
    'our tree, of saxes alone': ratio('saxes alone', 'our tree'),
    'read, of saxes alone': ratio('saxes alone', 'read'),
    'read into alerts, of saxes building a bare tree': ratio('saxes, bare tree', 'read'),
    'check with all rules, of saxes alone': ratio('saxes alone', 'check, all rules'),
    'check with all profiles, of saxes alone': ratio('saxes alone', 'check, all profiles'),
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
