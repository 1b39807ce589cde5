/** Counts the tests of a Vitest JSON report for ./check: prints "passed failed skipped". */
import { readFileSync } from 'node:fs';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { status: string }[];
  }[];
}

const [path = '', exitCode = '1'] = process.argv.slice(2);
const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
// A file that could not be loaded has no tests to count, and must not pass for that.
const broken = report.testResults.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
).length;
let failed = report.numFailedTests + broken;
// What fails outside of any test (a setup, an unhandled rejection, no test at all) shows only in the exit code.
if (failed === 0 && (exitCode !== '0' || report.numPassedTests === 0)) failed = 1;
console.log(report.numPassedTests, failed, report.numPendingTests + report.numTodoTests);
