import { describe, expect, test } from 'vitest';
import { usEmbassy } from '../../sources/us-embassy/source.ts';
import { distanceAt } from './distance.ts';

const at = (text: string, name = 'Abbey Gate') => {
  const start = text.indexOf(name);
  const found = distanceAt(text, { start, end: start + name.length });
  return found && [found.meters, text.slice(found.start, found.end)];
};

describe('a distance around a place', () => {
  test.each([
    ['People within 10 km of Abbey Gate', 10_000, 'within 10 km of Abbey Gate'],
    ['People in 2.5 kilometres of Abbey Gate', 2500, 'in 2.5 kilometres of Abbey Gate'],
    ['within 500m of the Abbey Gate', 500, 'within 500m of the Abbey Gate'],
    ['within 1,000 meters from Abbey Gate', 1000, 'within 1,000 meters from Abbey Gate'],
    ['within one mile of Abbey Gate', 1609, 'within one mile of Abbey Gate'],
    ['within half a mile of Abbey Gate', 805, 'within half a mile of Abbey Gate'],
    ['within a mile of Abbey Gate', 1609, 'within a mile of Abbey Gate'],
    ['within twenty yards of Abbey Gate', 18, 'within twenty yards of Abbey Gate'],
    ['within 300 feet of Abbey Gate', 91, 'within 300 feet of Abbey Gate'],
    ['in a radius of ten kilometres around Abbey Gate', 10_000, 'in a radius of ten kilometres around Abbey Gate'],
    ['within a 5-km radius of Abbey Gate', 5000, 'within a 5-km radius of Abbey Gate'],
    ['a 3 km zone around Abbey Gate', 3000, 'a 3 km zone around Abbey Gate'],
    ['Stay at least 2 km away from Abbey Gate', 2000, 'Stay at least 2 km away from Abbey Gate'],
    ['Abbey Gate, within a radius of one mile', 1609, 'Abbey Gate, within a radius of one mile'],
    ['Abbey Gate and within 2 km', 2000, 'Abbey Gate and within 2 km'],
    ['within 2 km of North Gate or Abbey Gate', 2000, 'within 2 km of North Gate or Abbey Gate'],
    [
      'within 3 km of North Gate, East Gate and Abbey Gate',
      3000,
      'within 3 km of North Gate, East Gate and Abbey Gate',
    ],
    ['closer than 2 km to Abbey Gate', 2000, 'closer than 2 km to Abbey Gate'],
    ['Abbey Gate and up to 2 km around it', 2000, 'Abbey Gate and up to 2 km around it'],
  ])('%s', (text, meters, words) => expect(at(text)).toEqual([meters, words]));

  test.each([
    'within a few kilometres of Abbey Gate',
    'within several hundred metres of Abbey Gate',
    'within walking distance of Abbey Gate',
    'within two blocks of Abbey Gate',
    'within 1,5 km of Abbey Gate',
    'within 5-10 km of Abbey Gate',
    'more than 10 km from Abbey Gate',
    '10 km north of Abbey Gate',
    'outside a radius of 3 km around Abbey Gate',
    'within 900 miles of Abbey Gate',
  ])('that we can’t read: %s', (text) => expect(at(text)).toEqual([null, expect.stringMatching(/Abbey Gate$/)]));

  test.each([
    'at Abbey Gate',
    'within the vicinity of Abbey Gate',
    'in the area of Abbey Gate',
    'The bomb went off 10 km away. Leave Abbey Gate',
    'within the grounds of Abbey Gate',
    'within 24 hours from Abbey Gate, leave',
    'Within two hours leave Abbey Gate',
    'Abbey Gate within 24 hours',
    '20 people left Abbey Gate',
  ])('is not stated: %s', (text) => expect(at(text)).toBeNull());
});

const read = (event: string, location = 'Kabul airport') => {
  const text = `Security Alert – U.S. Embassy Kabul, Afghanistan\n\nLocation: ${location}\n\nEvent: ${event}\n`;
  const { alerts } = usEmbassy.parse(new TextEncoder().encode(text), {
    url: null,
    type: null,
    fetchedAt: 1_630_100_000_000,
  });
  return (alerts[0]?.alert.infos ?? []).map(({ areas, responseTypes }) => [
    areas
      .map(({ areaDesc, circles }) => `${areaDesc}: ${circles.map(({ text: circle }) => circle.split(' ')[1]).join()}`)
      .join('; '),
    responseTypes.join(),
  ]);
};

