/** A list as CSV: every bad row is reported with its line, the rest is read. */
import { parse } from 'csv-parse/sync';
import type { Findings } from '../core/finding.ts';

/** What a list may hold. */
export interface SheetForm<C extends string> {
  /** First word of the findings' codes. */
  readonly family: string;
  /** In their usual order; any order is read, in any case. */
  readonly columns: readonly C[];
  readonly required: readonly C[];
  /** The column that a name of none of them means; null when it is none. */
  readonly further?: (name: string) => C | null;
}

export interface Sheet<C extends string> {
  /** To be gone through once. */
  readonly rows: Iterable<Row<C>>;
  /** Rows with data, good or bad. */
  readonly count: number;
}

interface RawRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Most that is read of a list, in bytes. */
const mostBytes = 64 * 1024 * 1024;

/** Reads a list; never throws for bad input. Without a header that has the columns required it has no rows. */
export function readSheet<C extends string>(bytes: Uint8Array, form: SheetForm<C>, findings: Findings): Sheet<C> {
  const { family } = form;
  const rows = bytes.length > mostBytes ? tooLarge(family, findings) : rowsOf(bytes, family, findings);
  const [header, ...records] = rows;
  const count = records.length + findings.count(`${family}.row.not-csv`);
  if (!header)
    findings.add('error', `${family}.empty`, 'The list has no header row; the first row must name the columns.');
  const names = header ? headerOf(header.record, form, findings) : null;
  if (!names) return { rows: [], count };
  return { rows: rowsWith(names, records, family, findings), count };
}

/** Each row is judged when its turn comes, so that findings stand in the order of their lines. */
function* rowsWith<C extends string>(
  names: readonly (C | null)[],
  records: readonly RawRow[],
  family: string,
  findings: Findings,
): Generator<Row<C>> {
  for (const { record, info } of records) {
    const row = new Row(cellsOf(names, record), info.lines, family, findings);
    if (record.length > names.length)
      row.problem(
        'error',
        'cells',
        `The row has ${record.length} cells for ${names.length} columns; is a comma not in quotation marks?`,
      );
    yield row;
  }
}

function tooLarge(family: string, findings: Findings): RawRow[] {
  findings.add('error', `${family}.too-large`, 'The list is larger than 64 MiB; split it.');
  return [];
}

function rowsOf(bytes: Uint8Array, family: string, findings: Findings): RawRow[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    findings.add('error', `${family}.not-utf8`, 'The list is not UTF-8 text; save it as CSV UTF-8.');
    return [];
  }
  return wholeRows(text) ?? lineByLine(text, family, findings);
}

const csv = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true } as const;

/** The list as CSV has it, where a cell in quotation marks may run over several lines; null when a quotation mark stands astray. */
function wholeRows(text: string): RawRow[] | null {
  try {
    const rows = parse(text, csv) as unknown as RawRow[];
    const commas = (rows[0]?.record.length ?? 1) - 1;
    // Two stray marks can make one cell of all rows between them: a cell of several lines with as many commas as a row has.
    const swallowed = rows.some(({ record }) =>
      record.some((cell) => /[\r\n]/.test(cell) && cell.split(',').length > commas),
    );
    return swallowed ? null : rows;
  } catch {
    return null;
  }
}

/**
 * Each line by itself, so that a stray quotation mark costs its own row and none behind it. A mark inside a cell is a mark; one that
 * opens a cell and is not closed on its line makes the row unreadable. The parser's own words are left out: they quote the row.
 */
function lineByLine(text: string, family: string, findings: Findings): RawRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      const [row] = parse(line, { ...csv, relax_quotes: true }) as unknown as RawRow[];
      return row ? [{ record: row.record, info: { lines: i + 1 } }] : [];
    } catch {
      const message = 'The row can’t be read as CSV: a quotation mark is not closed on its line.';
      findings.add('error', `${family}.row.not-csv`, message, { line: i + 1 });
      return [];
    }
  });
}

function headerOf<C extends string>(
  record: readonly string[],
  { family, columns, required, further }: SheetForm<C>,
  findings: Findings,
): (C | null)[] | null {
  const known = new Map<string, C>(columns.map((column) => [column.toLowerCase(), column]));
  const names = record.map((cell) => known.get(cell.toLowerCase()) ?? further?.(cell) ?? null);
  record.forEach((_, i) => {
    if (names[i] === null)
      findings.add(
        'warning',
        `${family}.column.unknown`,
        `The name of column ${i + 1} is not known; it was left out.`,
        {
          line: 1,
        },
      );
  });
  const missing = required.filter((column) => !names.includes(column));
  for (const column of missing)
    findings.add('error', `${family}.column.missing`, `There is no column “${column}”; it is required.`, { line: 1 });
  return missing.length > 0 ? null : names;
}

type Cells<C extends string> = Readonly<Partial<Record<C, string>>>;

const cellsOf = <C extends string>(names: readonly (C | null)[], record: readonly string[]): Cells<C> =>
  Object.fromEntries(names.flatMap((name, i) => (name && record[i] ? [[name, record[i]]] : []))) as Cells<C>;

/** One row with its line, collecting what is wrong with it. */
export class Row<C extends string> {
  readonly cells: Cells<C>;
  readonly line: number;
  readonly #family: string;
  readonly #findings: Findings;
  failed = false;

  constructor(cells: Cells<C>, line: number, family: string, findings: Findings) {
    this.cells = cells;
    this.line = line;
    this.#family = family;
    this.#findings = findings;
  }

  /** The message never repeats a cell: findings may be logged, and cells may be who and where somebody is. */
  problem(severity: 'error' | 'warning', code: string, message: string): void {
    if (severity === 'error') this.failed = true;
    this.#findings.add(severity, `${this.#family}.row.${code}`, message, { line: this.line });
  }

  /** null where the cell is empty or holds no such number, which is said. */
  degrees(column: C, most: number): number | null {
    const cell = this.cells[column];
    if (!cell) return null;
    const value = Number(cell);
    if (/^[+-]?\d+(\.\d+)?$/.test(cell) && Math.abs(value) <= most) return value;
    this.problem('error', 'position', `${column} is not a number of degrees between -${most} and ${most}.`);
    return null;
  }
}
