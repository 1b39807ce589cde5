/** A Kabul-like picture at two moments, made by hand: the morning before the bomb, and the day after. */
import type { IssuerWord, Situation, SituationEvent } from '../../../src/core/situation.ts';
import { at, cite, documents, type Name } from './documents.ts';

/** A situation with what a test does not care about filled in. */
export const situation = (more: Partial<Situation>): Situation => ({
  id: 's-0000000000000000',
  family: 'attack',
  event: null,
  happened: false,
  place: { id: null, name: 'Somewhere', kind: 'area', country: null, shapes: [], ours: false },
  instruction: null,
  level: null,
  severity: null,
  trend: null,
  issuers: [],
  claims: [],
  disagreements: [],
  unknowns: [],
  deadlines: [],
  estimates: [],
  casualties: [],
  events: [],
  alerts: [],
  reports: [],
  knownSince: 0,
  changedAt: 0,
  ...more,
});

/** A word of an issuer with the rest filled in. */
export const word = (more: Partial<IssuerWord> & Pick<IssuerWord, 'issuer' | 'name' | 'words'>): IssuerWord => ({
  ...{ danger: null, level: null, scope: null, levelCite: null, severity: null },
  instructions: [],
  instructionCites: [],
  audience: null,
  audienceCite: null,
  trust: 'from-origin',
  issuedAt: 0,
  issued: null,
  knownAt: 0,
  ...{ expires: null, expiresCite: null },
  places: [],
  placeCites: [],
  alert: null,
  report: more.words.report,
  earlier: [],
  ...more,
});

const atTheGates = { immediate: true, at: ['Abbey Gate', 'East Gate', 'North Gate'] };
const there = { immediate: false, at: [] };
const gates = 'U.S. citizens who are now at the Abbey Gate, the East Gate or the North Gate should leave immediately.';
const advice = 'If you are near the airport, move away to a safe place and wait for further advice.';
const airport = {
  id: 'KBL',
  name: 'Kabul airport',
  kind: 'airport',
  country: 'AF',
  shapes: [{ kind: 'circle', center: { lat: 34.5659, lon: 69.2123 }, radiusMeters: 5000 }],
  ours: true,
} as const;
const country = (id: string, name: string) => ({ id, name, kind: 'country', country: id, shapes: [], ours: false });

const missing = { issuer: null, cite: null, speaker: null, at: null };
const noDetails = cite('explainer', 'Neither country has given details of the threat.');
const notClear = cite('blast', 'Casualties are not clear at this time');
const known = (name: Name): number => documents[name].fetchedAt;
const au = word({
  issuer: 'AU',
  name: 'Smartraveller',
  words: cite('au', advice),
  level: 4,
  scope: 'whole',
  levelCite: cite('au', 'Do not travel'),
  instructions: ['leave', 'avoid'],
  instructionCites: [cite('au', advice), cite('au', 'Do not travel to Hamid Karzai International Airport.')],
  issuedAt: known('au'),
  knownAt: known('au'),
  places: ['Kabul airport', 'Afghanistan'],
  alert: 'a-00000000000000a3',
});
const us25 = word({
  issuer: 'US',
  name: 'U.S. Embassy Kabul',
  words: cite('us25', gates),
  instructions: ['leave', 'avoid', 'prepare', 'monitor'],
  instructionCites: [
    cite('us25', gates),
    cite(
      'us25',
      documents.us25.document.text.slice(
        documents.us25.document.blocks[1]?.start,
        documents.us25.document.blocks[1]?.end,
      ),
    ),
    cite('us25', 'Have a plan ready for an emergency.'),
    cite('us25', 'Follow local media and change your plans when the news does.'),
  ],
  audience: 'citizens:US',
  audienceCite: cite('us25', 'U.S. citizens'),
  issued: cite('us25', 'August 25, 2021'),
  issuedAt: at('2021-08-25T23:00:00Z'),
  knownAt: known('us25'),
  places: ['Kabul airport', 'Abbey Gate', 'East Gate', 'North Gate'],
  alert: 'a-00000000000000a2',
});
const gb = word({
  issuer: 'GB',
  name: 'Foreign, Commonwealth & Development Office',
  words: cite('uk', advice),
  level: 4,
  scope: 'whole',
  levelCite: cite('uk', 'avoid_all_travel_to_whole_country'),
  instructions: ['leave', 'avoid'],
  instructionCites: [cite('uk', advice), cite('uk', 'Do not travel to Kabul airport.')],
  issuedAt: at('2021-08-25T21:30:00Z'),
  knownAt: known('uk'),
  places: ['Kabul airport', 'Afghanistan'],
  alert: 'a-00000000000000a1',
});
const us26 = word({
  ...us25,
  words: cite('us26', gates),
  instructions: ['leave', 'avoid'],
  instructionCites: [cite('us26', gates), cite('us26', 'U.S. citizens should not travel to the airport.')],
  audienceCite: cite('us26', 'U.S. citizens'),
  issued: cite('us26', 'August 26, 2021'),
  issuedAt: at('2021-08-26T14:30:00Z'),
  knownAt: known('us26'),
  alert: 'a-00000000000000a4',
  report: documents.us26.id,
  earlier: ['a-00000000000000a2'],
});

