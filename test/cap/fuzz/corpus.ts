/** What mutations begin with: our samples, the examples of all rules, and real alerts where they lie beside the repository. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { profileCases } from '../../../src/core/cap/profiles/cases.ts';
import { examples } from '../../../src/core/cap/rules/examples/index.ts';

const encoder = new TextEncoder();
const beside = '../shared/data/cap';
const longest = 48 * 1024;

export const hasRealAlerts: boolean = existsSync(beside);

export function corpus(): readonly Uint8Array[] {
  const files = [
    ...globSync('src/sources/cap-file/samples/*/input*'),
    ...globSync(`${beside}/{alerts,feeds}/*.{xml,atom,rss,edxlde}`),
  ];
  const made = [...examples, ...profileCases].flatMap(({ bad, good }) =>
    typeof bad === 'string' ? [encoder.encode(bad), encoder.encode(good)] : [],
  );
  const read = files.toSorted().map((file) => new Uint8Array(readFileSync(file)));
  const all = [...made, ...read].filter(({ length }) => length <= longest);
  return [...new Map(all.map((bytes) => [Buffer.from(bytes).toString('latin1'), bytes])).values()];
}
