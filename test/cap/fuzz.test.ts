// Mutated documents, the same in every `./check`; `--long` draws many more, and new ones each time.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Fuzzed } from './fuzz/run.ts';
import { node } from './node.ts';

const isLong = process.env['TOCSIN_LONG'] === '1';
const runs = isLong ? 200_000 : 5_000;
const seed = isLong ? Date.now() & 0x7fffffff : 20_260_302;

async function fuzzed(target: 'cap' | 'signatures' | 'planted', seed: number, runs: number): Promise<Fuzzed> {
  const args = ['--no-warnings', 'test/cap/fuzz/run.ts', target, String(seed), String(runs)];
  const { stdout } = await promisify(execFile)(node, args, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as Fuzzed;
}

describe(`mutations, drawn with the seed ${seed}`, () => {
  test(`${runs} break nothing`, { timeout: isLong ? 7_200_000 : 300_000 }, async () => {
    const { faults, began, kept, reached } = await fuzzed('cap', seed, runs);
    expect(faults).toEqual([]);
    // The search went somewhere: it began with all examples, reached new code, and few parts are left.
    expect(began).toBeGreaterThan(400);
    expect(kept).toBeGreaterThan(10);
    expect(reached.unreached).toBeLessThan(reached.unreachedAtFirst);
  });

  test(`${runs / 5} of signed alerts make nothing valid that nobody signed`, {
    timeout: isLong ? 3_600_000 : 180_000,
  }, async () => {
    const { faults, began, reached } = await fuzzed('signatures', seed, runs / 5);
    expect(faults).toEqual([]);
    expect(began).toBeGreaterThan(8);
    expect(reached.unreached).toBeLessThan(reached.unreachedAtFirst);
  });

  test('find a fault that is planted behind three conditions, once whatever its words are, and shorten what has it', {
    timeout: 60_000,
  }, async () => {
    const { faults } = await fuzzed('planted', 1, 8_000);
    expect(faults.map(({ what }) => what)).toEqual([expect.stringContaining('RangeError: a fault of the example')]);
    expect(faults[0]?.document.length).toBeLessThan(600);
  });
});
