/** A desk that replays a Kabul-like story, made by hand: pictures, readings, people, notices and an inbox at any moment of it. */

import type { Advice } from '../../../src/core/advice.ts';
import type { AlertView, NoticeView, WatchedPerson } from '../../../src/core/model.ts';
import type { Exercise, InboxLetter } from '../../../src/pages/exercise.ts';
import type { WebDeps } from '../../../src/web/deps.ts';
import { area, circle, documented, info, stamp } from '../document.ts';
import { at, documents, field, type Name, readings } from './documents.ts';
import { beforeTheBomb, dayAfter, floodReport, floodText } from './situations.ts';

export const before = at('2021-08-26T12:00:00+04:30');
export const later = at('2021-08-27T18:00:00Z');

export const story: Exercise = {
  title: 'Kabul airport, 25 to 28 August 2021',
  about:
    'A replay of how warnings about Kabul airport came out, hour by hour. The words are ours, after what was said; some hours are guesses.',
  timeZone: 'Asia/Kabul',
  place: 'Kabul',
  from: at('2021-08-25T00:00:00Z'),
  until: at('2021-08-29T06:00:00Z'),
  moments: [
    { at: at('2021-08-25T06:00:00+04:30'), title: 'Before any notice' },
    { at: before, title: 'The morning before the bomb' },
    { at: at('2021-08-26T20:00:00Z'), title: 'After the bomb' },
    { at: later, title: 'The second blast is withdrawn' },
  ],
  reports: readings.map(({ fetchedAt, title, report }) => ({ at: fetchedAt, title: title ?? report, report })),
};

const roles = [
  ...Array.from({ length: 3 }, () => 'Field team 1'),
  'Reporter 1',
  'Driver 1',
  ...Array.from({ length: 6 }, () => 'Guest house North'),
  ...Array.from({ length: 5 }, () => 'Clinic East'),
  'Consultant 1',
];
export const people: readonly WatchedPerson[] = roles.map((role, n) => ({
  id: `p-${(n + 100).toString(16).padStart(32, '0')}`,
  person: {
    ref: `sample-${n}`,
    name: `Canary Person${n}`,
    role,
    nationality: 'AF',
    language: 'en',
    channels: [{ channel: 'mail', address: `canary${n}@relief.example` }],
    wardenOf: [],
    space: 'drill',
    stay: { town: 'Canaryville', country: 'AF', admin1: null, at: null, positionAt: null, from: null, to: null },
  },
}));
const inside: Readonly<Record<string, readonly string[]>> = {
  KBL: people.slice(0, 11).map(({ id }) => id),
  AF: people.slice(0, 16).map(({ id }) => id),
};
const unplaced = people.slice(16).map(({ id }) => id);

const adviceOf = (issuer: string, office: string, name: Name, words: string): Advice => ({
  issuer,
  office,
  series: `${issuer}/kabul`,
  issued: null,
  audience: null,
  trend: null,
  parts: [
    { family: 'attack', place: 'KBL', scope: 'point', level: null, instructions: [], words: field(name, words, null) },
  ],
});

const advised = 'If you are near the airport, move away to a safe place and wait for further advice.';
const gates = 'U.S. citizens who are now at the Abbey Gate, the East Gate or the North Gate should leave immediately.';
function alertOf(
  id: string,
  name: Name,
  issuer: string,
  office: string,
  words: string,
  more: Partial<AlertView> = {},
): AlertView {
  const { id: report, fetchedAt, document } = documents[name];
  const { alert } = documented({
    identifier: id,
    sender: `${issuer.toLowerCase()}.example`,
    sent: stamp(new Date(fetchedAt).toISOString()),
    infos: [
      info({
        event: 'Security alert',
        categories: ['Security'],
        responseTypes: ['Evacuate'],
        senderName: office,
        headline: document.title,
        instruction: words,
        areas: [area('Kabul airport', { circles: [circle(34.5659, 69.2123, 5)] })],
      }),
    ],
  });
  return {
    id,
    report,
    // Made of prose: its document has no elements.
    alert: { ...alert, at: {} },
    advice: adviceOf(issuer, office, name, words),
    resolved: [],
    trust: 'from-origin',
    confirmedBy: null,
    confirmedAt: null,
    state: 'in-force',
    situation: `s-${id.slice(2)}`,
    situations: [`s-${id.slice(2)}`],
    endedBy: null,
    enders: [],
    claimedEndedBy: [],
    recorded: { seq: 20, at: fetchedAt },
    ...more,
  };
}

const flooded = documented({
  identifier: 'sample-met-2021-0826-07',
  sender: 'warnings@sample-met.example',
  sent: stamp('2021-08-26T10:20:00+04:30'),
  infos: [
    info({
      event: 'Flash flood',
      responseTypes: ['Avoid'],
      severity: 'Severe',
      senderName: 'Sample Met Office',
      headline: 'Flash floods along the Kabul River near Jalalabad',
      expires: stamp('2021-08-26T18:00:00+04:30'),
    }),
  ],
});
const alerts: readonly AlertView[] = [
  alertOf('a-00000000000000a1', 'uk', 'GB', 'Foreign, Commonwealth & Development Office', advised),
  alertOf('a-00000000000000a2', 'us25', 'US', 'U.S. Embassy Kabul', gates, {
    state: 'superseded',
    endedBy: 'a-00000000000000a4',
  }),
  alertOf('a-00000000000000a3', 'au', 'AU', 'Smartraveller', advised),
  alertOf('a-00000000000000a4', 'us26', 'US', 'U.S. Embassy Kabul', gates),
  {
    ...alertOf('a-00000000000000a5', 'uk', 'XX', 'Sample Met Office', advised),
    alert: flooded.alert,
    advice: null,
    report: floodReport,
    recorded: { seq: 21, at: at('2021-08-26T05:52:00Z') },
  },
];

