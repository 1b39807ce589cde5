/** What an alert is made of: on readings built by hand, so that only the division by place is looked at. */
import { describe, expect, test } from 'vitest';
import { instructionOf } from '../core/cap/meaning.ts';
import { Places } from '../core/cap/xml/places.ts';
import type { Place, PlaceKind } from '../core/geo/place.ts';
import type { Instruction } from '../core/instruction.ts';
import type { Block, InstructionField, Reading, Warning } from '../core/text/reading.ts';
import { type Field, fieldOf } from '../core/text/span.ts';
import { alertOf, type Notice } from './advice.ts';

const place = (id: string, name: string, kind: PlaceKind, country: string, within: string | null = null): Place => ({
  ...{ id, name, kind, country, within, admin1: null, population: 0, fuzzy: false },
  point: { lat: 10 + id.length, lon: 20 },
});
const gazetteer = [
  place('XA', 'Aland', 'country', 'XA'),
  place('XB', 'Bland', 'country', 'XB'),
  place('AIR', 'Central airport', 'airport', 'XA'),
  place('air-north', 'North Gate', 'building', 'XA', 'AIR'),
  place('air-south', 'South Gate', 'building', 'XA', 'AIR'),
  place('town', 'Central', 'town', 'XA'),
  place('far', 'Far airport', 'airport', 'XB'),
];
const placeById = (id: string): Place | null => gazetteer.find((one) => one.id === id) ?? null;

type Told = readonly [sentence: string, value: Instruction, places: readonly string[], immediate?: boolean];

/** A reading of one block per line; the first is the title, one that starts with `=` is a status. */
function readingOf(lines: readonly string[], told: readonly Told[], more: Partial<Warning> = {}): Reading {
  const text = lines.join('\n\n');
  let at = 0;
  const blocks = lines.map((line, number): Block => {
    const block = { start: at, end: at + line.length };
    at = block.end + 2;
    return { ...block, zone: number === 0 ? 'title' : line.startsWith('=') ? 'status' : 'body', path: `line${number}` };
  });
  const find = (words: string): Field<null> => {
    const start = text.indexOf(words);
    expect(start, words).toBeGreaterThanOrEqual(0);
    return fieldOf(text, { start, end: start + words.length }, 'body', null);
  };
  const instructions = told.map(([words, value, places, immediate = false]): InstructionField => {
    const sentence = find(words);
    // The verb alone, as the reader cites it.
    const verb = { start: sentence.start, end: sentence.start + (words.match(/^\S+/)?.[0].length ?? 0) };
    return { ...fieldOf(text, verb, 'body', value), places, immediate, sentence };
  });
  const none = { names: [], places: [], times: [], claims: [], estimates: [], events: [], relations: [] };
  const warning: Warning = {
    ...{ id: 'w1', issuer: null, speaker: null, audience: null, hazard: null, area: null, level: null, trend: null },
    ...{ expires: null, instructions, words: find(lines[0] ?? '') },
    ...more,
  };
  return {
    ...none,
    ...{ deadlines: [], unknowns: [], disagreements: [], findings: [], warnings: [warning] },
    document: { text, blocks, title: lines[0] ?? null, language: 'en', publisher: null, publishedAt: null, day: null },
  };
}

function alert(reading: Reading, change: Partial<Notice> = {}) {
  const whole = { start: 0, end: reading.document.text.length };
  return alertOf(
    {
      ...{ reading, issuer: 'XX', office: 'Office of X', family: 'attack', levels: [], lead: [whole], placeById },
      main: { name: 'Central airport, Aland', place: placeById('AIR') },
      ...{ identifier: 'one', sender: 'x.example', series: 'x/one', sentAt: 0, issued: null, audience: null },
      ...{ event: 'Threat of an attack.', expiresAt: null, web: null },
      ...change,
    },
    new Places(reading.document.text),
  );
}
type Made = ReturnType<typeof alert>;
const shape = ({ alert: { infos }, advice: { parts } }: Made) =>
  parts.map(({ place, scope, instructions }, number) => [
    place,
    scope,
    instructions.map(({ value }) => value),
    infos[number]?.areas.map(({ areaDesc }) => areaDesc),
  ]);

const standing = { family: 'advice', main: { name: 'Aland', place: placeById('XA') } };