describe('in a notice the circle is as wide as the issuer says', () => {
  test.each<[event: string, parts: string[][]]>([
    [
      'U.S. citizens within 10 km of the airport should leave immediately.',
      [['within 10 km of the airport: 10', 'Evacuate']],
    ],
    [
      'U.S. citizens within 1 mile of Abbey Gate should leave immediately. U.S. citizens should avoid the airport.',
      [
        ['within 1 mile of Abbey Gate: 1.609', 'Evacuate'],
        ['Kabul airport: 5', 'Avoid'],
      ],
    ],
    [
      'U.S. citizens within 10 km of Abbey Gate should leave immediately. U.S. citizens at the airport should leave immediately.',
      [
        ['Kabul airport: 5', 'Evacuate'],
        ['within 10 km of Abbey Gate: 10', 'Evacuate'],
      ],
    ],
    [
      'U.S. citizens within walking distance of the airport should leave immediately.',
      [['within walking distance of the airport: ', 'Evacuate']],
    ],
    ...['1.500 m', '3 m', '99 m'].map((length): [string, string[][]] => [
      `U.S. citizens within ${length} of Abbey Gate should leave immediately.`,
      [[`within ${length} of Abbey Gate: `, 'Evacuate']],
    ]),
    [
      'U.S. citizens within 3 km of Abbey Gate, East Gate and North Gate should leave immediately.',
      [
        ['within 3 km of Abbey Gate: 3', 'Evacuate'],
        ['within 3 km of Abbey Gate, East Gate: 3', 'Evacuate'],
        ['within 3 km of Abbey Gate, East Gate and North Gate: 3', 'Evacuate'],
      ],
    ],
    ['Stay at least 2 to 3 km away from Abbey Gate.', [['3 km away from Abbey Gate: ', 'Avoid']]],
    ['Keep a distance of 2 km from Abbey Gate.', [['2 km from Abbey Gate: ', 'Avoid']]],
    ['Stay 2 km away from Abbey Gate.', [['Stay 2 km away from Abbey Gate: 2', 'Avoid']]],
    ['Move 2 km east from Abbey Gate.', [['2 km east from Abbey Gate: ', 'Evacuate']]],
    ['U.S. citizens within 1 km of the blast should leave immediately.', [['within 1 km of the blast: ', 'Evacuate']]],
  ])('%s', (event, parts) => expect(read(`There is a threat of a bomb attack. ${event}`)).toEqual(parts));

  test('also where its Location line says so', () => {
    const event = 'There is a threat of a bomb attack. Leave immediately.';
    expect(read(event, 'Within 10 km of Kabul airport')).toEqual([['Within 10 km of Kabul airport: 10', 'Evacuate']]);
    expect(read('U.S. citizens at the airport should leave.', 'Within 10 km of Kabul airport')).toEqual([
      ['Kabul airport: 5', 'Evacuate'],
    ]);
  });
});

test.each<[event: string, asks: boolean]>([
  ['U.S. citizens at Abbey Gate should leave immediately. The danger zone is 3 km around.', true],
  ['U.S. citizens at Abbey Gate should leave immediately. Everything up to two kilometres around it is mined.', true],
  ['U.S. citizens within 2 km of Abbey Gate should leave immediately.', false],
  ['U.S. citizens at Abbey Gate should leave immediately. The queue is 2 km long.', false],
  ['The danger zone is 3 km around.', false],
])('a distance that no area is named by asks for a look: %s', (event, asks) => {
  const text = `Security Alert – U.S. Embassy Kabul, Afghanistan\n\nLocation: Kabul airport\n\nEvent: ${event}\n`;
  const { findings } = usEmbassy.parse(new TextEncoder().encode(text), { url: null, type: null, fetchedAt: 0 });
  expect(findings.some(({ code }) => code === 'us-embassy.distance.unread')).toBe(asks);
});
