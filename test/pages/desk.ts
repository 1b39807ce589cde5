/** A desk without a store: WebDeps over the made-up picture, with every change recorded. */

import { shippedGazetteer } from '../../src/app/root.ts';
import { type AlertView, type Match, mayTell, type Reason, type WatchedPerson } from '../../src/core/model.ts';
import type { Clock } from '../../src/core/time/time.ts';
import type { Received, WebDeps } from '../../src/web/deps.ts';
import { liveSituations } from './live.ts';
import * as watched from './people.ts';
import * as picture from './picture.ts';

export const token = 'tocsin_0123456789abcdefghijklmnopqrstuvwxyz';
export const cookie = 'session-secret';

const clock: Clock = { now: () => picture.now, wait: async () => {} };

export interface FakeDesk extends WebDeps {
  /** What was done, in order. */
  readonly done: string[];
}

export function fakeDesk(more: Partial<WebDeps> = {}): FakeDesk {
  const done: string[] = [];
  let views: readonly AlertView[] = Object.values(picture.views);
  const sessions = new Map([[cookie, 'asha']]);
  return {
    done,
    desk: 'live',
    deskName: 'Relief desk, Kabul',
    identity: '0123456789abcdef',
    clock,
    hosts: () => ['127.0.0.1:8080', 'localhost:8080', '[::1]:8080'],
    positionHours: 72,
    sources: ['cap-file'],
    channels: ['mail', 'webhook'],
    assets: [],
    maps: async () => [],
    exercise: null,
    inbox: async () => [],
    situations: async () => liveSituations,
    readings: async () => [],
    document: async () => null,
    peopleIn: () => ({ inside: watched.people.slice(0, 3).map(({ id }) => id), unplaced: [] }),
    toldOf: async ({ alerts }) =>
      alerts.includes(picture.views.flood.id) ? watched.people.slice(0, 2).map(({ id }) => id) : [],
    resolveAsOf: async ({ valid, recorded, seq }) => ({
      valid: valid ?? recorded ?? picture.now,
      seq: Math.min(seq ?? 212, 212),
      at: recorded ?? picture.now,
      heardUntil: Math.min(valid ?? picture.now, recorded ?? picture.now),
      isPast: (valid ?? recorded ?? picture.now) !== picture.now || (seq ?? 212) !== 212,
    }),
    alerts: async () => views,
    alert: async (_, id) => views.find((view) => view.id === id) ?? null,
    alertsOfReport: async (_, report) => views.filter((view) => view.report === report),
    alertsChanged: async (seq) => seq,
    namedBy: async (_, { alert }) =>
      views.filter((one) => alert.references.some(({ identifier }) => identifier === one.alert.identifier)),
    people: async () => ({ people: watched.people, erased: 1 }),
    places: async () => watched.places,
    gazetteer: shippedGazetteer,
    matches: async (view, _, people) => people.map((watched) => matched(view, watched)),
    rehearse: async (id) => {
      const view = views.find((one) => one.id === id);
      if (!view) return null;
      const ends = views.filter((one) => one.claimedEndedBy.includes(id));
      const matches = watched.people.map((one) => matched({ ...view, trust: 'operator' }, one));
      const held = view.state === 'not-actual' ? [{ code: 'not-actual' as const, status: view.alert.status }] : [];
      const told = matches.filter((match) => match.tell).length;
      return { words: { alert: told, update: 0, left: 0, cancel: ends.length > 0 ? 3 : 0 }, ends, held };
    },
    notices: async ({ alert, limit, before }) => {
      const all = watched.notices.filter((notice) => alert === undefined || notice.alert === alert);
      const from = before === undefined ? 0 : all.findIndex((notice) => notice.id === before) + 1;
      return all.slice(from, from + limit);
    },
    toldCounts: async (ids) => new Map(ids.includes(picture.views.flood.id) ? [[picture.views.flood.id, 3]] : []),
    wakes: async (limit, _, before) => {
      const from = before === undefined ? 0 : watched.wakes.findIndex(({ id }) => id === before) + 1;
      return watched.wakes.slice(from, from + limit);
    },
    report: async (id, seq = 212) => {
      const report = picture.reportOf(id);
      return report && report.recorded.seq <= seq ? report : null;
    },
    bytes: async (hash) => picture.bytesOf(`r-${hash.slice(0, 16)}`),
    receive: async (input) => {
      done.push(`receive ${input.source} ${input.bytes.length} ${input.by}`);
      return received(new TextDecoder().decode(input.bytes));
    },
    confirm: async (id, by) => {
      const view = views.find((one) => one.id === id);
      if (!view) return null;
      done.push(`confirm ${id} ${by}`);
      const confirmed: AlertView = { ...view, trust: 'operator', confirmedBy: by, confirmedAt: picture.now };
      views = views.map((one) => (one.id === id ? confirmed : one));
      return confirmed;
    },
    receipts: async (channel, bytes) => {
      if (channel !== 'mail') return null;
      done.push(`receipt ${channel} ${bytes.length}`);
      return 1;
    },
    operatorOf: async (tried) => (tried === token ? 'asha' : null),
    openSession: async (tried) => {
      if (tried !== token) return null;
      sessions.set('fresh', 'asha');
      done.push('open');
      return { cookie: 'fresh', name: 'asha' };
    },
    sessionOf: async (tried) => sessions.get(tried) ?? null,
    closeSession: async (tried) => {
      if (sessions.delete(tried)) done.push('close');
    },
    ready: async () => [{ name: 'store', ok: true, why: '' }],
    metrics: async () => ({ type: 'text/plain; version=0.0.4', body: 'tocsin_up 1\n' }),
    fault: (error) => done.push(`fault ${String(error)}`),
    ...more,
  };
}

function received(text: string): Received {
  const report = picture.reportOf(picture.views.blast.report);
  if (!report) throw new Error('the made-up picture has lost a report');
  if (text.startsWith('<!DOCTYPE') || text.includes('\u0000'))
    return {
      known: false,
      report,
      alerts: [],
      findings: [{ severity: 'error', code: 'cap.doctype', message: 'No.', where: { line: 1 } }],
    };
  return { known: text.includes('again'), report, alerts: [picture.views.blast], findings: [] };
}

/** A stand-in for the real matching: near enough to the flood, with a reason for everybody. */
function matched(view: AlertView, { id, person }: WatchedPerson): Match {
  const held: Reason[] = mayTell(view.trust) ? [] : [{ code: 'unverified', trust: view.trust }];
  if (view.state === 'not-actual') held.push({ code: 'not-actual', status: view.alert.status });
  if (view.state === 'expired') held.push({ code: 'expired', at: view.alert.infos[0]?.expires?.at ?? 0 });
  const shape = view.alert.infos[0]?.areas[0]?.polygons[0] ? 'polygon' : 'circle';
  const { at, positionAt } = person.stay;
  const where: Reason =
    at === null
      ? { code: 'no-position' }
      : positionAt !== null
        ? { code: 'old-position', positionAt }
        : (view.id === picture.views.flood.id && at.lon > 70) || (view.id === picture.views.blast.id && at.lon < 70)
          ? { code: 'inside', info: 0, area: 0, shape }
          : { code: 'outside' };
  const inside = where.code === 'inside';
  if (inside && person.channels.length === 0) held.push({ code: 'no-channel' });
  return {
    person: id,
    alert: view.id,
    show: inside,
    tell: inside && held.length === 0,
    info: inside ? 0 : null,
    why: [...held, where],
  };
}
