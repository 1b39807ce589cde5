// The story's reports through the sources to the pictures that were written by hand before the code (test/journeys/kabul/golden).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { at } from '../../test/make.ts';
import { countryIn, placeById } from '../core/geo/gazetteer/gazetteer.ts';
import type { AlertView, Trust, WatchedPerson } from '../core/model.ts';
import type { ReadingView, Situation } from '../core/situation.ts';
import type { Instant } from '../core/time/time.ts';
import { peopleIn } from '../match/people-in.ts';
import { titleOf } from '../pages/strings/situations.ts';
import { sourceById } from '../sources/index.ts';
import { situationsOf } from './situations.ts';

const root = join(import.meta.dirname, '../..');
const story = join(root, 'assets/replay/kabul-2021');
const golden = join(root, 'test/journeys/kabul/golden');

interface Told {
  readonly file: string;
  readonly source: string;
  readonly trust: Trust;
  readonly url: string;
  readonly fetchedAt: string;
}
const { reports } = JSON.parse(readFileSync(join(story, 'story.json'), 'utf8')) as { reports: Told[] };

interface Read {
  readonly alerts: readonly AlertView[];
  readonly reading: ReadingView | null;
}

/** Reports bear their file's name as id, and each is a commit. */
function readReport({ file, source, trust, url, fetchedAt }: Told, i: number): Read {
  const envelope = { url, type: null, fetchedAt: at(fetchedAt) };
  const parsed = sourceById(source)?.parse(readFileSync(join(story, 'reports', file)), envelope);
  if (!parsed) throw new Error(`${source} is no source`);
  const recorded = { seq: i + 1, at: at(fetchedAt) };
  const alerts = parsed.alerts.map(({ alert, advice }, n): AlertView => {
    const chain = advice?.series ?? alert.identifier;
    const rest = {
      resolved: [],
      confirmedBy: null,
      confirmedAt: null,
      endedBy: null,
      enders: [],
      claimedEndedBy: [],
      recorded,
    };
    return {
      ...{ id: `${file}/${n}`, report: file, alert, advice, trust, state: 'in-force', ...rest },
      ...{ situation: chain, situations: [chain] },
    };
  });
  if (!parsed.reading) return { alerts, reading: null };
  const { document, findings: _, ...said } = parsed.reading;
  const { title, publisher, publishedAt } = document;
  const stated = { title, publisher, publishedAt, fetchedAt: at(fetchedAt), recorded };
  return { alerts, reading: { report: file, source, url, trust, said, ...stated } };
}

const read = reports.map(readReport);

/** As the desk would hold it: a later word of a series takes the place of the earlier, an end is an end, a copy is no news. */
function knownAt(valid: Instant, recorded: Instant): { alerts: AlertView[]; readings: ReadingView[]; seq: number } {
  const known = read.filter((_, i) => at(reports[i]?.fetchedAt ?? '') <= recorded);
  const all = known.flatMap(({ alerts }) => alerts);
  const sent = (one: AlertView): Instant => one.alert.sent.at ?? one.recorded.at;
  const once = all.filter(
    (view) =>
      !all.some(
        (other) =>
          other.id !== view.id &&
          other.recorded.seq < view.recorded.seq &&
          other.alert.identifier === view.alert.identifier &&
          sent(other) === sent(view) &&
          other.situation === view.situation,
      ),
  );
  const alerts = once.map((view): AlertView => {
    const enders = once
      .filter((other) => other.situation === view.situation && sent(other) > sent(view))
      .map(({ id }) => id);
    const isOver = view.alert.infos.every((info) => (info.expires?.at ?? Number.POSITIVE_INFINITY) <= valid);
    return { ...view, enders, state: enders.length > 0 ? 'superseded' : isOver ? 'expired' : 'in-force' };
  });
  return { alerts, readings: known.flatMap(({ reading }) => reading ?? []), seq: known.length };
}

