/** Who is told to leave which place, of several that one order names. */
import { expect, test } from 'vitest';
import { usEmbassy } from '../../sources/us-embassy/source.ts';

const read = (order: string) => {
  const text = `Security Alert – U.S. Embassy Kabul, Afghanistan\n\nLocation: Kabul airport\n\nEvent: There is a threat of a bomb attack. ${order}\n`;
  const { alerts, findings } = usEmbassy.parse(new TextEncoder().encode(text), { url: null, type: null, fetchedAt: 0 });
  const told = (alerts[0]?.alert.infos ?? [])
    .filter(({ responseTypes }) => responseTypes.some((one) => one === 'Evacuate' || one === 'Avoid'))
    .map(({ areas }) => areas.map(({ areaDesc, circles }) => `${areaDesc}:${circles.length}`).join());
  return { told, asks: findings.some(({ code }) => code === 'us-embassy.where.unread') };
};

test.each([
  'U.S. citizens at Abbey Gate should leave immediately and proceed to the North Gate.',
  'U.S. citizens should leave Abbey Gate immediately and go to the North Gate.',
  'U.S. citizens should move away from Abbey Gate to the North Gate.',
  'U.S. citizens should leave Abbey Gate and use the North Gate instead.',
  'U.S. citizens should avoid Abbey Gate and enter at the North Gate.',
  'U.S. citizens at Abbey Gate should leave for the East Gate immediately.',
  'U.S. citizens at Abbey Gate should leave for the East Gate or the North Gate.',
  'Leave Abbey Gate, then walk quickly to the North Gate.',
  'U.S. citizens at Abbey Gate should leave through the North Gate.',
  'U.S. citizens who were told to go to the North Gate should leave Abbey Gate immediately.',
  'U.S. citizens at Abbey Gate should leave and go to the Baron Hotel.',
])('where people are to go is no place to leave: %s', (order) =>
  expect(read(order)).toEqual({ told: ['Abbey Gate:1'], asks: false }),
);

test.each([
  'Leave Abbey Gate immediately, as the North Gate is still open.',
  'U.S. citizens at Abbey Gate should leave immediately because East Gate is open and North Gate is closed; go there.',
  'U.S. citizens at Abbey Gate should shelter or leave while the North Gate is open.',
])('the sure one is told, and for the other the desk is asked: %s', (order) =>
  expect(read(order)).toEqual({ told: ['Abbey Gate:1'], asks: true }),
);

test('whoever is sent to a gate of the airport that all are to leave leaves a question', () =>
  expect(read('U.S. citizens at the airport should leave immediately and proceed to the North Gate.')).toEqual({
    told: ['Kabul airport:1'],
    asks: true,
  }));

test.each([
  ['U.S. citizens should leave the airport and go to the Baron Hotel.', 'Kabul airport:1'],
  ['Evacuate all areas close to the airport.', 'Kabul airport:1'],
  ['U.S. citizens should leave the approaches to the airport.', 'Kabul airport:1'],
  ['U.S. citizens should avoid all travel to the airport.', 'Kabul airport:1'],
  ['U.S. citizens in Kabul should avoid large gatherings near the airport.', 'Kabul airport:1'],
  ['Leave Abbey Gate, the East Gate and the North Gate.', 'Abbey Gate:1,East Gate:1,North Gate:1'],
  ['Avoid Abbey Gate and do not go to the North Gate.', 'Abbey Gate:1,North Gate:1'],
])('no question: %s', (order, told) => expect(read(order)).toEqual({ told: [told], asks: false }));
