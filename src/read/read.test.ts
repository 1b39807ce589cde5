import { describe, expect, test } from 'vitest';
import type { Reading, Warning } from '../core/text/reading.ts';
import { readReport, readText } from './read.fixture.ts';

const claims = ({ claims: all }: Reading) => all.map(({ speaker, content }) => [speaker?.value ?? null, content.text]);
const instructionsOf = (warning: Warning | undefined) =>
  (warning?.instructions ?? []).map(({ value, text }) => [value, text]);

describe('statements of officials', () => {
  test('a president’s words of a risk are his, with what he put in quotation marks', () => {
    const reading = readReport('president-2021-08-24.txt');
    expect(reading.claims[0]).toMatchObject({
      speaker: { text: 'President Joe Biden', value: 'Joe Biden' },
      cue: { text: 'said' },
      modality: 'mixed',
      stance: 'asserts',
      content: {
        text: 'every further day at Kabul airport brings an “acute and growing risk of an attack” by the group known as ISIS-K',
      },
      quoted: { text: 'acute and growing risk of an attack' },
    });
    expect(reading.warnings).toHaveLength(1);
    expect(reading.warnings[0]).toMatchObject({
      issuer: { text: 'Washington', value: 'US' },
      speaker: { value: 'Joe Biden' },
      audience: null,
      hazard: { value: 'attack' },
      area: { text: 'Kabul airport', value: 'KBL' },
      level: { text: 'acute' },
      trend: { text: 'acute and growing risk of an attack', value: 'rising' },
      expires: null,
      instructions: [],
    });
    expect(reading.deadlines).toMatchObject([
      { value: '2021-08-31', text: '31 August', what: { text: 'its withdrawal' }, holder: { value: 'US' } },
    ]);
  });

  test('words in the middle of a sentence do not tear it', () => {
    expect(claims(readReport('president-2021-08-22.txt'))).toEqual([
      ['Joe Biden', 'ISIS-K is “a sworn enemy of the Taliban” and that the two have fought each other for years'],
      ['Joe Biden', 'they and the civilians around Kabul airport face the risk of an attack by ISIS-K'],
    ]);
  });

  test('a minister tells two kinds of people two things', () => {
    const reading = readReport('au-minister-2021-08-26.txt');
    expect(claims(reading)).toEqual([
      ['Marise Payne', 'there is “an ongoing and very high threat of a terrorist attack” at Kabul airport'],
      ['Marise Payne', 'Nobody should travel to the airport'],
      ['Marise Payne', 'Australians who are near it should move away to a safe place'],
    ]);
    expect(reading.warnings.every(({ issuer }) => issuer?.value === 'AU')).toBe(true);
    expect(reading.warnings.flatMap(instructionsOf)).toEqual([
      ['leave', 'move away to a safe place'],
      ['avoid', 'Nobody should travel to'],
    ]);
    expect(reading.warnings[0]?.level?.text).toBe('very high');
  });

  test('“told the BBC that” and a pronoun that follows', () => {
    const reading = readReport('uk-minister-2021-08-26.txt');
    expect(claims(reading)).toEqual([
      ['James Heappey', 'reporting of a planned attack had become much firmer'],
      ['James Heappey', 'an attack on Kabul airport was possible “in the coming hours”'],
    ]);
    expect(reading.warnings).toMatchObject([{ issuer: { value: 'GB' }, speaker: { value: 'James Heappey' } }]);
    expect(reading.events.map(({ status }) => status)).toEqual(['threatened', 'threatened']);
  });
});