function watchList(): WatchedPerson[] {
  const [head = '', ...rows] = readFileSync(join(story, 'people.csv'), 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return rows.map((row) => {
    const cells = Object.fromEntries(row.split(',').map((cell, i) => [names[i], cell || null]));
    const time = (name: string): Instant | null => (cells[name] ? at(cells[name]) : null);
    const point = cells['lat'] ? { lat: Number(cells['lat']), lon: Number(cells['lon']) } : null;
    const stay = { town: null, country: cells['country'] ?? null, admin1: null, at: point };
    const when = { positionAt: time('positionAt'), from: time('from'), to: time('to') };
    const nobody = { name: '', role: null, nationality: null, language: null, channels: [], wardenOf: [] };
    return { id: row, person: { ref: row, ...nobody, space: 'drill', stay: { ...stay, ...when } } };
  });
}
const people = watchList();

/** In the words of the golden files: cites by file, no ids, instants as ISO. */
function shown(situation: Situation, valid: Instant): unknown {
  const plain = JSON.parse(JSON.stringify(situation), (key, value) => {
    if (value && typeof value === 'object' && 'report' in value && 'zone' in value)
      return { file: value.report, text: value.text };
    return key === 'expires' && typeof value === 'number' ? new Date(value).toISOString() : value;
  }) as object;
  // How many are told is the decision's business, not the picture's.
  return {
    title: titleOf(situation),
    ...plain,
    people: { inside: peopleIn(situation, valid, people, 72).inside.length },
  };
}

/** What of `actual` the golden file speaks of; a list that differs in length stands whole. */
function asked(expected: unknown, actual: unknown): unknown {
  if (Array.isArray(expected) && Array.isArray(actual))
    return actual.map((one, i) => (i < expected.length ? asked(expected[i], one) : one));
  if (expected === null || typeof expected !== 'object' || actual === null || typeof actual !== 'object') return actual;
  return Object.fromEntries(
    Object.keys(expected).map((key) => [key, asked(expected[key as never], actual[key as never])]),
  );
}

interface Picture {
  readonly asked: { readonly valid: string; readonly recorded: string };
  readonly situations: readonly { people: { told?: number } }[];
}

test.each(readdirSync(golden).filter((file) => /^\d/.test(file)))('%s', (file) => {
  const picture = JSON.parse(readFileSync(join(golden, file), 'utf8')) as Picture;
  const valid = at(picture.asked.valid);
  const { alerts, readings, seq } = knownAt(valid, at(picture.asked.recorded));
  const found = situationsOf({ alerts, readings }, { valid, seq }, { placeById, countryIn }).map((one) =>
    shown(one, valid),
  );
  for (const situation of picture.situations) delete situation.people.told;
  expect(asked(picture.situations, found)).toEqual(picture.situations);
});

const dangersAt = (moment: string): Record<string, string | null | undefined> => {
  const { alerts, readings, seq } = knownAt(at(moment), at(moment));
  const [first] = situationsOf({ alerts, readings }, { valid: at(moment), seq }, { placeById, countryIn });
  return Object.fromEntries(first?.issuers.map(({ issuer, danger }) => [issuer, danger?.text ?? null]) ?? []);
};

test('each issuer’s danger is quoted in its own words, which are no instruction where it states them apart', () => {
  expect(dangersAt('2021-08-26T12:00:00+04:30')).toEqual({
    AU: 'The threat of a terrorist attack is continuing and very high',
    US: expect.stringMatching(/^Because of threats to security outside the airport gates, we advise/),
    GB: 'the threat of a terrorist attack is high and continuing',
  });
  // Of two notices in one feed each has its own.
  expect(dangersAt('2021-08-27T06:00:00+04:30')).toMatchObject({
    US: 'A large explosion has occurred at the airport',
    NZ: 'the threat of another terrorist attack is continuing and very high',
  });
  expect(dangersAt('2021-08-29T06:00:00Z')).toMatchObject({
    US: expect.stringMatching(/^Because of a specific and credible threat/),
  });
});
