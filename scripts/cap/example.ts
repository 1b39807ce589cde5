/** Examples as the pages of rules print them: a document that has a finding, where the finding stands, and what mends it. */
import type { Finding } from '../../src/core/cap/index.ts';
import { check, read, revisionOf, write } from '../../src/core/cap/index.ts';
import { profiles } from '../../src/core/cap/profiles/index.ts';
import { countryOf } from '../../src/core/cap/rules/examples/example.ts';
import { verifyCap } from '../../src/seal/cap/index.ts';
import { capFile } from '../../src/sources/cap-file/source.ts';

/** Longer ones, and such as are no text, are described and not printed. */
const longestPrinted = 6_000;

const encoder = new TextEncoder();
const bytesOf = (document: string | Uint8Array): Uint8Array =>
  typeof document === 'string' ? encoder.encode(document) : document;

/** All that anything of the library, or the desk, finds in a document. */
export function findingsOf(document: string | Uint8Array): readonly Finding[] {
  const bytes = bytesOf(document);
  const { findings, alerts } = check(bytes, { profiles, countryOf });
  const reading = read(bytes);
  const written: Finding[] = [];
  for (const alert of reading.alerts) write(alert, { find: (finding) => written.push(finding) });
  return [
    ...written,
    ...findings,
    ...alerts.flatMap((alert) => alert.findings),
    ...reading.findings,
    ...revisionOf(reading.alerts).flatMap((chain) => chain.findings),
    ...capFile.parse(bytes, { url: null, type: null, fetchedAt: 0 }).findings,
    ...verifyCap(bytes).alerts.flatMap((alert) => alert.findings),
  ];
}

export interface Shown {
  /** Path of the finding; null where it has none. */
  readonly at: string | null;
  readonly bad: string | (() => string | Uint8Array);
  readonly good: string | null;
}

/** Sections of a page. That the document lacks the finding, or that what is sound has it, is a bug and throws. */
export function exampleSections(code: string, { at, bad, good }: Shown): readonly string[] {
  const document = typeof bad === 'function' ? bad() : bad;
  const found = findingsOf(document).find((finding) => finding.code === code);
  if (!found) throw new Error(`the example of ${code} does not have it`);
  if ((found.where.path ?? null) !== at) throw new Error(`the example of ${code} has it at ${found.where.path}`);
  if (good !== null && findingsOf(good).some((finding) => finding.code === code))
    throw new Error(`what is sound has ${code}`);
  const isPrinted = typeof document === 'string' && document.length <= longestPrinted;
  const broken = isPrinted ? fenced('xml', document) : `${sizeOf(document)}, so it is not printed here.`;
  const told = `${placeOf(found)}:\n\n> ${escaped(found.message)}`;
  return [
    `## An example\n\n${broken}\n\n${told}`,
    ...(good === null ? [] : [mended(isPrinted ? document : null, good)]),
  ];
}

function sizeOf(document: string | Uint8Array): string {
  const size = bytesOf(document).length.toLocaleString('en');
  return typeof document === 'string'
    ? `The document has ${size} bytes`
    : `The document has ${size} bytes, not all of them of its encoding`;
}

function placeOf({ where: { line, column, path } }: Finding): string {
  const at = path === undefined ? '' : `\`${path}\``;
  if (line === undefined) return at === '' ? 'Of the file as a whole' : `At ${at}`;
  return `Line ${line}, column ${column}${at && `, ${at}`}`;
}

function mended(bad: string | null, good: string): string {
  const body = bad === null ? fenced('xml', good) : fenced('diff', differenceOf(bad, good));
  return `## Mended\n\n${body}`;
}

/** Lines taken out and put in, with one line of what stands around each change. */
export function differenceOf(before: string, after: string): string {
  const marked = aligned(before.trimEnd().split('\n'), after.trimEnd().split('\n'));
  const isNear = (index: number): boolean => [index - 1, index, index + 1].some((i) => /^[+-]/.test(marked[i] ?? ''));
  const lines = marked.flatMap((line, index) => {
    if (isNear(index)) return [line];
    return index > 0 && isNear(index - 1) ? [' …'] : [];
  });
  return (lines.at(-1) === ' …' ? lines.slice(0, -1) : lines).join('\n');
}

/** The longest common run of lines, by the table of lengths: examples are short. */
function aligned(before: readonly string[], after: readonly string[]): readonly string[] {
  const lengths = before.map(() => after.map(() => 0)).concat([after.map(() => 0)]);
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i] ?? [];
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length)
    if (i < before.length && before[i] === after[j]) {
      lines.push(` ${before[i++]}`);
      j++;
    } else if (i < before.length && (j >= after.length || at(i + 1, j) >= at(i, j + 1))) lines.push(`-${before[i++]}`);
    else lines.push(`+${after[j++]}`);
  return lines;
}

const fenced = (language: string, words: string): string => `\`\`\`${language}\n${words.trimEnd()}\n\`\`\``;

/** Marks of Markdown in a sentence of ours: elements in code, the rest as it is. */
export const escaped = (sentence: string): string =>
  sentence.replace(/<[^<>\s][^<>]*>|&(?:#?\w+);/g, (words) => `\`${words}\``).replace(/(?<!`)<(?![^`]*`)/g, '\\<');