const rising = { value: 'rising', speaker: 'Joe Biden', cite: cite('explainer', 'acute and increasing risk') } as const;
const nuisance = cite('explainer', 'nuisance');
const level4 = { value: 4, issuer: 'AU', scope: 'whole', cite: cite('au', 'Do not travel') } as const;
const ids = (...names: Name[]): string[] => names.map((name) => documents[name].id);

const before = situation({
  id: 's-00000000000000b1',
  place: airport,
  instruction: {
    value: 'leave',
    issuer: 'US',
    ...atTheGates,
    cite: cite('us25', gates),
  },
  level: level4,
  trend: rising,
  issuers: [au, us25, gb],
  claims: [
    {
      speaker: 'a Taliban spokesman',
      cite: nuisance,
      ...{ speakerCite: null, via: null },
      modality: 'mixed',
      stance: 'plays-down',
      ...{ at: known('explainer'), knownAt: known('explainer') },
    },
    {
      speaker: 'Joe Biden',
      cite: cite('explainer', '“acute and increasing risk” that the group’s regional branch attacks the airport'),
      ...{ speakerCite: null, via: null },
      modality: 'mixed',
      stance: 'asserts',
      ...{ at: known('explainer'), knownAt: known('explainer') },
    },
  ],
  disagreements: [
    {
      about: 'gravity',
      sides: [
        { speaker: 'Joe Biden', cite: rising.cite },
        { speaker: 'a Taliban spokesman', cite: nuisance },
      ],
    },
  ],
  unknowns: [
    { ...missing, about: 'details', cite: noDetails, at: known('explainer') },
    ...['end', 'safe-place'].map((about) => ({ ...missing, about })),
    { ...missing, about: 'level', issuer: 'US' },
  ],
  deadlines: [
    {
      value: '2021-08-31',
      what: 'the withdrawal of its staff and troops',
      holder: 'United States',
      cites: [cite('explainer', 'August 31'), cite('president', '31 August')],
    },
  ],
  estimates: [
    {
      of: 'active fighters',
      min: 500,
      max: null,
      unit: 'people',
      source: 'UN Security Council',
      asOf: 'July',
      cite: cite('explainer', 'from thousands of active fighters to 500'),
    },
  ],
  alerts: ['a-00000000000000a1', 'a-00000000000000a2', 'a-00000000000000a3'],
  reports: ids('president', 'uk', 'us25', 'au', 'explainer'),
  knownSince: known('uk'),
  changedAt: known('explainer'),
});

const event = (more: Partial<SituationEvent> & Pick<SituationEvent, 'cite'>): SituationEvent => ({
  type: 'bombing',
  what: 'explosion',
  status: 'happened',
  place: null,
  placeId: null,
  cites: [more.cite],
  withdrawnBy: null,
  ...{ speaker: null, withdrawnSpeaker: null },
  ...{ at: known('blast'), citeAt: more.at ?? known('blast'), takenBack: [] },
  first: { speaker: more.speaker ?? null, cite: more.cite },
  ...more,
});

const after: Situation = {
  ...before,
  happened: true,
  instruction: {
    value: 'leave',
    issuer: 'US',
    ...atTheGates,
    cite: cite('us26', gates),
  },
  issuers: [us26, au, gb],
  unknowns: [
    { ...missing, about: 'casualties', cite: notClear, speaker: 'John Kirby', at: at('2021-08-26T13:52:00Z') },
    ...before.unknowns,
  ],
  events: [
    event({
      place: 'Abbey Gate',
      placeId: 'kbl-abbey-gate',
      cite: cite('blast', 'an explosion at the Abbey Gate'),
      cites: [
        cite('blast', 'an explosion at the Abbey Gate'),
        cite('us26', 'A large explosion has occurred at the airport'),
      ],
    }),
    event({
      status: 'withdrawn',
      place: 'Baron Hotel',
      at: known('second'),
      cite: cite('second', 'at least one more explosion at or near the Baron Hotel'),
      withdrawnBy: cite('correction', 'there was no second explosion at or near the Baron Hotel'),
    }),
    event({
      type: 'attack',
      what: 'gunfire',
      status: 'withdrawn',
      at: known('us26'),
      cite: cite('us26', 'gunfire has been reported'),
      withdrawnBy: cite('correction', 'The earlier reports of a complex attack with gunfire are withdrawn'),
    }),
  ],
  alerts: [...before.alerts, 'a-00000000000000a4'],
  reports: ids('president', 'uk', 'us25', 'au', 'explainer', 'blast', 'us26', 'second', 'correction'),
  changedAt: known('correction'),
};

