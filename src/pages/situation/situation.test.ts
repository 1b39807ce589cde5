/** The small rules of a situation's page: who faces whom, which time is whose, where a place lies, where the drawing begins. */
import { describe, expect, test } from 'vitest';
import { at, cite, documents, readings } from '../../../test/pages/kabul/documents.ts';
import { beforeTheBomb } from '../../../test/pages/kabul/situations.ts';
import type { AlertView } from '../../core/model.ts';
import type { Cite, IssuerWord, ReadingView, Situation, SituationClaim, SituationEvent } from '../../core/situation.ts';
import type { Document, EventRead, TimeField } from '../../core/text/reading.ts';
import { day, hour } from '../../core/time/time.ts';
import { isCoded } from '../parts/cited.tsx';
import { statesHour } from '../parts/clock-text.ts';
import { passagesOf } from '../parts/passages.ts';
import { statedTime } from './happened.tsx';
import { noticeOf } from './notice.ts';
import { facing } from './versus.tsx';
import { axisOf, stepText } from './when/axis.ts';
import { placesText } from './words.tsx';

const words = (report: string, start: number, text: string, zone = 'body'): Cite => ({
  ...{ report, start, end: start + text.length, text, zone },
});

describe('where sources disagree', () => {
  const blast = { speaker: 'John Kirby', cite: words('r-1', 10, 'a second explosion at the hotel') };
  const taylor = { speaker: 'Hank Taylor', cite: words('r-2', 5, 'there was no second explosion') };
  const hotel = { speaker: 'the hotel', cite: words('r-3', 7, 'nothing exploded here') };
  const pair = (...sides: Situation['disagreements'][number]['sides']) => ({ about: 'fact', sides });
  const names = (found: ReturnType<typeof facing>) =>
    found.map(({ sides }) => sides.map((side) => side.map(({ speaker }) => speaker)));

  test('those who deny the same words stand together against them', () => {
    expect(names(facing([pair(blast, taylor), pair(blast, hotel)]))).toEqual([
      [['John Kirby'], ['Hank Taylor', 'the hotel']],
    ]);
    // The same words, cut a little otherwise.
    const wider = { ...blast, cite: words('r-1', 4, 'about a second explosion at the hotel') };
    expect(names(facing([pair(blast, taylor), pair(wider, hotel), pair(blast, taylor)]))).toEqual([
      [['John Kirby'], ['Hank Taylor', 'the hotel']],
    ]);
  });

  test('so do those whom the same words deny, and other questions stay apart', () => {
    expect(names(facing([pair(blast, taylor), pair(hotel, taylor)]))).toEqual([
      [['John Kirby', 'the hotel'], ['Hank Taylor']],
    ]);
    expect(facing([pair(blast, taylor), { ...pair(blast, hotel), about: 'gravity' }])).toHaveLength(2);
    expect(facing([pair(blast, taylor), pair(hotel, blast)])).toHaveLength(2);
  });
});

describe('when something happened', () => {
  const [first] = readings;
  const told = (time: Partial<TimeField> | null): ReadingView => {
    if (!first) throw new Error('there is one');
    const span = { start: 3, end: 12, text: 'explosion' };
    const field = { value: '2021-08-26', modifier: null, basis: 'stated', start: 20, end: 30, zone: 'body' } as const;
    const event = { ...span, time: time && { ...field, text: 'on Thursday', ...time } } as EventRead;
    return { ...first, report: 'r-1', said: { ...first.said, events: [event] } };
  };
  const event = { cite: words('r-1', 3, 'explosion'), cites: [] } as unknown as SituationEvent;

  test('is what the text says of it, never the stamp of the document or the hour of the report', () => {
    expect(statedTime(event, [told({ text: 'at 17:50' })])?.text).toBe('at 17:50');
    expect(statedTime(event, [told({})])?.text).toBe('on Thursday');
    expect(statedTime(event, [told({ text: 'Thu, 26 Aug 2021 14:30:00 +0000', zone: 'status' })])).toBeNull();
    expect(statedTime(event, [told(null)])).toBeNull();
  });

  test.each([
    ['Thu, 2021-08-26 10:25', true],
    ['at 9.30 in the morning', true],
    ['25 Aug 2021', false],
    ['on Thursday', false],
  ])('“%s” names an hour: %s', (text, names) => expect(statesHour(text)).toBe(names));
});

test('a code is nobody’s words: by its form, by CAP’s own lists, as a stamp for machines', () => {
  for (const [text, zone] of [
    ['avoid_all_travel_to_parts', 'status'],
    ['Severe', 'info[1]/severity'],
    ['Evacuate', 'info[1]/responseType[2]'],
    ['2021-08-25T22:30:00+01:00', 'status'],
  ] as const)
    expect([text, isCoded(words('r-1', 0, text, zone))]).toEqual([text, true]);
  for (const [text, zone] of [
    ['25 Aug 2021', 'status'],
    ['Leave at once.', 'info[1]/instruction'],
    ['Flash flood', 'info[1]/event'],
    ['Do not travel', 'status'],
  ] as const)
    expect([text, isCoded(words('r-1', 0, text, zone))]).toEqual([text, false]);
  expect(isCoded(cite('uk', documents.uk.document.title ?? ''))).toBe(false);
});

test('places bear their country where the gazetteer knows it, once for all that lie in it', () => {
  expect(placesText(['Kabul'], 'AF')).toBe('Kabul, Afghanistan');
  expect(placesText(['Abbey Gate', 'Kabul airport'], 'AF')).toBe('Abbey Gate; Kabul airport, Afghanistan');
  expect(placesText(['Afghanistan'], 'AF')).toBe('Afghanistan');
  expect(placesText(['Kabul', 'Islamabad'], 'AF')).toBe('Kabul, Afghanistan; Islamabad, Pakistan');
  expect(placesText(['the banks of the river'], 'AF')).toBe('the banks of the river');
});

