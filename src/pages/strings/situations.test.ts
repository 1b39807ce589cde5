import { expect, test } from 'vitest';
import type { Situation, SituationEvent } from '../../core/situation.ts';
import { titleCites } from '../situation/words.tsx';
import { doSentence } from './en.ts';
import { doNow, estimateText, eventText, headlineText, insideText } from './picture.ts';
import { titleOf } from './situations.ts';

const situation = (family: string, more: Partial<Situation> = {}, name = 'Kabul airport'): Situation =>
  ({ family, event: null, happened: false, events: [], issuers: [{}], place: { name }, ...more }) as Situation;

/** Of words that tell of it, each a report's own. */
const told = (what: string, ...texts: string[]): SituationEvent => {
  const cites = texts.map((text, start) => ({ report: 'r', start, end: start + text.length, text, zone: 'body' }));
  return { type: 'bombing', status: 'happened', what, cite: cites[0], cites } as unknown as SituationEvent;
};
const happened = (event: SituationEvent, more: Partial<Situation> = {}): Partial<Situation> => ({
  ...{ happened: true, events: [event] },
  ...more,
});
const blast = told('explosion', 'an explosion outside Kabul airport');

test.each([
  [situation('attack'), 'Threat of attack, Kabul airport'],
  [
    situation('attack', happened(told('explosion', 'an explosion', 'a terrorist attack took place'))),
    'Attack, Kabul airport',
  ],
  [situation('attack', happened(told('bombing', 'a suicide bombing'))), 'Attack, Kabul airport'],
  [situation('attack', happened(blast)), 'Threat of attack; explosion reported, Kabul airport'],
  [situation('attack', happened(blast, { issuers: [] })), 'Explosion reported, Kabul airport'],
  [
    situation('attack', happened({ ...told('attack', 'an attack'), status: 'withdrawn' })),
    'Threat of attack, Kabul airport',
  ],
  [situation('flood', happened(told('evacuation', 'an evacuation'))), 'Flood warning, Kabul airport'],
  [situation('kidnapping', happened(told('kidnapping', 'an abduction'))), 'Kidnapping, Kabul airport'],
  [situation('flood', { event: 'Flash flood' }, 'River valley'), 'Flash flood, River valley'],
  [situation('advice', {}, 'Afghanistan'), 'Standing advice, Afghanistan'],
  [situation('flood'), 'Flood warning, Kabul airport'],
  [situation('locusts', {}, 'Nangarhar'), 'Locusts, Nangarhar'],
  [situation('', {}, ''), 'Warning'],
  [situation('constructor', {}, 'X'), 'Constructor, X'],
])('a title %#', (one, title) => {
  expect(titleOf(one)).toBe(title);
});

test('the words beside a title are those that bear it', () => {
  const danger = { report: 'r', start: 90, end: 110, text: 'a threat of an attack', zone: 'body' };
  const issuers = [{ danger }] as unknown as Situation['issuers'];
  const cited = (event: SituationEvent, more: Partial<Situation> = {}): string[] =>
    titleCites(situation('attack', happened(event, { issuers, claims: [], ...more }))).map(({ text }) => text);
  expect(cited(told('explosion', 'an explosion', 'a terrorist attack'))).toEqual(['a terrorist attack']);
  expect(cited(blast)).toEqual(['a threat of an attack', 'an explosion outside Kabul airport']);
  expect(cited(blast, { issuers: [] })).toEqual(['an explosion outside Kabul airport']);
});

test('an event is called as its reports call it, not as its type', () => {
  expect(eventText({ ...blast, place: null })).toBe('Explosion, place not named');
  expect(eventText({ ...told('gunfire', 'gunfire'), type: 'attack', place: 'Abbey Gate' })).toBe('Gunfire, Abbey Gate');
  expect(eventText({ ...told('', 'it'), place: 'Abbey Gate' })).toBe('Bombing, Abbey Gate');
});

test('who is told to look around is not told to follow the news', () => {
  const cite = { report: 'r', start: 0, end: 50, text: 'Watch what happens around you at all times.', zone: 'list' };
  const told = { value: 'monitor', issuer: 'US', immediate: false, at: [], cite } as const;
  expect(headlineText(situation('attack', { instruction: told }))).toBe('people are told to stay alert');
  expect([doNow('monitor', false), doSentence.monitor]).toEqual(['Stay alert', 'Stay alert, as the issuer says.']);
});

test('of a place nobody can find it is not said that none is inside', () => {
  const nobody = { inside: 0, unplaced: 0, insideTold: 0, told: 0 };
  const place = { id: null, name: 'Old Mill', kind: 'area', country: null, shapes: [], ours: false };
  expect(insideText(nobody, place)).toMatch(/nobody knows who of your people is inside/);
  expect(insideText(nobody, place)).toMatch(/^Where it is is not known here/);
  expect(insideText(nobody, { ...place, id: 'AF-NAN', kind: 'admin1' })).toMatch(
    /^How far it reaches is not known here/,
  );
  expect(insideText(nobody, { ...place, id: 'AF', kind: 'country' })).toBe('None of your people inside.');
});

test('an end of an estimate that is no figure is told in the words of its text, in their order', () => {
  expect(estimateText({ min: 500, max: null }, 'from thousands of active fighters to 500')).toBe(
    'from thousands to 500',
  );
  expect(estimateText({ min: null, max: 5000 }, 'between hundreds and 5,000 people')).toBe('from hundreds to 5,000');
  expect(estimateText({ min: null, max: null }, 'from hundreds to thousands of people')).toBe(
    'from hundreds to thousands',
  );
  expect(estimateText({ min: 500, max: 600 }, 'between 500 and 600 people')).toBe('500 to 600');
  expect(estimateText({ min: 1500, max: 1500 }, 'an estimated 1,500 people')).toBe('1,500');
});
