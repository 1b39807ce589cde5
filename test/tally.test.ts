// ./check counts what this script says, so nothing that failed may be lost in it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function tally(report: unknown, exitCode: number): { status: number | null; stdout: string } {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report));
  const script = join(import.meta.dirname, '../scripts/tally.ts');
  return spawnSync(process.execPath, [script, file, String(exitCode)], { encoding: 'utf8' });
}
const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});
const report = (passed: number, failed: number, skipped: number, ...testResults: unknown[]) => ({
  ...{ numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, numTodoTests: 0, testResults },
});

test.each([
  ['all is well', report(3, 0, 1, file('passed', 'passed')), 0, '3 0 1\n'],
  ['tests failed', report(3, 2, 0, file('failed', 'failed', 'failed')), 1, '3 2 0\n'],
  ['a file could not be loaded', report(3, 0, 0, file('failed')), 1, '3 1 0\n'],
  ['a hook failed after its tests passed', report(3, 0, 0, file('failed', 'passed')), 1, '3 1 0\n'],
  ['something failed outside of any test', report(3, 0, 0, file('passed', 'passed')), 1, '3 1 0\n'],
  ['no test ran', report(0, 0, 0), 0, '0 1 0\n'],
])('%s', (_, given, exitCode, said) => expect(tally(given, exitCode)).toMatchObject({ status: 0, stdout: said }));

test('no report is no success', () => {
  expect(tally('', 1).status).not.toBe(0);
});
