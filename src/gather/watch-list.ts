/** The watch list as CSV: every bad row is reported with its line, the rest is imported, nothing twice. */
import { channels } from '../channels/index.ts';
import { type Finding, Findings } from '../core/finding.ts';
import type { Person, Space, Stay } from '../core/model.ts';
import { hour, type Instant, parseInstant } from '../core/time/time.ts';
import type { Store } from '../store/open.ts';
import { type Saved, savePeople } from '../store/people.ts';
import { type Row, readSheet } from './sheet.ts';

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

export interface WatchListReading {
  readonly people: readonly Person[];
  readonly findings: readonly Finding[];
  /** Rows with data, good or bad. */
  readonly rows: number;
}

/** Reads a list as of `now`; never throws for bad input. A row with an error is left out, a row with a warning is kept. */
export function readWatchList(bytes: Uint8Array, now: Instant): WatchListReading {
  const findings = new Findings();
  const sheet = readSheet<Column>(bytes, { family: 'watch', columns, required: ['id', 'name'] }, findings);
  const people: Person[] = [];
  const seen = new Map<string, number>();
  for (const row of sheet.rows) {
    const person = personOf(row, now);
    const before = seen.get(`${person.space}/${person.ref}`);
    if (before !== undefined)
      row.problem('error', 'twice', `The id stands in line ${before} already; that row counts.`);
    if (row.failed) continue;
    seen.set(`${person.space}/${person.ref}`, row.line);
    people.push(person);
  }
  return { people, findings: findings.list(), rows: sheet.count };
}

/** A date and time with an offset; null where the cell is empty or holds none, which is said. */
function instantIn(row: Row<Column>, column: 'positionAt' | 'from' | 'to'): Instant | null {
  const cell = row.cells[column];
  if (!cell) return null;
  const at = parseInstant(cell);
  if (at === null)
    row.problem('error', 'time', `${column} is not a date and time with an offset, such as 2021-08-26T12:00:00+04:30.`);
  return at;
}

function personOf(row: Row<Column>, now: Instant): Person {
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

function channelsOf(row: Row<Column>): Person['channels'] {
  return channels.flatMap((channel) => {
    const address = row.cells[channel.addressColumn as Column];
    if (!address) return [];
    const wrong = channel.checkAddress(address);
    if (wrong) row.problem('error', 'address', `${channel.addressColumn}: ${wrong}`);
    return wrong ? [] : [{ channel: channel.id, address }];
  });
}

function stayOf(row: Row<Column>, now: Instant): Stay {
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
  const from = instantIn(row, 'from');
  const to = instantIn(row, 'to');
  if (from !== null && to !== null && to <= from) row.problem('error', 'time', 'to is not after from.');
  const positionAt = instantIn(row, 'positionAt');
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

function spaceOf(row: Row<Column>): Space {
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
