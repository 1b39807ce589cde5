/** Dates of RSS. */
import { expect, test } from 'vitest';
import { rssInstant } from './feed.ts';

test.each<[string, string | null]>([
  ['Wed, 25 Aug 2021 23:00:00 +0000', '2021-08-25T23:00:00.000Z'],
  ['Thu, 5 Mar 2020 09:30 -0500', '2020-03-05T14:30:00.000Z'],
  ['26 Aug 2021 14:30:00 GMT', '2021-08-26T14:30:00.000Z'],
  ['26 Aug 21 14:30 UT', '2021-08-26T14:30:00.000Z'],
  ['Wed, 25 Aug 2021 23:00:00 EST', '2021-08-26T04:00:00.000Z'],
  ['Wed, 25 Aug 2021 23:00:00 EDT', '2021-08-26T03:00:00.000Z'],
  ['Wed, 25 Aug 2021 23:00:00 AFT', null],
  ['Wed, 25 Aug 2021 23:00:00 A', null],
  ['31 Feb 2021 10:00:00 GMT', null],
  ['2021-08-25', null],
])('%s', (text, expected) => {
  const at = rssInstant(text);
  expect(at === null ? null : new Date(at).toISOString()).toBe(expected);
});