const afghanistan = situation({
  id: 's-00000000000000b2',
  family: 'advice',
  place: country('AF', 'Afghanistan'),
  instruction: {
    value: 'avoid',
    issuer: 'AU',
    ...there,
    cite: cite('au', 'Do not travel to Afghanistan.'),
  },
  level: level4,
  issuers: [
    word({
      ...au,
      words: cite('au', 'Do not travel to Afghanistan.'),
      instructions: ['avoid'],
      instructionCites: [cite('au', 'Do not travel to Afghanistan.')],
      places: ['Afghanistan'],
    }),
    word({
      ...gb,
      words: cite('uk', 'The office advises against all travel to Afghanistan.'),
      instructions: ['avoid'],
      instructionCites: [cite('uk', 'The office advises against all travel to Afghanistan.')],
      places: ['Afghanistan'],
    }),
  ],
  unknowns: [{ about: 'end', ...missing }],
  alerts: ['a-00000000000000a1', 'a-00000000000000a3'],
  reports: ids('uk', 'au'),
  knownSince: known('uk'),
  changedAt: known('au'),
});

const pakistan = situation({
  id: 's-00000000000000b3',
  family: 'advice',
  place: country('PK', 'Pakistan'),
  level: { value: 3, issuer: 'AU', scope: 'whole', cite: cite('au', 'Reconsider your need to travel') },
  issuers: [
    word({
      ...au,
      level: 3,
      levelCite: cite('au', 'Reconsider your need to travel'),
      words: cite('au', 'Reconsider your need to travel to Pakistan because of the volatile security situation.'),
      instructions: [],
      instructionCites: [],
      places: ['Pakistan'],
    }),
  ],
  unknowns: [{ about: 'end', ...missing }],
  alerts: ['a-00000000000000a3'],
  reports: ids('au'),
  knownSince: known('au'),
  changedAt: known('au'),
});

/** Of the flood; its words stand in a CAP document of its own. */
export const floodReport = 'r-f100d00000000000';
export const floodText = `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>sample-met-2021-0826-07</identifier>
  <info>
    <event>Flash flood</event>
    <responseType>Avoid</responseType>
    <severity>Severe</severity>
    <instruction>Keep out of river beds. Be ready to move to high ground if the water rises.</instruction>
  </info>
</alert>
`;
const inFlood = (text: string, zone: string) => {
  const start = floodText.indexOf(text);
  return { report: floodReport, start, end: start + text.length, text, zone };
};
const ring = [
  [34.36, 70.3],
  [34.36, 70.62],
  [34.52, 70.62],
  [34.52, 70.3],
  [34.36, 70.3],
] as const;
const flood = situation({
  id: 's-00000000000000b4',
  family: 'flood',
  event: 'Flash flood',
  place: {
    id: null,
    name: 'Kabul River valley around Jalalabad, Nangarhar',
    kind: 'area',
    country: 'AF',
    shapes: [{ kind: 'polygon', ring: ring.map(([lat, lon]) => ({ lat, lon })) }],
    ours: false,
  },
  instruction: {
    value: 'avoid',
    issuer: 'Sample Met Office',
    ...there,
    cite: inFlood('Avoid', 'info[1]/responseType[1]'),
  },
  level: level4,
  severity: { value: 'Severe', issuer: 'Sample Met Office', cite: inFlood('Severe', 'info[1]/severity') },
  issuers: [
    word({
      issuer: 'Sample Met Office',
      name: 'Sample Met Office',
      words: inFlood(
        'Keep out of river beds. Be ready to move to high ground if the water rises.',
        'info[1]/instruction',
      ),
      severity: inFlood('Severe', 'info[1]/severity'),
      instructions: ['avoid', 'prepare'],
      instructionCites: [
        inFlood('Avoid', 'info[1]/responseType[1]'),
        inFlood('Keep out of river beds. Be ready to move to high ground if the water rises.', 'info[1]/instruction'),
      ],
      issuedAt: at('2021-08-26T05:50:00Z'),
      knownAt: at('2021-08-26T05:52:00Z'),
      expires: at('2021-08-26T13:30:00Z'),
      places: ['Kabul River valley around Jalalabad, Nangarhar'],
      alert: 'a-00000000000000a5',
    }),
  ],
  alerts: ['a-00000000000000a5'],
  reports: [documents.au.id, floodReport],
  knownSince: at('2021-08-26T05:52:00Z'),
  changedAt: at('2021-08-26T05:52:00Z'),
});

export const beforeTheBomb: readonly Situation[] = [before, flood, afghanistan, pakistan];
export const dayAfter: readonly Situation[] = [after, afghanistan, pakistan];
export const theAirport = before.id;
export const theFlood = flood.id;
