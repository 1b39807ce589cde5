/** The watch list as CSV: every bad row is reported with its line, the rest is imported, nothing twice. */
import { parse } from 'csv-parse/sync';
import { channels } from '../channels/index.ts';
import { type Finding, Findings } from '../core/finding.ts';
import type { Person, Space, Stay } from '../core/model.ts';
import { hour, type Instant, parseInstant } from '../core/time/time.ts';
import type { Store } from '../store/open.ts';
import { type Saved, savePeople } from '../store/people.ts';

/** Columns in their usual order; any order is read, `id` and `name` must be there. */
export const columns = [
  'id',
  'name',
  'role',
  'nationality',
  'language',
  'email',
  'webhook',
  'town',
  'country',
  'admin1',
  'lat',
  'lon',
  'positionAt',
  'from',
  'to',
  'wardenOf',
  'space',
] as const;
type Column = (typeof columns)[number];
type Cells = Readonly<Partial<Record<Column, string>>>;

interface RawRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

export interface WatchListReading {
  readonly people: readonly Person[];
  readonly findings: readonly Finding[];
  /** Rows with data, good or bad. */
  readonly rows: number;
}

/** Most that is read of a list, in bytes. */
const mostBytes = 64 * 1024 * 1024;

/** Reads a list as of `now`; never throws for bad input. A row with an error is left out, a row with a warning is kept. */
export function readWatchList(bytes: Uint8Array, now: Instant): WatchListReading {
  const findings = new Findings();
  const rows = bytes.length > mostBytes ? tooLarge(findings) : rowsOf(bytes, findings);
  const [header, ...records] = rows;
  const unreadable = findings.count('watch.row.not-csv');
  const names = header ? headerOf(header.record, findings) : null;
  if (!header) findings.add('error', 'watch.empty', 'The list has no header row; the first row must name the columns.');
  if (!names) return { people: [], findings: findings.list(), rows: records.length };
  const people: Person[] = [];
  const seen = new Map<string, number>();
  for (const { record, info } of records) {
    const row = new Row(cellsOf(names, record), info.lines, findings);
    if (record.length > names.length)
      row.problem(
        'error',
        'cells',
        `The row has ${record.length} cells for ${names.length} columns; is a comma not in quotation marks?`,
      );
    const person = personOf(row, now);
    const before = seen.get(`${person.space}/${person.ref}`);
    if (before !== undefined)
      row.problem('error', 'twice', `The id stands in line ${before} already; that row counts.`);
    if (row.failed) continue;
    seen.set(`${person.space}/${person.ref}`, info.lines);
    people.push(person);
  }
  return { people, findings: findings.list(), rows: records.length + unreadable };
}

function tooLarge(findings: Findings): RawRow[] {
  findings.add('error', 'watch.too-large', 'The list is larger than 64 MiB; split it.');
  return [];
}

function rowsOf(bytes: Uint8Array, findings: Findings): RawRow[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    findings.add('error', 'watch.not-utf8', 'The list is not UTF-8 text; save it as CSV UTF-8.');
    return [];
  }
  return wholeRows(text) ?? lineByLine(text, findings);
}

const form = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true } as const;

/** The list as CSV has it, where a cell in quotation marks may run over several lines; null when a quotation mark stands astray. */
function wholeRows(text: string): RawRow[] | null {
  try {
    const rows = parse(text, form) as unknown as RawRow[];
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
function lineByLine(text: string, findings: Findings): RawRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      const [row] = parse(line, { ...form, relax_quotes: true }) as unknown as RawRow[];
      return row ? [{ record: row.record, info: { lines: i + 1 } }] : [];
    } catch {
      const message = 'The row can’t be read as CSV: a quotation mark is not closed on its line.';
      findings.add('error', 'watch.row.not-csv', message, { line: i + 1 });
      return [];
    }
  });
}

function headerOf(record: readonly string[], findings: Findings): (Column | null)[] | null {
  const known = new Map<string, Column>(columns.map((column) => [column.toLowerCase(), column]));
  const names = record.map((cell) => known.get(cell.toLowerCase()) ?? null);
  record.forEach((_, i) => {
    if (names[i] === null)
      findings.add('warning', 'watch.column.unknown', `The name of column ${i + 1} is not known; it was left out.`, {
        line: 1,
      });
  });
  const missing = (['id', 'name'] as const).filter((column) => !names.includes(column));
  for (const column of missing)
    findings.add('error', 'watch.column.missing', `There is no column “${column}”; it is required.`, { line: 1 });
  return missing.length > 0 ? null : names;
}

const cellsOf = (names: readonly (Column | null)[], record: readonly string[]): Cells =>
  Object.fromEntries(names.flatMap((name, i) => (name && record[i] ? [[name, record[i]]] : [])));

