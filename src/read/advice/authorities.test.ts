/** What a notice leaves to the authorities is shown with its instructions, and is none that is ranked. */
import { expect, test } from 'vitest';
import { usEmbassy } from '../../sources/us-embassy/source.ts';

const told = (words: string) => {
  const text = `Security Alert – U.S. Embassy Kabul, Afghanistan\nLocation: Kabul airport\nEvent: A bomb exploded. ${words}\n`;
  const given = { url: null, type: null, fetchedAt: 1_630_100_000_000 };
  const { alerts } = usEmbassy.parse(new TextEncoder().encode(text), given);
  const [info] = alerts[0]?.alert.infos ?? [];
  return { words: info?.instruction, types: info?.responseTypes };
};

test.each([
  'Do as the local authorities say, also about curfews.',
  'Follow the instructions of local authorities.',
  'U.S. citizens should heed the directions of emergency officials.',
  'Please comply with all orders given by the police.',
])('%s', (words) => expect(told(words)).toEqual({ words, types: [] }));

test('it stands beside what is ranked, in the order of the text', () => {
  const both = 'Follow instructions from local authorities. Leave the airport immediately.';
  expect(told(both)).toEqual({ words: both.replace('. L', '.\nL'), types: ['Evacuate'] });
  const one = 'Avoid the area and follow the instructions of local authorities.';
  expect(told(one)).toEqual({ words: one, types: ['Avoid'] });
});

test.each([
  'Authorities follow instructions from the ministry.',
  'People did as the authorities told them.',
  'Do not follow orders from security forces who show no papers.',
  'If you follow the advice of the authorities, you will be safe.',
  'Soldiers should follow the orders of their officers.',
])('no instruction to people: %s', (words) => expect(told(words).words).toBeNull());
