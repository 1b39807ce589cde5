import { describe, expect, test } from 'vitest';
import { printReading } from '../print.ts';
import { readText } from '../read.fixture.ts';

const scopes = (text: string) => readText(`News\n\n${text}\n`).places.map(({ text: name, scope }) => [name, scope]);

describe('a part of a place', () => {
  test.each([
    ['The embassy advises against travel to parts of Islamabad.', 'Islamabad'],
    ['Avoid some districts of Islamabad.', 'Islamabad'],
    ['Fighting goes on in northern Mali.', 'Mali'],
    ['Fighting goes on in the north-east of Nigeria.', 'Nigeria'],
    ['Stay away from the outskirts of the city of Herat.', 'Herat'],
    ['Large parts of Pakistan are flooded.', 'Pakistan'],
    ['A suburb of Kabul was hit.', 'Kabul'],
    ['Avoid the rest of Mali.', 'Mali'],
    ['Avoid the Far North region of Cameroon.', 'Cameroon'],
    ['Avoid several cities in Mali.', 'Mali'],
    ['Fighting goes on in north-west Nigeria.', 'Nigeria'],
    ['Avoid Mali’s northern regions.', 'Mali'],
    ['Avoid the border with Niger.', 'Niger'],
    ['Avoid areas within 50 km of the border with Niger.', 'Niger'],
    ['Avoid areas within fifty kilometres of Niger.', 'Niger'],
    ['Avoid areas in a radius of ten miles around Kabul.', 'Kabul'],
    ['Avoid Niger north of the 15th parallel.', 'Niger'],
  ])('%s', (text, name) => expect(scopes(text)).toEqual([[name, 'part']]));

  test.each([
    'The embassy advises against travel to Islamabad.',
    'Avoid all parts of Islamabad.',
    'Fighting goes on north of Islamabad.',
    'Stay away from the area of Islamabad.',
    'Leave every district of Islamabad.',
    'Leave Islamabad, except for essential reasons.',
    'Leave Islamabad within 24 hours.',
  ])('is not spoken of: %s', (text) => expect(scopes(text)).toEqual([['Islamabad', undefined]]));

  test('is all that is meant where another is left out, which no warning is for', () => {
    const text =
      'The embassy advises against travel to Mali, except Bamako and Kayes. Britain told its citizens to leave Mali outside Mopti.';
    const { warnings } = readText(`News\n\n${text}\n`);
    expect(warnings.map(({ area }) => [area?.text, area?.value, area?.scope])).toEqual([
      ['Mali, except Bamako and Kayes', 'ML', 'part'],
      ['Mali outside Mopti', 'ML', 'part'],
    ]);
    expect(warnings.flatMap(({ instructions }) => instructions.map(({ places }) => places))).toEqual([['ML'], ['ML']]);
  });

  test('is what a warning about it holds for, and what is printed', () => {
    const text =
      'The embassy advises against travel to parts of Islamabad. Britain told its citizens to leave Islamabad.';
    const reading = readText(`News\n\n${text}\n`);
    expect(reading.warnings.map(({ area }) => [area?.text, area?.value, area?.scope])).toEqual([
      ['parts of Islamabad', 'pk-islamabad', 'part'],
      ['Islamabad', 'pk-islamabad', undefined],
    ]);
    const printed = printReading(reading, (words) => words);
    expect(printed).toContain('at a part of Islamabad');
    expect(printed).toContain('avoid [a part of Islamabad]');
    expect(printed).toContain('leave [Islamabad]');
  });

  test('does not join a warning for the whole', () => {
    const text = 'Britain told its citizens to leave parts of Islamabad. Britain told its citizens to avoid Islamabad.';
    expect(readText(`News\n\n${text}\n`).warnings).toHaveLength(2);
  });
});