describe('a notice', () => {
  const lines = ['Alert', 'Stay away from the airport.', 'Leave the North Gate and the South Gate now.', 'Keep ready.'];
  const told: Told[] = [
    ['Stay away from the airport.', 'avoid', ['AIR']],
    ['Leave the North Gate and the South Gate now.', 'leave', ['air-north', 'air-south'], true],
    ['Keep ready.', 'prepare', []],
  ];

  test('gates with a stronger instruction than their airport stand apart, before it', () => {
    const made = alert(readingOf(lines, told));
    expect(shape(made)).toEqual([
      ['AIR', 'point', ['leave'], ['North Gate', 'South Gate']],
      ['AIR', 'point', ['avoid', 'prepare'], ['Central airport']],
    ]);
    const [gates, airport] = made.alert.infos;
    expect(gates?.urgency).toBe('Immediate');
    expect(gates?.areas[0]?.circles).toEqual([
      { text: '19,20 0.5', shape: { kind: 'circle', center: { lat: 19, lon: 20 }, radiusMeters: 500 } },
    ]);
    expect(airport?.urgency).toBe('Unknown');
    expect(airport?.areas[0]?.circles[0]?.text).toBe('13,20 5');
    expect(airport?.instruction).toBe('Stay away from the airport.\nKeep ready.');
    expect(airport?.responseTypes).toEqual(['Avoid', 'Prepare']);
    expect(airport?.categories).toEqual(['Security']);
    expect(made.advice.parts[0]?.words.text).toBe('Leave the North Gate and the South Gate now.');
  });

  test('gates go with an airport that says as much', () => {
    const reading = readingOf(
      ['Alert', 'Leave the airport.', 'Leave the North Gate.'],
      [
        ['Leave the airport.', 'leave', ['AIR']],
        ['Leave the North Gate.', 'leave', ['air-north']],
      ],
    );
    expect(shape(alert(reading))).toEqual([['AIR', 'point', ['leave', 'leave'], ['Central airport']]]);
  });

  test('without instructions it is one part, in the words it leads with', () => {
    const made = alert(readingOf(['Alert', 'There was a blast. Nobody knows more.'], []));
    expect(shape(made)).toEqual([['AIR', 'point', [], ['Central airport']]]);
    expect(made.advice.parts[0]?.words.text).toBe('There was a blast.');
    expect(made.alert.infos[0]).toMatchObject({
      instruction: null,
      description: 'There was a blast. Nobody knows more.',
    });
  });

  test('a place without a shape keeps the issuer’s words and gets none', () => {
    const made = alert(readingOf(['Alert', 'Go.'], [['Go.', 'leave', []]]), {
      main: { name: 'The old town of Central', place: placeById('town') },
    });
    expect(shape(made)).toEqual([['town', 'part', ['leave'], ['The old town of Central']]]);
    expect(made.alert.infos[0]?.areas[0]).toMatchObject({ circles: [], polygons: [], geocodes: [] });
  });

  test('a place that the gazetteer does not know is named and not drawn', () => {
    const made = alert(readingOf(['Alert', 'Go.'], [['Go.', 'leave', []]]), { main: { name: 'Nowhere', place: null } });
    expect(made.alert.infos[0]?.areas).toMatchObject([{ areaDesc: 'Nowhere', circles: [], geocodes: [] }]);
    expect(made.advice.parts[0]?.scope).not.toBe('whole');
  });

  test('what is cited from another issuer is not its word', () => {
    const reading = readingOf(['Alert', 'Leave.'], [['Leave.', 'leave', []]], {
      issuer: fieldOf('Alert', { start: 0, end: 5 }, 'title', 'YY'),
    });
    expect(shape(alert(reading))).toEqual([['AIR', 'point', [], ['Central airport']]]);
  });
});