/** One row with its line, collecting what is wrong with it. */
class Row {
  readonly cells: Cells;
  readonly #line: number;
  readonly #findings: Findings;
  failed = false;

  constructor(cells: Cells, line: number, findings: Findings) {
    this.cells = cells;
    this.#line = line;
    this.#findings = findings;
  }

  /** The message never repeats a cell: findings may be logged, and cells are who and where somebody is. */
  problem(severity: 'error' | 'warning', code: string, message: string): void {
    if (severity === 'error') this.failed = true;
    this.#findings.add(severity, `watch.row.${code}`, message, { line: this.#line });
  }

  instant(column: 'positionAt' | 'from' | 'to'): Instant | null {
    const cell = this.cells[column];
    if (!cell) return null;
    const at = parseInstant(cell);
    if (at === null)
      this.problem(
        'error',
        'time',
        `${column} is not a date and time with an offset, such as 2021-08-26T12:00:00+04:30.`,
      );
    return at;
  }

  degrees(column: 'lat' | 'lon', most: number): number | null {
    const cell = this.cells[column];
    if (!cell) return null;
    const value = Number(cell);
    if (/^[+-]?\d+(\.\d+)?$/.test(cell) && Math.abs(value) <= most) return value;
    this.problem('error', 'position', `${column} is not a number of degrees between -${most} and ${most}.`);
    return null;
  }
}

function personOf(row: Row, now: Instant): Person {
  const { cells } = row;
  if (!cells.id) row.problem('error', 'no-id', 'The row has no id.');
  if (!cells.name) row.problem('error', 'no-name', 'The row has no name.');
  const language = cells.language ?? null;
  if (language && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language))
    row.problem('warning', 'language', 'The language is not a tag such as en, fa-AF or ps; English is used.');
  return {
    ref: cells.id ?? '',
    name: cells.name ?? '',
    role: cells.role ?? null,
    nationality: cells.nationality ?? null,
    language,
    channels: channelsOf(row),
    stay: stayOf(row, now),
    wardenOf: (cells.wardenOf ?? '').split(/[;\s]+/).filter(Boolean),
    space: spaceOf(row),
  };
}

function channelsOf(row: Row): Person['channels'] {
  return channels.flatMap((channel) => {
    const address = row.cells[channel.addressColumn as Column];
    if (!address) return [];
    const wrong = channel.checkAddress(address);
    if (wrong) row.problem('error', 'address', `${channel.addressColumn}: ${wrong}`);
    return wrong ? [] : [{ channel: channel.id, address }];
  });
}

function stayOf(row: Row, now: Instant): Stay {
  const { cells } = row;
  const lat = row.degrees('lat', 90);
  const lon = row.degrees('lon', 180);
  if (!cells.lat !== !cells.lon) row.problem('error', 'position', 'lat and lon go together; one of them is missing.');
  if (!cells.lat && !cells.lon)
    row.problem(
      'warning',
      'no-position',
      'The row has no lat and lon, so this person can’t be placed: no warning will reach them by area.',
    );
  const from = row.instant('from');
  const to = row.instant('to');
  if (from !== null && to !== null && to <= from) row.problem('error', 'time', 'to is not after from.');
  const positionAt = row.instant('positionAt');
  // Nobody knows where somebody will have been; and such a position would never grow old.
  if (positionAt !== null && positionAt > now + hour) row.problem('error', 'time', 'positionAt lies in the future.');
  return {
    town: cells.town ?? null,
    country: cells.country ?? null,
    admin1: cells.admin1 ?? null,
    at: lat !== null && lon !== null ? { lat, lon } : null,
    positionAt,
    from,
    to,
  };
}

function spaceOf(row: Row): Space {
  const space = row.cells.space ?? 'live';
  if (space !== 'live' && space !== 'drill') row.problem('error', 'space', 'space is live or drill (empty is live).');
  return space === 'drill' ? 'drill' : 'live';
}

const chunk = 500;

/** Saves people of both spaces, each into its own desk, in commits of a few hundred; tells after each how many are done. */
export async function importPeople(
  store: Store,
  people: readonly Person[],
  progress: (done: number) => void,
): Promise<Saved> {
  const sum = { listed: 0, changed: 0, unchanged: 0 };
  let done = 0;
  for (const desk of ['live', 'drill'] as const) {
    const own = people.filter((person) => person.space === desk);
    for (let i = 0; i < own.length; i += chunk) {
      const saved = await savePeople(store, desk, own.slice(i, i + chunk));
      for (const key of ['listed', 'changed', 'unchanged'] as const) sum[key] += saved[key];
      done += Math.min(chunk, own.length - i);
      progress(done);
    }
  }
  return sum;
}
