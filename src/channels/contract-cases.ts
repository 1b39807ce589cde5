/** What the contract of channels is tried with: replies and what they must mean, and notices whose every word is known. */
import type { CapAlert, CapArea, CapInfo } from '../core/cap/model.ts';
import type { Notice, NoticeKind, Person } from '../core/model.ts';
import type { NoReply, Outcome, Reply } from '../core/request.ts';
import { parseInstant } from '../core/time/time.ts';
import type { Envelope } from './channel.ts';

const http = (status: number, headers: Record<string, string> = {}): Reply => ({
  via: 'http',
  status,
  headers,
  body: new TextEncoder().encode('{"word":"no"}'),
  words: `${status} as said`,
});
const smtp = (code: number): Reply => ({ via: 'smtp', code, words: `${code} as said` });
const none = (error: NoReply): Reply => ({ via: 'none', error, words: 'as said' });
const httpDate = { date: 'Mon, 02 Mar 2026 07:00:00 GMT', 'retry-after': 'Mon, 02 Mar 2026 07:02:00 GMT' };

interface ReplyCase {
  readonly name: string;
  readonly reply: Reply;
  readonly kind: Outcome['kind'];
  readonly afterMs?: number | null;
}

const cases = (kind: Outcome['kind'], replies: readonly Reply[]): ReplyCase[] =>
  replies.map((reply) => ({ name: nameOf(reply), reply, kind }));
const nameOf = (reply: Reply): string =>
  reply.via === 'none'
    ? `no reply: ${reply.error}`
    : reply.via === 'smtp'
      ? `SMTP ${reply.code}`
      : `HTTP ${reply.status}`;

/** The one table of replies and outcomes, whatever the channel. */
export const replyCases: readonly ReplyCase[] = [
  ...cases(
    'accepted',
    [200, 201, 202, 204].map((status) => http(status)),
  ),
  ...cases(
    'refused',
    [301, 307, 400, 401, 403, 404, 405, 410, 413, 422].map((status) => http(status)),
  ),
  ...cases(
    'retry',
    [408, 425, 429, 500, 502, 503, 504].map((status) => http(status)),
  ),
  { name: 'HTTP 429, Retry-After 120', reply: http(429, { 'retry-after': '120' }), kind: 'retry', afterMs: 120_000 },
  { name: 'HTTP 503, Retry-After by date', reply: http(503, httpDate), kind: 'retry', afterMs: 120_000 },
  { name: 'HTTP 503, Retry-After nonsense', reply: http(503, { 'retry-after': 'soon' }), kind: 'retry', afterMs: null },
  { name: 'HTTP 503, Retry-After negative', reply: http(503, { 'retry-after': '-5' }), kind: 'retry', afterMs: null },
  ...cases('accepted', [250, 251].map(smtp)),
  ...cases('retry', [421, 450, 451, 452].map(smtp)),
  ...cases('refused', [550, 551, 552, 553, 554].map(smtp)),
  ...cases(
    'retry',
    (['timeout', 'unreachable', 'name', 'tls', 'too-large', 'not-configured', 'cut'] as const).map(none),
  ),
  ...cases('refused', [none('forbidden')]),
];

const stamp = (text: string) => ({ text, at: parseInstant(text) });

export const placeName = 'Quarry Lane';
export const hostileWords: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><a href="javascript:alert(1)">tap</a>',
  '</p></main></body></html>',
  'safe\u202egnp.exe',
  '\u2066left open',
  'nul\u0000bell\u0007escape\u001b[31m',
  'line\r\nBcc: someone@else.example\r\n\r\nbody',
  '\r\n.\r\nMAIL FROM:<x@y.example>',
  '\ud800 half a character',
  '\u2028separator\u2029',
  '-- \nWHY YOU GOT THIS',
  '{{name}} %s %n $& $1',
  'x'.repeat(100_000),
];

const area = (areaDesc: string): CapArea => {
  const text = '50.0,8.0 1';
  const shape = { kind: 'circle', center: { lat: 50, lon: 8 }, radiusMeters: 1000 } as const;
  return { areaDesc, polygons: [], circles: [{ text, shape }], geocodes: [], altitude: null, ceiling: null, extra: [] };
};

