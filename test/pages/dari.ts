/** A desk to which everybody writes in Dari: a notice and a news report, what was read in them, and the picture of it. */
import type { Cite, ReadingView, Situation } from '../../src/core/situation.ts';
import type { Claim, Document, Said, Zone } from '../../src/core/text/reading.ts';
import type { Field } from '../../src/core/text/span.ts';
import type { WebDeps } from '../../src/web/deps.ts';
import { situation, word } from './kabul/situations.ts';
import { now } from './picture.ts';

const lines: readonly (readonly [Zone, string])[] = [
  ['title', 'هشدار سیلاب در دره کنر (Kunar)، 28 جولای 2026'],
  ['body', 'خطر سیلاب ناگهانی در دریای کنر زیاد است. به جای بلند بروید و از پل Khewa دور شوید.'],
  ['body', 'سخنگوی والی گفت که آب «کم می‌شود»، اما 12 خانه ویران شده است.'],
  ['list', 'با شماره 119 تماس بگیرید.'],
];
let text = '';
const blocks = lines.map(([zone, words]) => {
  const start = text.length;
  text += `${words}\n\n`;
  return { zone, start, end: start + words.length };
});
export const document: Document = {
  ...{ text, blocks, title: lines[0]?.[1] ?? '', language: 'fa-AF', publisher: 'اداره هواشناسی افغانستان' },
  ...{ publishedAt: null, day: '2026-07-28' },
};
export const report = 'r-00000000000000fa';
const words = <T>(of: string, value: T): Field<T> => {
  const start = text.indexOf(of);
  if (start < 0) throw new Error(`“${of}” does not stand there`);
  return { text: of, start, end: start + of.length, zone: 'body', value };
};
const cite = (of: string): Cite => {
  const { value: _, ...span } = words(of, null);
  return { report, ...span };
};

const speaker = 'سخنگوی والی';
const denied = 'آب «کم می‌شود»';
const claim: Claim = {
  ...{ id: 'c1', speaker: words(speaker, speaker), via: null, cue: null, content: words(denied, denied) },
  ...{ modality: 'paraphrase', time: null, places: [], stance: 'plays-down', contradicts: null },
};
const said: Said = {
  ...{ names: [], places: [], times: [], warnings: [], estimates: [], events: [], relations: [], deadlines: [] },
  ...{ unknowns: [], disagreements: [], claims: [claim] },
};
const hour = 3_600_000;
export const reading: ReadingView = {
  ...{ report, source: 'article', url: 'https://met.example/fa', trust: 'operator', title: document.title },
  ...{ publisher: document.publisher, publishedAt: null, fetchedAt: now - hour, said },
  recorded: { seq: 3, at: now - hour },
};

const go = 'به جای بلند بروید و از پل Khewa دور شوید.';
const office = 'اداره هواشناسی افغانستان';
const risk = cite('خطر سیلاب ناگهانی در دریای کنر زیاد است');
export const flood: Situation = situation({
  ...{ id: 's-00000000000000fa', family: 'flood', event: 'سیلاب ناگهانی', reports: [report] },
  place: { id: null, name: 'دره کنر، ننگرهار', kind: 'area', country: 'AF', shapes: [], ours: false },
  instruction: { value: 'leave', issuer: office, immediate: false, at: ['پل Khewa'], cite: cite(go) },
  trend: { value: 'rising', speaker: office, cite: risk },
  issuers: [
    word({
      ...{ issuer: office, name: office, words: cite(go), danger: risk, trust: 'operator', knownAt: now - hour },
      ...{ instructions: ['leave'], instructionCites: [cite(go)], places: ['پل Khewa', 'دره کنر'] },
      ...{ placeCites: [cite('دره کنر')], issued: cite('28 جولای 2026'), audience: 'باشندگان (Kunar)' },
      ...{ audienceCite: cite('کنر'), issuedAt: now - hour },
    }),
  ],
  claims: [
    {
      ...{ speaker, cite: cite(denied), speakerCite: cite(speaker), via: null, modality: 'paraphrase' },
      ...{ stance: 'plays-down', at: now - hour, knownAt: now - hour },
    },
    {
      ...{
        speaker,
        cite: cite('12 خانه ویران شده است'),
        speakerCite: cite(speaker),
        via: null,
        modality: 'paraphrase',
      },
      ...{ stance: 'asserts', at: now - hour, knownAt: now - hour },
    },
  ],
  disagreements: [
    {
      about: 'gravity',
      sides: [
        { speaker: office, cite: risk },
        { speaker, cite: cite(denied) },
      ],
    },
  ],
  ...{ knownSince: now - hour, changedAt: now - hour },
});

export const inDari: Partial<WebDeps> = {
  situations: async () => [flood],
  readings: async () => [reading],
  alerts: async () => [],
  alertsOfReport: async () => [],
  document: async () => document,
  bytes: async () => new TextEncoder().encode(text),
  report: async () => ({
    ...{ id: report, hash: 'fa'.repeat(32), source: 'article', url: reading.url, alsoAt: [], type: 'text/html' },
    ...{ fetchedAt: now - hour, by: null, size: text.length, recorded: { seq: 3, at: now - hour }, findings: [] },
  }),
};