describe('standing advice', () => {
  const level = (reading: Reading, value: 3 | 4, path: string) => {
    const block = reading.document.blocks.find((one) => one.path === path);
    return fieldOf(reading.document.text, block ?? { start: 0, end: 0 }, path, value);
  };

  test('the country as a whole and a point in it are two parts; the point has its own danger', () => {
    const lines = [
      'Aland',
      '=do not travel',
      'Do not travel to Aland.',
      'An attack is likely. Leave the airport area.',
    ];
    const reading = readingOf(lines, [
      ['Do not travel to Aland.', 'avoid', ['XA']],
      ['Leave the airport area.', 'leave', ['AIR']],
    ]);
    const made = alert(reading, { ...standing, levels: [{ scope: 'whole', level: level(reading, 4, 'line1') }] });
    expect(shape(made)).toEqual([
      ['AIR', 'point', ['leave'], ['Central airport']],
      ['XA', 'whole', ['avoid'], ['Aland']],
    ]);
    expect(made.advice.parts.map(({ family, level: one }) => [family, one?.value ?? null])).toEqual([
      ['attack', null],
      ['advice', 4],
    ]);
    const country = made.alert.infos[1];
    expect(country?.areas[0]?.geocodes).toEqual([{ valueName: 'ISO 3166-1', value: 'XA' }]);
    expect(country?.categories).toEqual(['Other']);
    expect(made.alert.infos[0]?.description).toBe('An attack is likely. Leave the airport area.');
  });

  test('a level for parts is never one for the whole', () => {
    const reading = readingOf(['Aland', '=to parts', 'Some borders are dangerous.'], []);
    const made = alert(reading, { ...standing, levels: [{ scope: 'part', level: level(reading, 4, 'line1') }] });
    expect(shape(made)).toEqual([
      ['XA', 'whole', [], ['Aland']],
      ['XA', 'part', [], ['Parts of Aland']],
    ]);
    expect(made.advice.parts.map((part) => part.level?.value ?? null)).toEqual([null, 4]);
    expect(made.alert.infos[1]?.areas[0]).toMatchObject({ geocodes: [], circles: [] });
  });

  test('what it says of a town is for a part, and of a border for no neighbour', () => {
    const reading = readingOf(
      ['Aland', 'Avoid Central. Avoid the border with Bland. Avoid Far airport.'],
      [
        ['Avoid Central.', 'avoid', ['town']],
        ['Avoid the border with Bland.', 'avoid', ['XB']],
        ['Avoid Far airport.', 'avoid', ['far']],
      ],
    );
    expect(shape(alert(reading, standing))).toEqual([
      ['XA', 'part', ['avoid', 'avoid', 'avoid'], ['Parts of Aland', 'Central']],
      ['XA', 'whole', [], ['Aland']],
    ]);
  });

  test('of a country and a town in one sentence the town is meant, unless it is only an example', () => {
    const reading = readingOf(
      ['Aland', 'Avoid Central in Aland. Avoid Aland, including Central.'],
      [
        ['Avoid Central in Aland.', 'avoid', ['town', 'XA']],
        ['Avoid Aland, including Central.', 'avoid', ['XA', 'town']],
      ],
    );
    expect(shape(alert(reading, standing)).map(([, scope, values]) => [scope, values])).toEqual([
      ['whole', ['avoid']],
      ['part', ['avoid']],
    ]);
  });

  test.each([
    ['If you are in the Northern district, leave.', 'leave', [], 'part'],
    ['Do not travel to the border areas of Aland.', 'avoid', ['XA'], 'part'],
    ['We advise against all travel to:', 'avoid', [], 'part'],
    ['Do not travel to the Hills.', 'avoid', [], 'part'],
    ['Do not travel to Aland because of fighting in the border areas.', 'avoid', ['XA'], 'whole'],
    ['Do not travel to Aland as the war in Bland goes on.', 'avoid', ['XA', 'XB'], 'whole'],
    ['You should not go there.', 'avoid', [], 'whole'],
    ['Leave while you can.', 'leave', [], 'whole'],
  ] as const)('how wide it is meant: %s', (sentence, value, places, scope) => {
    const { advice } = alert(readingOf(['Aland', sentence], [[sentence, value, places]]), standing);
    const told = advice.parts.filter(({ instructions }) => instructions.length > 0);
    expect(told.map((part) => [part.place, part.scope])).toEqual([['XA', scope]]);
  });

  test('advice for a case is not for now: without a place it counts where the issuer leads', () => {
    const lines = ['Aland', 'Keep ready.', 'In an earthquake, shelter.'];
    const told: Told[] = [
      ['Keep ready.', 'prepare', []],
      ['In an earthquake, shelter.', 'shelter', []],
    ];
    const reading = readingOf(lines, told);
    const [, first] = reading.document.blocks;
    const made = alert(reading, { ...standing, lead: first ? [first] : [] });
    expect(shape(made)).toEqual([['XA', 'whole', ['prepare'], ['Aland']]]);
  });
});

describe('the alert', () => {
  test('says when it was sent, when it ends and what is not rated', () => {
    const { alert: made } = alert(readingOf(['Alert', 'Go.'], [['Go.', 'leave', []]]), {
      sentAt: 1000,
      expiresAt: 2000,
    });
    expect(made).toMatchObject({
      status: 'Actual',
      msgType: 'Alert',
      scope: 'Public',
      sent: { at: 1000 },
      references: [],
    });
    expect(made.infos[0]).toMatchObject({
      ...{
        severity: 'Unknown',
        certainty: 'Unknown',
        urgency: 'Unknown',
        senderName: 'Office of X',
        headline: 'Alert',
      },
      expires: { text: '1970-01-01T00:00:02.000Z', at: 2000 },
    });
    const [info] = made.infos;
    expect(info && instructionOf(info)).toBe('leave');
  });

  test.each([
    ['U.S. troops left. More later.', 'U.S. troops left'],
    ['It begins at 6:00 p.m. Others may follow.', 'It begins at 6:00 p.m.'],
    [
      `Because of a threat outside of the gates, ${'we say this and that '.repeat(9)}.`,
      'Because of a threat outside of the gates',
    ],
    ['word '.repeat(60), `${'word '.repeat(23)}word…`],
  ])('the event is its first words, cut fairly: %s', (event, cut) => {
    expect(alert(readingOf(['Alert', 'Go.'], []), { event }).alert.infos[0]?.event).toBe(cut);
  });

  test('values that stand in the text lead there', () => {
    const reading = readingOf(['Alert', 'Threat of an attack.', 'Go.'], [['Go.', 'leave', []]]);
    const { alert: made } = alert(reading);
    const words = Object.entries(made.at).map(([path, { start, end, line }]) => [
      path,
      reading.document.text.slice(start, end),
      line,
    ]);
    expect(words).toEqual([
      ['info[1]/event', 'Threat of an attack', 3],
      ['info[1]/headline', 'Alert', 1],
      ['info[1]/instruction', 'Go.', 5],
    ]);
  });
});
