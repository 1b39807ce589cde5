import { describe, expect, test } from 'vitest';
import { documentOfText } from './document/text.ts';
import { timesOf } from './times.ts';

/** Each as `text = value`, with its modifier in front. 26 August 2021 was a Thursday. */
const read = (text: string, day: string | null = '2021-08-26'): string[] =>
  timesOf({ ...documentOfText(text).document, day }).map(
    ({ text: words, value, modifier }) => `${modifier === null ? '' : `${modifier} `}${words} = ${value}`,
  );

describe('times', () => {
  test.each([
    ['said on Sunday', ['Sunday = 2021-08-22']],
    ['said on Thursday', ['Thursday = 2021-08-26']],
    ['the curfew will start on Monday', ['Monday = 2021-08-30']],
    ['until Friday', ['until Friday = 2021-08-27']],
    ['last Thursday', ['last Thursday = 2021-08-19']],
    ['on Tuesday evening', ['Tuesday evening = 2021-08-24']],
    [
      'August 31, 31 August, Aug. 31, the 31st of August',
      ['August 31', '31 August', 'Aug. 31', 'the 31st of August'].map((one) => `${one} = 2021-08-31`),
    ],
    ['by 31 August', ['by 31 August = 2021-08-31']],
    ['before Aug. 31', ['before Aug. 31 = 2021-08-31']],
    ['August 25-28, 2021', ['August 25-28, 2021 = 2021-08-25/2021-08-28']],
    ['Wednesday, 25 August 2021', ['Wednesday, 25 August 2021 = 2021-08-25']],
    ['31 April 2021', ['April 2021 = 2021-04']],
    ['in July', ['July = 2021-07']],
    ['in January', ['January = 2021-01']],
    ['the end of September', ['late the end of September = 2021-09']],
    ['last year and next month', ['last year = 2020', 'next month = 2021-09']],
    ['since 2019', ['since 2019 = 2019']],
    ['in the 1990s and the 19th century', ['the 1990s = 199X', 'the 19th century = 18XX']],
    ['last week', ['last week = 2021-08-16/2021-08-22']],
    [
      'yesterday, today and tomorrow night',
      ['yesterday = 2021-08-25', 'today = 2021-08-26', 'tomorrow night = 2021-08-27'],
    ],
    ['in the next 24 to 36 hours', ['the next 24 to 36 hours = PT24H/PT36H']],
    ['two weeks and a 24-hour curfew', ['two weeks = P2W', '24-hour = PT24H']],
    ['three days ago', ['three days ago = 2021-08-23']],
    ['in the fall of 2001', ['the fall of 2001 = 2001-23']],
    ['the first quarter of 2020', ['the first quarter of 2020 = 2020-33']],
    ['on Monday at 8 p.m.', ['Monday at 8 p.m. = 2021-08-23T20:00:00']],
    ['at 13:06 GMT', ['13:06 GMT = 2021-08-26T13:06:00Z']],
    ['2021-08-26T13:06Z', ['2021-08-26T13:06Z = 2021-08-26T13:06:00Z']],
    ['13/08/2021', ['13/08/2021 = 2021-08-13']],
  ])('%s', (text, times) => expect(read(text)).toEqual(times));

  test.each([
    'after the fall of Kabul',
    'it may rain in a march of a second group',
    'May God help them. March on!',
    'a 9-year-old boy',
    'killed 2000 people',
    'Nobody is sure on 08/09/2021',
    'won 3:1',
    'a second blast',
  ])('none: %s', (text) => expect(read(text)).toEqual([]));

  test('what nobody dates stays open', () => {
    expect(read('in recent days, in the coming hours, a year later')).toEqual([
      'recent days = null',
      'the coming hours = null',
      'a year later = null',
    ]);
  });
  test('without a day of the document only what is written out has a value', () => {
    expect(read('on Sunday, in July, by 31 August, last year, in 2014, 5 May 2020', null)).toEqual([
      ...[
        'Sunday = null',
        'July = null',
        'by 31 August = null',
        'last year = null',
        '2014 = 2014',
        '5 May 2020 = 2020-05-05',
      ],
    ]);
  });
  test('say what they rest on', () => {
    const { document } = documentOfText('x in 2014, on Sunday, in recent days.');
    expect(timesOf({ ...document, day: '2021-08-26' }).map(({ basis }) => basis)).toEqual([
      'stated',
      'document-date',
      'unresolved',
    ]);
  });
});
