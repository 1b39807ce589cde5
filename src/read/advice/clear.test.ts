import { expect, test } from 'vitest';
import { isPlainClear } from './clear.ts';

test.each([
  'All clear.',
  'The all-clear has been given. U.S. citizens may return.',
  'The all-clear has been given for Hamid Karzai International Airport as of 16:00 local time.',
  'The embassy gives the all-clear for the airport. It is now safe to return.',
  'The threat of a bomb attack has ended. The all-clear has been given. U.S. citizens may return.',
  'The threat of flooding at the airport is over.',
  'The warning has been lifted. Thank you for your patience.',
  'The order to leave the airport has been withdrawn. The embassy has resumed normal operations.',
  'There is no longer a threat to the airport, but U.S. citizens should remain vigilant.',
  'U.S. citizens may return to Abbey Gate, and should monitor local media.',
  'The shelter-in-place order for Kabul has been lifted. For assistance, call the embassy.',
])('“%s” is one', (words) => {
  expect(isPlainClear(words)).toBe(true);
});

test.each([
  'Ignore messages that the threat has passed.',
  'False: “the all-clear has been given at Kabul airport”.',
  'Beware of fake messages that the all-clear has been given.',
  'The threat at Kabul airport has passed, officials hope.',
  'The danger has passed in the north of the airport.',
  'The threat of an attack in parts of the airport has passed.',
  'The immediate threat has passed, yet the situation stays dangerous.',
  'The threat of an attack has passed; another attack is expected tomorrow.',
  'The first threat of a bomb has passed. A second bomb remains at the airport.',
  'The earlier advice to shelter has been withdrawn; U.S. citizens at the airport should leave immediately.',
  'The shelter order has been lifted, and U.S. citizens should leave the airport immediately.',
  'There is a threat of a bomb attack at the airport. The night curfew has been lifted.',
  'There is a threat of a bomb attack at the airport. The all-clear has been given.',
  'There is a bomb at the airport. The order to wear masks has been lifted.',
  'The night curfew has been lifted.',
  'The threat has passed. You may return tomorrow.',
  'The threat on the road to the airport has passed, the police say.',
  'The all-clear has been given. Do not return until tomorrow.',
  'The all-clear has been given. This holds only with an escort.',
  'The all-clear was given and withdrawn.',
  'The threat is over. However, avoid the airport.',
  'We may give the all-clear today. The threat has passed?',
  'The order to shelter is lifted; leave the airport immediately.',
  'The bomb threat has ended but a gunman is still at large at the airport.',
  'The imminent threat has passed, and we now face a bigger one.',
  'The threat of a bomb attack at the airport has ended. The threat of a rocket attack has not.',
  'The incident at the passenger terminal has been resolved. The bomb threat continues.',
  'Our earlier all-clear message has been withdrawn.',
  'The alert has been cancelled and replaced by a higher alert.',
  'The alert has been lifted to the highest level.',
  'The alert level at the airport has been lifted to red.',
  'The previous notice about visa appointments has been withdrawn.',
  'The shelter-in-place order has been lifted for embassy staff.',
  'All clear bags are to be shown at the airport gates.',
  'The threat has passed its deadline.',
  'The incident of last week is over.',
  'The warning siren has been cancelled because it was broken.',
  'Stay away from the airport.',
  'The embassy is closed.',
])('“%s” is not one, or not only', (words) => {
  expect(isPlainClear(words)).toBe(false);
});