describe('events', () => {
  test('an explosion is confirmed, the casualties are not known', () => {
    const reading = readReport('pentagon-explosion-2021-08-26.txt');
    expect(reading.events).toMatchObject([
      { type: 'bombing', status: 'happened', what: { value: 'explosion' }, place: { value: 'KBL' } },
    ]);
    expect(reading.unknowns).toMatchObject([{ about: 'casualties', text: 'Casualties are not clear at this time' }]);
    expect(reading.warnings).toEqual([]);
  });

  test('a second explosion has a place of its own', () => {
    expect(readReport('pentagon-second-blast-2021-08-26.txt').events).toMatchObject([
      { type: 'bombing', status: 'happened', place: { text: 'Abbey Gate' } },
      { type: 'attack', status: 'happened', what: { value: 'complex attack' } },
      {
        type: 'bombing',
        status: 'happened',
        text: 'at least one more explosion at or near the Baron Hotel',
        place: { text: 'Baron Hotel' },
      },
    ]);
  });

  test('a correction takes back', () => {
    const taken = 'The earlier reports of a complex attack with gunfire are withdrawn';
    expect(readReport('pentagon-correction-2021-08-27.txt').events).toMatchObject([
      {
        type: 'bombing',
        status: 'withdrawn',
        text: 'there was no second explosion at or near the Baron Hotel',
        place: { text: 'Baron Hotel' },
      },
      { type: 'attack', status: 'withdrawn', what: { value: 'complex attack' }, text: taken },
      { type: 'attack', status: 'withdrawn', what: { value: 'gunfire' }, text: taken },
    ]);
  });

  test('what an official says in a text of another title is a denial', () => {
    const reading = readText('News\n\nThe mayor of Herat said that there was no explosion at the market.\n');
    expect(reading.events).toMatchObject([{ type: 'bombing', status: 'denied' }]);
  });
});

describe('the explainer', () => {
  const reading = readReport('explainer-2021-08-26.html');

  test('three governments ask their own citizens; the level and the trend stay the president’s', () => {
    const asking = reading.warnings.filter(({ instructions }) => instructions.length > 0);
    expect(
      asking.map(({ issuer, audience, area, level, trend }) => [
        issuer?.value,
        audience?.value,
        area?.value,
        level,
        trend,
      ]),
    ).toEqual([
      ['US', 'citizens:US', 'KBL', null, null],
      ['GB', 'citizens:GB', 'KBL', null, null],
      ['AU', 'citizens:AU', 'KBL', null, null],
    ]);
    expect(asking.map(({ instructions }) => instructions.map(({ value }) => value))).toEqual([
      ['shelter', 'avoid', 'avoid'],
      ['shelter', 'avoid'],
      ['shelter', 'avoid'],
    ]);
    const rising = reading.warnings.filter(({ trend }) => trend !== null);
    expect(rising).toMatchObject([
      {
        issuer: { value: 'US' },
        speaker: { value: 'Joe Biden' },
        trend: { text: 'acute and increasing risk', value: 'rising' },
      },
    ]);
  });

  test('the spokesman belittles what the president said', () => {
    const [president] = reading.claims.filter(({ quoted }) => quoted?.text === 'acute and increasing risk');
    const [spokesman] = reading.claims.filter(({ stance }) => stance === 'plays-down');
    expect(spokesman).toMatchObject({
      speaker: { text: 'a Taliban spokesman', value: 'a Taliban spokesman' },
      quoted: { text: 'nuisance' },
      modality: 'mixed',
      contradicts: president?.id,
    });
    expect(reading.disagreements).toContainEqual({ between: [president?.id, spokesman?.id], about: 'gravity' });
  });

  test('a comment of a group is known through those who watch it', () => {
    const through = reading.claims.filter(({ via }) => via !== null);
    expect(through.map(({ speaker, via, stance }) => [speaker?.value, via?.value, stance])).toEqual([
      ['Islamic State', 'SITE Intelligence Group', 'asserts'],
      ['Islamic State', 'SITE Intelligence Group', 'wants'],
    ]);
  });

  test('a quotation goes on', () => {
    const quotes = reading.claims.filter(({ modality }) => modality === 'quote');
    expect(quotes.map(({ speaker, content }) => [speaker?.value, content.text.slice(0, 20)])).toEqual([
      ['Joe Biden', 'ISIS-K is a sworn en'],
      ['Joe Biden', 'But every day that w'],
    ]);
  });

  test('an estimate, a deadline that stands in a caption only, and what nobody tells', () => {
    expect(reading.estimates).toMatchObject([
      {
        text: 'from thousands of active fighters to 500',
        of: { value: 'active fighters' },
        min: 500,
        max: null,
        source: { value: 'UN Security Council' },
        asOf: { value: '2021-07' },
      },
    ]);
    expect(reading.deadlines).toMatchObject([
      {
        text: 'August 31',
        value: '2021-08-31',
        zone: 'caption',
        what: { text: 'the withdrawal of its staff and troops' },
      },
    ]);
    expect(reading.warnings.every(({ expires }) => expires === null)).toBe(true);
    expect(reading.unknowns).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ about: 'details', text: 'Neither country has given details of the threat.' }),
        { about: 'end' },
        { about: 'safe-place' },
      ]),
    );
    expect(reading.unknowns.some(({ about }) => about === 'document-date')).toBe(false);
  });

  test('what lies back keeps its own time and place', () => {
    const [old] = reading.events.filter(({ killed }) => killed !== null);
    expect(old).toMatchObject({ status: 'happened', killed: 16, time: { value: '2020' } });
    expect(old?.place?.text).toBe('Kabul');
  });
});

