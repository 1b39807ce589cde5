/** In a notice, what to do in a case to come tells nobody to do it now; a condition that picks out people or places does. */
import { describe, expect, test } from 'vitest';
import { usEmbassy } from '../../sources/us-embassy/source.ts';

const orders = (words: string, location = 'Kabul, Hamid Karzai International Airport'): string[] => {
  const text = `Security Alert – U.S. Embassy Kabul, Afghanistan\n\nLocation: ${location}\n\nEvent: There is a threat of a bomb attack. ${words}\n`;
  const [alert] = usEmbassy.parse(new TextEncoder().encode(text), { url: null, type: null, fetchedAt: 0 }).alerts;
  return (alert?.advice?.parts ?? []).flatMap(({ place, instructions }) =>
    instructions
      .filter(({ value }) => value !== 'monitor' && value !== 'prepare')
      .map(({ value }) => `${place} ${value}`),
  );
};

test.each([
  'In the event of an explosion, leave the airport immediately.',
  'In the event of an explosion U.S. citizens should leave the airport immediately.',
  'In case of an attack, shelter in place.',
  'In the event that an attack begins, leave the airport.',
  'U.S. citizens should leave the airport immediately if an attack begins.',
  'U.S. citizens should leave the airport in case of an attack.',
  'Leave the airport when told to.',
  'Evacuate only when instructed by the embassy.',
  'You should evacuate when ordered.',
  'U.S. citizens at the airport should leave if ordered to do so.',
  'If you hear gunfire, leave the airport.',
  'If you are at the airport and hear gunfire, take cover.',
  'If you are at the airport when the siren sounds, take cover.',
  'U.S. citizens should, if they hear gunfire, leave the airport.',
  'When the siren sounds, take cover.',
  'U.S. citizens should leave the airport if the siren sounds.',
  'Shelter in place if you hear an explosion.',
  'Should the sirens sound, leave the airport.',
  'Should you hear shots, take cover.',
  'If there are protests, avoid the airport.',
  'If necessary, leave the airport.',
  'If you feel an earthquake, leave the building.',
  'If fighting breaks out at the airport, leave immediately.',
  'Be prepared to leave the airport if told to.',
  'If an attack begins, the airport must be evacuated immediately.',
  'The airport must be evacuated if an attack begins.',
  'Evacuate only if an attack begins.',
  'Leave the airport and the surrounding area if shelling starts.',
  'Once the siren sounds, take cover.',
  'If the situation worsens, leave the airport.',
  'Leave the airport if the water rises.',
  'If U.S. citizens are attacked, take cover.',
  'If any U.S. citizens hear shots, take cover.',
  'In case a bomb goes off, leave the airport.',
  'If you receive an order to evacuate, leave the airport.',
])('for a case: %s', (words) => expect(orders(words)).toEqual([]));

test.each([
  ['If you are at the airport, leave.', 'leave'],
  ['If you are still at the airport, leave immediately.', 'leave'],
  ['U.S. citizens who are at the airport should leave immediately.', 'leave'],
  ['If you are near the airport, shelter in place.', 'shelter'],
  ['Those still in the airport should leave.', 'leave'],
  ['Leave the airport if it is safe to do so.', 'leave'],
  ['If it is safe to do so, leave the airport immediately.', 'leave'],
  ['U.S. citizens at the airport should leave immediately if they can do so safely.', 'leave'],
  ['Leave the airport if you can do so safely.', 'leave'],
  ['Leave the airport now if possible.', 'leave'],
  ['When in the airport, leave.', 'leave'],
  ['Leave the airport, unless you are told otherwise.', 'leave'],
  [
    'When the fighting began, the police closed the roads, and U.S. citizens should leave the airport immediately.',
    'leave',
  ],
  ['Fighting broke out when the police entered the airport and U.S. citizens should leave immediately.', 'leave'],
  ['Leave the airport now, and take cover if you hear shots.', 'leave'],
  ['Leave the airport now; if you hear shots, take cover.', 'leave'],
  ['Avoid the airport, and if you hear gunfire, shelter in place.', 'avoid'],
  ['Leave the airport. If you need help, call the embassy.', 'leave'],
  ['If your flight is cancelled, leave the airport.', 'leave'],
  ['Shelter in place until the all-clear is given.', 'shelter'],
  ['The airport must be evacuated immediately.', 'leave'],
  ['All U.S. citizens must be evacuated from the airport.', 'leave'],
  ['The airport is to be avoided.', 'avoid'],
  ['Travel to the airport is not advised.', 'avoid'],
  ['Proceed to the nearest shelter immediately.', 'shelter'],
  ['Leave the airport at once.', 'leave'],
  ['Leave the airport in case the attack begins early.', 'leave'],
  ['Leave the airport immediately to be safe in case of another attack.', 'leave'],
  ['Leave the airport now, when it is calm.', 'leave'],
  ['In the event that you are at the airport, leave immediately.', 'leave'],
  ['Should you still be at the airport, leave immediately.', 'leave'],
  ['Because nobody knows when the attack will come, U.S. citizens should leave the airport.', 'leave'],
  ['U.S. citizens should leave the airport even if it is calm.', 'leave'],
  ['Leave the airport only if you can do so safely.', 'leave'],
  ['Leave the airport now and call the embassy if a relative is missing.', 'leave'],
  ['Leave the airport now, and tell the embassy when the children are out.', 'leave'],
  ['Leave the airport if the roads are open.', 'leave'],
  ['When you receive this message, leave the airport.', 'leave'],
  ['When you receive this warning, leave the airport immediately.', 'leave'],
  ['When you receive our e-mail, leave the airport immediately.', 'leave'],
  ['Leave the airport immediately if this message reaches you there.', 'leave'],
  ['If any U.S. citizens are at the airport, they should leave immediately.', 'leave'],
  ['If American citizens are at the airport, they should leave immediately.', 'leave'],
  ['If families are at the airport because of the attack, they should leave immediately.', 'leave'],
  ['In case you are still at the airport, leave immediately.', 'leave'],
  ['U.S. citizens at the airport should leave immediately whenever they see an opportunity.', 'leave'],
  ['U.S. citizens who were told to go to Herat should leave the airport immediately.', 'leave'],
  ['As the fighting began when the gates opened, U.S. citizens should leave the airport.', 'leave'],
])('for now: %s', (words, value) => expect(orders(words)).toEqual([`KBL ${value}`]));

describe('where people leave for', () => {
  test.each([
    'U.S. citizens should leave their hotels for the airport now.',
    'Depart for the airport immediately.',
    'Leave early for the airport.',
    'U.S. citizens should leave for the airport at 06:00.',
    'U.S. citizens in hotels should evacuate to Kabul airport.',
  ])('is no place to leave: %s', (words) => expect(orders(words)).toEqual([]));

  test.each([
    ['Leave Herat for Kabul airport.', 'Kabul airport', ['af-herat leave']],
    ['U.S. citizens should leave the airport for the Serena Hotel.', 'Kabul airport', ['KBL leave']],
    ['Leave the airport through the North Gate.', 'Kabul airport', ['KBL leave']],
    ['U.S. citizens should leave for the airport immediately.', 'Herat', ['af-herat leave']],
  ])('%s (%s)', (words, location, told) => expect(orders(words, location)).toEqual(told));
});