export const caseInfo = (over: Partial<CapInfo> = {}): CapInfo => ({
  language: 'en',
  categories: ['Fire'],
  event: 'Smoke',
  responseTypes: ['Shelter'],
  urgency: 'Immediate',
  severity: 'Severe',
  certainty: 'Observed',
  audience: null,
  eventCodes: [],
  effective: null,
  onset: null,
  expires: stamp('2026-03-02T12:00:00+00:00'),
  senderName: 'Town Fire Office',
  headline: 'Toxic smoke from a burning depot',
  description: 'The wind carries it east.',
  instruction: 'Go inside and close the windows.',
  web: null,
  contact: null,
  parameters: [],
  resources: [],
  areas: [area(placeName)],
  extra: [],
  ...over,
});

export const caseAlert = (over: Partial<CapAlert> = {}): CapAlert => ({
  version: '1.2',
  identifier: 'smoke-1',
  sender: 'fire.town.example',
  sent: stamp('2026-03-02T06:00:00+00:00'),
  status: 'Actual',
  msgType: 'Alert',
  scope: 'Public',
  source: null,
  restriction: null,
  addresses: null,
  codes: [],
  note: null,
  references: [],
  incidents: null,
  infos: [caseInfo()],
  extra: [],
  at: {},
  ...over,
});

/** Words about a person that belong in no request: their name, where they are, how else they are reached. */
export const secretWords: readonly string[] = [
  'Canary Nightingale',
  'canary role',
  'canaryland',
  'Canarytown',
  'other-way@canary.example',
  '51.4242',
  '-7.4242',
  'w-canary-ward',
];

const casePerson: Person = {
  ref: 'w-1',
  name: 'Canary Nightingale',
  role: 'canary role',
  nationality: 'canaryland',
  language: 'en',
  channels: [{ channel: 'other', address: 'other-way@canary.example' }],
  stay: {
    town: 'Canarytown',
    country: 'canaryland',
    admin1: 'Canarytown',
    at: { lat: 51.4242, lon: -7.4242 },
    positionAt: null,
    from: null,
    to: null,
  },
  wardenOf: ['w-canary-ward'],
  space: 'live',
};

export const caseNotice = (over: Partial<Notice> = {}): Notice => ({
  id: 'n-0123456789abcdef0123456789abcdef',
  desk: 'live',
  person: 'p-1',
  situation: 's-1',
  alert: 'a-1',
  info: 0,
  before: null,
  kind: 'alert',
  why: [{ code: 'inside', info: 0, area: 0, shape: 'circle' }],
  changes: [],
  urgent: true,
  madeAt: Date.UTC(2026, 2, 2, 6, 1),
  expiresAt: Date.UTC(2026, 2, 2, 12),
  sentence: null,
  ...over,
});

export const caseEnvelope = (address: string, over: Partial<Envelope> = {}): Envelope => ({
  notice: caseNotice(),
  person: casePerson,
  address,
  alert: caseAlert(),
  before: null,
  deskName: 'Contract desk',
  ...over,
});

/** One envelope of every kind, as decide/ makes them. */
export function everyKind(address: string): readonly Envelope[] {
  const of = (kind: NoticeKind, over: Partial<Notice>, envelope: Partial<Envelope> = {}): Envelope =>
    caseEnvelope(address, { notice: caseNotice({ kind, ...over }), ...envelope });
  const before = caseAlert({ identifier: 'smoke-0' });
  const told = { before: 'a-0' } as const;
  const cancel = caseAlert({ identifier: 'smoke-2', msgType: 'Cancel', infos: [] });
  const update = caseAlert({ identifier: 'smoke-2', msgType: 'Update' });
  return [
    of('alert', {}),
    of(
      'update',
      { ...told, changes: ['instruction', 'severity', 'urgency', 'begin', 'until', 'area', 'words'] },
      { before, alert: update },
    ),
    of('left', { ...told, info: null, why: [{ code: 'outside' }] }, { before, alert: update }),
    of('cancel', { ...told, info: null, why: [] }, { before, alert: cancel }),
    of('cancel', { ...told, info: null, why: [] }, { before: null, alert: cancel }),
    of(
      'wake',
      { person: 'desk', alert: null, info: null, why: [], sentence: 'A person must look.' },
      { person: null, alert: null },
    ),
  ];
}