describe('an embassy’s own text', () => {
  const reading = readReport('us-embassy-2021-08-28.txt');
  const [warning] = reading.warnings;

  test('is one warning of its government', () => {
    expect(reading.warnings).toHaveLength(1);
    expect(warning).toMatchObject({
      issuer: { text: 'U.S. Embassy Kabul', value: 'US' },
      speaker: null,
      audience: { value: 'citizens:US' },
      hazard: { value: 'attack' },
      area: { value: 'KBL' },
      level: null,
      trend: null,
    });
    expect(instructionsOf(warning)).toEqual([
      ['leave', 'leave'],
      ['avoid', 'should not travel to'],
      ['avoid', 'stay away from'],
      ['prepare', 'Have a plan ready'],
      ['monitor', 'Watch what happens'],
      ['monitor', 'Follow local media'],
    ]);
  });

  test('each instruction has its sentence, without the label before it, and its places', () => {
    expect(warning?.instructions[0]).toMatchObject({
      immediate: true,
      places: ['KBL'],
      sentence: {
        text: 'Because of a specific and credible threat, all U.S. citizens near Kabul airport (HKIA) should leave the airport area immediately.',
      },
    });
    expect(warning?.instructions.slice(1).map(({ immediate }) => immediate)).toEqual(Array(5).fill(false));
    expect(warning?.instructions[3]?.places).toEqual([]);
  });
});

test('a text of nothing but instructions is read in one pass, and says what was not kept', () => {
  const { warnings, findings } = readText(`News\n\n${'- Leave now\n'.repeat(20_000)}`);
  expect(warnings.map(({ instructions }) => instructions.length)).toEqual([500]);
  expect(findings.map(({ code }) => code)).toContain('read.instructions.too-many');
});

test('what stands too far on in one sentence is not read, and the finding says how much', () => {
  const { warnings, findings } = readText(`News\n\n${'word '.repeat(500)}\n\nLeave the area.\n`, {
    issuer: { code: 'US', office: 'U.S. Embassy Kabul' },
  });
  expect(warnings.flatMap(({ instructions }) => instructions.map(({ value }) => value))).toEqual(['leave']);
  expect(findings).toEqual([
    {
      severity: 'warning',
      code: 'read.sentence.cut',
      message:
        'Sentences longer than 2000 characters: 1. The last 500 characters of them were not looked at for what they say. Look at the text for them.',
      where: { start: 6, end: 2505 },
    },
  ]);
});

test('of more events than are kept the finding tells', () => {
  const { events, findings } = readText(`News\n\n${'There was an explosion in Kabul. '.repeat(2010)}\n`);
  expect(events).toHaveLength(2000);
  expect(findings.map(({ code }) => code)).toContain('read.events.too-many');
});

test.each([
  ['an estimated at least 500 fighters', 500, null],
  ['an estimated up to 500 fighters', null, 500],
  ['an estimated 500 fighters', 500, 500],
  ['an estimated about 500 fighters', 500, 500],
])('“%s” leaves open what it does not bound, and is no disagreement', (words, min, max) => {
  const { estimates, disagreements } = readText(`News\n\nThe group has ${words} in the east, the army said.\n`);
  expect(estimates).toMatchObject([{ text: words, min, max, of: { text: 'fighters' } }]);
  expect(disagreements).toEqual([]);
});

test.each(['', ' \n\t\n'])('a document of nothing (%j) is no document without a warning', (text) => {
  expect(readText(text).findings).toMatchObject([{ severity: 'error', code: 'document.empty' }]);
});