describe('what was known when', () => {
  const now = at('2021-08-26T07:30:00Z');
  const uk = at('2021-08-25T21:30:00Z');

  test('begins with the first word of an issuer, not with what was said days before', () => {
    const axis = axisOf([uk, now - hour], [now - 4 * day], now, 0);
    expect(axis.from).toBeLessThan(uk);
    expect(uk - axis.from).toBeLessThan(hour);
    expect(axis.to).toBeGreaterThan(now);
    expect(axis.step).toBe(3 * hour);
    expect(axis.ticks.every((tick) => tick % (3 * hour) === 0 && tick >= axis.from && tick < axis.to)).toBe(true);
  });

  test('without an issuer begins with the first report; and has some width, however new all of it is', () => {
    expect(axisOf([], [now - 4 * day], now, 0).from).toBeLessThan(now - 4 * day);
    const fresh = axisOf([now], [], now, 0);
    expect(fresh.to - fresh.from).toBeGreaterThanOrEqual(2 * hour);
    expect(fresh.ticks.length).toBeGreaterThan(0);
  });

  test('says its scale in words', () => {
    expect([hour, 3 * hour, day, 7 * day].map(stepText)).toEqual(['hour', 'three hours', 'day', 'seven days']);
  });
});

describe('all that a notice says of a danger', () => {
  const { id: report, document } = documents.us25;
  const paragraphs = document.blocks.map(({ start, end }) => document.text.slice(start, end));
  const [, because = '', gates = '', plan = ''] = paragraphs;
  const part = { family: 'attack', place: 'KBL', scope: 'point', level: null, instructions: [] } as const;
  const noticeOn = (
    family: string,
    place: string,
    description: string,
    { whole = document, claims = [] }: { whole?: Document; claims?: readonly Partial<SituationClaim>[] } = {},
  ) => {
    const view = {
      ...{ id: 'a-1', report },
      alert: { infos: [{ description, instruction: `${gates}\n${plan}` }] },
      advice: { parts: [{ ...part, words: words(report, document.text.indexOf(because), because) }] },
    } as unknown as AlertView;
    const word = { report, alert: 'a-1' } as IssuerWord;
    const about = { family, place: { id: place }, claims } as unknown as Situation;
    return noticeOf(word, about, { alerts: [view], documents: new Map([[report, whole]]) });
  };

  test('is each sentence of the paragraphs it describes it with, or says what to do in', () => {
    const found = noticeOn('attack', 'KBL', because);
    expect(found.map(({ text }) => text)).toEqual([because, gates, plan]);
    for (const { start, end, text } of found) expect(document.text.slice(start, end)).toBe(text);
  });

  test('and nothing of another danger or place', () => {
    expect(noticeOn('flood', 'KBL', because)).toEqual([]);
    expect(noticeOn('attack', 'ISB', because)).toEqual([]);
  });

  test('and nothing of another notice in the same feed, though it repeats a sentence', () => {
    const older = `${because} The East Gate is open until midnight.`;
    const start = document.text.length + 2;
    const whole = {
      ...document,
      text: `${document.text}\n\n${older}`,
      blocks: [...document.blocks, { start, end: start + older.length, zone: 'body', begins: true } as const],
    };
    const told = noticeOn('attack', 'KBL', `${because}\n${older}`, { whole });
    expect(told.map(({ text }) => text)).toEqual([because, gates, plan]);
    expect(Math.max(...told.map(({ end }) => end))).toBeLessThan(start);
  });

  test('what it tells of the danger itself is its word too, wherever it stands in the notice', () => {
    const statement = plan.replace(/\.$/, '');
    const claim = { speaker: null, cite: words(report, document.text.indexOf(plan), statement) };
    const view = noticeOn('flood', 'KBL', '', { claims: [claim] });
    expect(view.map(({ text }) => text)).toEqual([statement]);
    // So it bears the passage that the statement has already.
    expect(view).toEqual([claim.cite]);
    expect(noticeOn('flood', 'KBL', '', { claims: [{ ...claim, speaker: 'John Kirby' }] })).toEqual([]);
    const begun = { speaker: null, cite: words(report, document.text.indexOf(plan), plan.slice(0, 12)) };
    expect(noticeOn('flood', 'KBL', '', { claims: [begun] }).map(({ text }) => text)).toEqual([plan]);
  });

  test('sentences that nothing else is read from bear the last letters, so that others keep theirs', () => {
    const situation = beforeTheBomb[0] as Situation;
    const before = passagesOf(situation, readings);
    const first = before.origins
      .flatMap(({ passages }) => passages)
      .find(({ cite: own }) => own.report === documents.uk.id);
    const further = [cite('uk', 'You should not go there.'), ...(first ? [first.cite] : [])];
    const after = passagesOf(situation, readings, further);
    for (const { passages } of before.origins)
      for (const { cite: own, label } of passages) expect(after.of(own)?.label).toBe(label);
    const added = after.origins.flatMap(({ passages }) => passages).filter(({ cite: own }) => before.of(own) === null);
    expect(added.map(({ cite: own }) => own)).toEqual(further.slice(0, 1));
    // A statement without the full stop of its sentence is the same words.
    const [stated] = [...beforeTheBomb].flatMap(({ issuers }) => issuers.map(({ words: one }) => one));
    const dotted = { ...(stated as Cite), end: (stated as Cite).end + 1, text: `${stated?.text}.` };
    expect(passagesOf(situation, readings, [dotted]).of(dotted)).toBeNull();
    expect(after.origins.find(({ passages }) => passages.at(-1) === added[0])?.report).toBe(documents.uk.id);
  });
});
