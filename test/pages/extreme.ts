/** A picture nobody wants to see: two hundred situations, very long names, words from right to left, twelve issuers, nothing stated. */
import type { Cite, Situation } from '../../src/core/situation.ts';
import { situation, word } from './kabul/situations.ts';

const cite = (n: number, text: string): Cite => ({
  report: `r-${n.toString(16).padStart(16, 'e')}`,
  start: n,
  end: n + text.length,
  text,
  zone: 'body',
});
const long = 'Administrative-and-Territorial-Union-of-Communities-of-the-Upper-Valley '.repeat(4).trim();
const dari = '\u202eکنار دریا را ترک کنید\u202c و به جای بلند بروید. از پل‌ها نگذرید.';

const crowded: Situation = situation({
  id: 's-e000000000000001',
  family: 'flood',
  event: `<b>Flood</b> ${'W'.repeat(180)}`,
  place: { id: null, name: long, kind: 'area', country: null, shapes: [], ours: false },
  instruction: { value: 'leave', issuer: 'Office 0', immediate: true, at: [], cite: cite(1, dari) },
  trend: { value: 'falling', speaker: null, cite: cite(2, 'x'.repeat(400)) },
  issuers: Array.from({ length: 12 }, (_, n) =>
    word({
      issuer: `Office ${n}`,
      name: n % 3 === 0 ? long : `Office ${n}`,
      words: cite(n + 10, n % 2 === 0 ? dari : `${'Very long words of an office. '.repeat(30)}`),
      instructions: ['leave'],
      instructionCites: [cite(n + 40, dari)],
      places: Array.from({ length: 30 }, () => long),
      trust: 'unverified',
      audience: long,
      audienceCite: cite(n + 70, 'all'),
    }),
  ),
  claims: [],
  disagreements: [
    {
      about: 'colour',
      sides: Array.from({ length: 5 }, (_, n) => ({ speaker: n === 0 ? null : long, cite: cite(n + 100, dari) })),
    },
  ],
  unknowns: [
    { about: 'who-pays', issuer: null, cite: null, speaker: null, at: null },
    { about: 'level', issuer: 'Office 3', cite: null, speaker: null, at: null },
  ],
  deadlines: [{ value: '2026-W31', what: long, holder: long, cites: [cite(130, 'by then')] }],
  estimates: [
    { of: long, min: null, max: 12_000, unit: 'people', source: null, asOf: null, cite: cite(131, 'up to 12,000') },
  ],
  events: [
    {
      type: 'other',
      what: 'Z'.repeat(200),
      status: 'denied',
      place: long,
      placeId: null,
      cite: cite(132, dari),
      cites: [],
      withdrawnBy: cite(133, dari),
      speaker: long,
      withdrawnSpeaker: long,
      ...{ citeAt: 1, at: 0 },
      first: { speaker: long, cite: cite(134, dari) },
      takenBack: [{ cite: cite(135, dari), withdrawnBy: cite(136, dari), withdrawnSpeaker: long }],
    },
  ],
  reports: Array.from({ length: 40 }, (_, n) => cite(n, '').report),
});

export const extreme: readonly Situation[] = [
  crowded,
  ...Array.from({ length: 199 }, (_, n) =>
    situation({
      id: `s-${(n + 2).toString(16).padStart(16, 'e')}`,
      family: n % 2 === 0 ? 'storm' : '',
      event: n % 4 === 0 ? '' : null,
      place: {
        id: n % 5 === 0 ? null : `X${n}`,
        name: n % 7 === 0 ? '' : `Place number ${n}`,
        kind: 'town',
        country: 'AF',
        shapes:
          n % 3 === 0
            ? [{ kind: 'circle', center: { lat: -70 + n * 0.7, lon: -175 + n * 1.75 }, radiusMeters: n * 900 }]
            : [],
        ours: n % 2 === 0,
      },
    }),
  ),
];
export const theCrowded = crowded.id;
