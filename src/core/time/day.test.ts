/** Days as people write them. */
import { expect, test } from 'vitest';
import { dayIn } from './day.ts';

test.each<[string, string | null, string | null]>([
  ['Alert (August 25, 2021)', 'August 25, 2021', '2021-08-25'],
  ['Oslo, Norway – 17 August 2018', '17 August 2018', '2018-08-17'],
  ['Thu, 2021-08-26 10:25', '2021-08-26', '2021-08-26'],
  ['Sept. 6th, 2019', 'Sept. 6th, 2019', '2019-09-06'],
  ['Wed, 25 Aug 2021 23:00:00 +0000', '25 Aug 2021', '2021-08-25'],
  ['31 February 2021, then 1 March 2021', '1 March 2021', '2021-03-01'],
  ['on 26 August', null, null],
  ['market 5, 2021', null, null],
  ['10 May 2021', '10 May 2021', '2021-05-10'],
  ['12021-08-26', null, null],
  ['', null, null],
])('%s', (text, words, value) => {
  const day = dayIn(text);
  expect(day && text.slice(day.start, day.end)).toBe(words);
  expect(day?.value ?? null).toBe(value);
});
