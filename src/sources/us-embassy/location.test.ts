/** Which places a notice is about. */
import { expect, test } from 'vitest';
import { usEmbassy } from './source.ts';

const areas = (location: string | null, event = 'A bomb threat was made.') => {
  const line = location === null ? '' : `Location: ${location}\n\n`;
  const text = `Security Alert – U.S. Embassy Islamabad, Pakistan\n\n${line}Event: ${event}\n`;
  const { alerts } = usEmbassy.parse(new TextEncoder().encode(text), { url: null, type: null, fetchedAt: 0 });
  return alerts.flatMap(({ alert }) =>
    alert.infos.flatMap((info) => info.areas.map(({ areaDesc, circles }) => `${areaDesc}:${circles.length}`)),
  );
};

test.each([
  ['Karachi airport and Lahore airport', ['Karachi airport:1', 'Lahore airport:1']],
  ['Karachi and Lahore, Pakistan', ['Karachi:0', 'Lahore:0']],
  ['Karachi airport; Peshawar', ['Karachi airport:1', 'Peshawar:0']],
  ['Islamabad and northern Pakistan', ['Islamabad:0', 'northern Pakistan:0']],
  ['Pakistan and Afghanistan', ['Pakistan:0', 'Afghanistan:0']],
  ['Karachi airport and Gadapland', ['Karachi airport:1', 'Karachi airport and Gadapland:0']],
  ['Karachi, Gadapland, and Lahore', ['Karachi:0', 'Lahore:0', 'Karachi, Gadapland, and Lahore:0']],
])('%s: each of them', (location, expected) => expect(areas(location)).toEqual(expected));

test.each([
  ['Karachi, Karachi airport', ['Karachi airport:1']],
  ['Lahore, Punjab, Pakistan', ['Lahore, Punjab, Pakistan:0']],
  ['Pakistan (except Karachi)', ['Pakistan (except Karachi):0']],
  ['Karachi airport and the Serena Hotel', ['Karachi airport and the Serena Hotel:0']],
])('%s: one', (location, expected) => expect(areas(location)).toEqual(expected));

test('without a Location line it is where the danger is said to be, not where the office is', () => {
  expect(areas(null, 'An earthquake struck Quetta.')).toEqual(['Quetta:0']);
  expect(areas(null, 'An earthquake struck southern Pakistan.')).toEqual(['southern Pakistan:0']);
  expect(areas(null, 'The embassy is closed.')).toEqual(['Islamabad:0']);
});