const notices: readonly NoticeView[] = alerts.slice(0, 4).flatMap((view, a) =>
  people.slice(0, 11).map(({ id }, n) => {
    const name = `n-${a}${n.toString(16).padStart(31, '0')}`;
    const made = view.recorded.at + 60_000;
    return {
      id: name,
      desk: 'drill',
      person: id,
      situation: view.situation,
      alert: view.id,
      info: 0,
      before: a === 3 ? 'a-00000000000000a2' : null,
      kind: a === 3 ? 'update' : 'alert',
      why: [{ code: 'inside', info: 0, area: 0, shape: 'circle', ours: { radiusMeters: 5000 } }],
      changes: a === 3 ? ['words'] : [],
      urgent: true,
      madeAt: made,
      expiresAt: made + 3_600_000,
      sentence: null,
      letter: null,
      deliveries: [{ notice: name, channel: 'mail', rank: 0, state: 'accepted', attempts: 1, words: '250 taken' }],
      receipts: [{ notice: name, channel: 'mail', kind: 'accepted', at: made + 2000, words: '250 taken' }],
    } satisfies NoticeView;
  }),
);

export const letters: readonly InboxLetter[] = notices
  .map((notice, n) => ({
    id: `l${n}`,
    to: people.find(({ id }) => id === notice.person)?.person.channels[0]?.address ?? '',
    subject: 'EXERCISE. Leave: Kabul airport',
    at: notice.madeAt,
    text: `EXERCISE. This is not real.\n\nLeave. Kabul airport.\n\nU.S. Embassy Kabul says:\n“${gates}”\n\nWhy you got this: you are inside the circle this desk draws around the airport, 5 km.`,
    notice: notice.id,
    channel: 'mail',
  }))
  .reverse();

/** What a replay of this story answers; its clock stands at its end. */
export const replay: Partial<WebDeps> = {
  desk: 'drill',
  deskName: 'Relief desk, Kabul',
  clock: { now: () => later, wait: async () => {} },
  exercise: story,
  inbox: async () => letters,
  resolveAsOf: async ({ valid, recorded, seq }) => {
    const time = valid ?? recorded ?? later;
    const at = Math.min(recorded ?? time, later);
    return { valid: time, seq: Math.min(seq ?? 90, 90), at, isPast: time !== later, heardUntil: Math.min(at, time) };
  },
  situations: async ({ valid }) =>
    valid < documents.uk.fetchedAt ? [] : valid < documents.blast.fetchedAt ? beforeTheBomb : dayAfter,
  readings: async ({ valid }) => readings.filter(({ fetchedAt }) => fetchedAt <= valid),
  document: async (_, report) => Object.values(documents).find(({ id }) => id === report)?.document ?? null,
  alerts: async ({ valid }) =>
    alerts
      .filter(({ recorded }) => recorded.at <= valid)
      .map((view) =>
        view.state === 'superseded' && valid < documents.us26.fetchedAt
          ? { ...view, state: 'in-force', endedBy: null }
          : view,
      ),
  alert: async (_, id) => alerts.find((view) => view.id === id) ?? null,
  alertsOfReport: async (_, report) => alerts.filter((view) => view.report === report),
  people: async () => ({ people, erased: 0 }),
  peopleIn: ({ place }) => ({
    inside: inside[place.id ?? ''] ?? people.slice(11, 16).map(({ id }) => id),
    unplaced: place.id === 'PK' ? [] : unplaced,
  }),
  toldOf: async ({ place, alerts: ids }) =>
    place.kind === 'country'
      ? []
      : [...new Set(notices.filter(({ alert }) => alert !== null && ids.includes(alert)).map(({ person }) => person))],
  notices: async ({ alert, limit }) =>
    notices.filter((notice) => alert === undefined || notice.alert === alert).slice(0, limit),
  wakes: async () => [],
  report: async (id) => {
    const found = Object.values(documents).find((one) => one.id === id);
    const text = id === floodReport ? floodText : found?.document.text;
    if (text === undefined) return null;
    return {
      id,
      hash: id.slice(2).repeat(4),
      source: found?.source ?? 'cap-file',
      url: 'https://sample.example/1',
      alsoAt: [],
      type: found ? 'text/plain' : 'application/cap+xml',
      fetchedAt: found?.fetchedAt ?? at('2021-08-26T05:52:00Z'),
      by: null,
      size: text.length,
      recorded: { seq: 20, at: found?.fetchedAt ?? before },
      findings: [],
    };
  },
  bytes: async (hash) => {
    const id = `r-${hash.slice(0, 16)}`;
    const text = id === floodReport ? floodText : Object.values(documents).find((one) => one.id === id)?.document.text;
    return text === undefined ? null : new TextEncoder().encode(text);
  },
};
