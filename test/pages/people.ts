/** The people of the made-up desk, what they were told of its picture, and what woke it. */
import type { DeskPlace } from '../../src/core/desk-place.ts';
import type { Notice, NoticeView, Person, WatchedPerson } from '../../src/core/model.ts';
import { hour, minute } from '../../src/core/time/time.ts';
import { at, now, views } from './picture.ts';

const person = (
  n: number,
  more: Partial<Person> & { at?: { lat: number; lon: number } | null; positionAt?: number | null },
): WatchedPerson => {
  const { at: place = null, positionAt = null, ...rest } = more;
  return {
    id: `p-${n.toString(16).padStart(32, '0')}`,
    person: {
      ref: `sample-${n}`,
      name: `Canary Person${n}`,
      role: 'Field team',
      nationality: 'AF',
      language: 'prs',
      channels: [{ channel: 'mail', address: `canary${n}@staff.example` }],
      wardenOf: [],
      space: 'live',
      stay: { town: 'Canaryville', country: 'AF', admin1: 'Nangarhar', at: place, positionAt, from: null, to: null },
      ...rest,
    },
  };
};

export const people: readonly WatchedPerson[] = [
  person(1, { role: 'Field team 3', at: { lat: 34.5123, lon: 70.4321 } }),
  person(2, {
    role: 'Field team 3',
    at: { lat: 34.5124, lon: 70.4322 },
    channels: [
      { channel: 'mail', address: 'canary2@staff.example' },
      { channel: 'webhook', address: 'https://hooks.staff.example/canary2' },
    ],
  }),
  person(3, { role: 'Driver', at: { lat: 34.61, lon: 70.5 } }),
  person(4, { role: 'Guest house', at: { lat: 34.5, lon: 69.1 } }),
  person(5, { role: 'Guest house', at: { lat: 34.5, lon: 69.1 }, wardenOf: ['sample-4'] }),
  person(6, { role: 'Clinic', at: null }),
  person(7, { role: 'Clinic', at: { lat: 34.5, lon: 70.4 }, positionAt: now - 100 * hour }),
  person(8, { role: 'Visitor', at: { lat: 34.5, lon: 70.4 }, channels: [] }),
];

const notice = (n: number, to: number, more: Partial<NoticeView> = {}): NoticeView => ({
  id: `n-${n.toString(16).padStart(32, '0')}`,
  desk: 'live',
  person: `p-${to.toString(16).padStart(32, '0')}`,
  situation: views.flood.situation,
  alert: views.flood.id,
  info: 0,
  kind: 'alert',
  before: null,
  why: [{ code: 'inside', info: 0, area: 0, shape: 'polygon' }],
  changes: [],
  urgent: true,
  madeAt: at('2026-07-28T10:24:01Z'),
  expiresAt: at('2026-07-28T17:00:00Z'),
  sentence: null,
  letter: null,
  deliveries: [],
  receipts: [],
  ...more,
});
const mail = (
  of: string,
  state: NoticeView['deliveries'][number]['state'],
  attempts: number,
  words: string | null,
) => ({ notice: of, channel: 'mail', rank: 0, state, attempts, words });

export const notices: readonly NoticeView[] = [
  notice(3, 3, { deliveries: [mail('n', 'dead', 5, 'timeout')], madeAt: at('2026-07-28T10:24:03Z') }),
  notice(2, 2, {
    kind: 'update',
    changes: ['instruction', 'until'],
    deliveries: [
      mail('n', 'accepted', 1, '250 queued'),
      { ...mail('n', 'queued', 1, '503 busy'), channel: 'webhook', rank: 1 },
    ],
    receipts: [
      {
        notice: 'n',
        channel: 'mail',
        kind: 'accepted',
        at: at('2026-07-28T10:24:04Z'),
        words: '250 queued for canary2@staff.example',
      },
      { notice: 'n', channel: 'mail', kind: 'read', at: at('2026-07-28T10:31:00Z'), words: '' },
    ],
  }),
  notice(1, 1, {
    deliveries: [mail('n', 'accepted', 1, '250 queued')],
    receipts: [
      { notice: 'n', channel: 'mail', kind: 'accepted', at: at('2026-07-28T10:24:03Z'), words: '250 2.0.0 queued' },
    ],
  }),
];

const place = (ref: string, lat: number, lon: number, more: Partial<DeskPlace>): DeskPlace => ({
  ...{ ref, name: `Canary place ${ref}`, kind: 'gate', names: [], point: { lat, lon } },
  ...{ shape: { kind: 'point', point: { lat, lon } }, capacity: null, note: null, source: null },
  ...more,
});

/** The first in the flood, the others above it. */
export const places: readonly DeskPlace[] = [
  place('bridge', 34.5123, 70.4321, { names: [{ text: 'دروازه پل', language: 'fa-AF' }] }),
  place('school', 35.1, 70.4, { kind: 'shelter', capacity: 120, note: 'Canary note: ring twice.', source: 'Asha' }),
  place('yard', 35.2, 70.4, {
    kind: 'meeting-point',
    shape: { kind: 'circle', center: { lat: 35.2, lon: 70.4 }, radiusMeters: 200 },
  }),
];

export const wakes: readonly Notice[] = [
  {
    ...notice(20, 0),
    person: 'desk',
    kind: 'wake',
    why: [],
    alert: views.roads.id,
    madeAt: now - 12 * minute,
    sentence: 'The area “the north” can’t be placed: nobody is told of it.',
  },
  {
    ...notice(21, 0),
    person: 'desk',
    kind: 'wake',
    why: [],
    alert: null,
    madeAt: now - 40 * minute,
    sentence: 'Two people can’t be placed: one has no position, one has an old one.',
  },
  {
    ...notice(22, 0),
    person: 'desk',
    kind: 'wake',
    why: [],
    alert: null,
    madeAt: now - 30 * hour,
    sentence: 'A notice was given up after five tries on mail.',
  },
];
