import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Instruction } from '../../core/instruction.ts';
import { type Ended, isPlainClear } from './clear.ts';

/** The kinds that name their order: each for the order it ends. */
const of = (value: Instruction, ...where: string[]): Ended => ({ where, asked: [value] });
const airport = of('leave', 'KBL', 'Kabul airport');

test.each([
  'All clear.',
  'The all-clear has been given. U.S. citizens may return.',
  'The all-clear has been given for Hamid Karzai International Airport.',
  'The all-clear has been given for the airport in Kabul, Afghanistan.',
  'The embassy gives the all-clear for the airport. It is now safe to return.',
  'The U.S. Embassy in Kabul has given the all-clear for Kabul, Hamid Karzai International Airport.',
  'The threat of a bomb attack has ended. The all-clear has been given. U.S. citizens may return.',
  'The threat of a bomb attack at the airport has passed and U.S. citizens may now return to the airport.',
  'The threat of flooding at the airport is over.',
  'The bomb threat at Kabul airport has been resolved.',
  'The warning has been lifted. Thank you for your patience.',
  'The warning of a bomb attack has been lifted. If you need assistance, call the embassy at +93 700 10 8001.',
  'The order to leave the airport has been withdrawn. The embassy has resumed normal operations.',
  'The evacuation order has been lifted with immediate effect.',
  'There is no longer a threat to the airport, but U.S. citizens should remain vigilant.',
  'The situation at the airport has returned to normal. Monitor local media for updates.',
  'The all-clear has been given. For assistance, please contact the U.S. Embassy in Kabul at +93-700-10-8001 or KabulACS@state.gov.',
  'The all-clear has been given. Enroll in the Smart Traveler Enrollment Program (STEP) to receive Alerts and make it easier to locate you in an emergency.',
  'The all-clear has been given. Review your personal security plans. Continue to monitor local media.',
  'The all-clear has been given. U.S. Embassy Kabul, Afghanistan. Telephone: +93 700 10 8001.\nWebsite: https://af.usembassy.gov/',
])('“%s” is one', (words) => {
  expect(isPlainClear(words, airport)).toBe(true);
});

test.each([
  ['U.S. citizens may return to Abbey Gate, and should monitor local media.', of('leave', 'KBL', 'Abbey Gate')],
  ['The threat to the gate has passed. U.S. citizens may return.', of('avoid', 'kbl-abbey-gate', 'Abbey Gate')],
  ['The shelter-in-place order for Kabul has been lifted. For assistance, call the embassy.', of('shelter', 'Kabul')],
  ['The warning to avoid the airport has been lifted.', of('avoid', 'KBL')],
  ['The threat at Sanma Hall is over.', of('leave', 'Sanma Hall')],
] as const)('“%s” is one for its place and order', (words, ended) => {
  expect(isPlainClear(words, ended)).toBe(true);
});

test.each([
  ['The shelter-in-place order has been lifted.', airport],
  ['The warning to avoid the airport has been lifted.', airport],
  ['The evacuation order has been lifted.', { where: ['KBL'], asked: ['leave', 'avoid'] }],
  ['The threat to Abbey Gate has passed. U.S. citizens may return.', airport],
  ['The threat to North Gate has passed.', of('leave', 'KBL', 'Abbey Gate')],
  ['The threat to the airport has passed.', of('leave', 'Kabul')],
  ['The threat to the embassy has passed.', of('leave', 'Sanma Hall')],
] as const)('“%s” is one for another place or order', (words, ended) => {
  expect(isPlainClear(words, ended)).toBe(false);
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
  // Another alert, another day, another place, another document.
  'The security alert issued on August 20 has been cancelled.',
  'The August 20 security alert has been cancelled.',
  'Security alert 17 has been lifted.',
  'The first alert has been lifted.',
  'The order to leave has been lifted from August 28.',
  'The order is lifted on Friday.',
  'The evacuation order has been lifted from Monday.',
  'The order to leave has been lifted as of 18:00 local time.',
  'The order has been lifted effective September 1.',
  'The order to leave is lifted at midnight.',
  'The warning has been lifted for 24 hours.',
  'The warning to stay away from the embassy has been lifted.',
  'The warning to avoid Camp Sullivan has been lifted.',
  'The threat to Camp Sullivan has passed. U.S. citizens may return.',
  'The threat to the US compound has passed.',
  'The Level 4 travel advisory has been lifted.',
  'The travel advisory has been lifted.',
  'The all-clear at Kandahar airport has been given. U.S. citizens may return.',
  'The all-clear has been given for the airport in Kandahar.',
  'The all-clear has been given for the city.',
  'The threat to Kabul has passed. U.S. citizens may return.',
  'The threat at the airport hotel has passed.',
  'The threat on the airport road has passed.',
  'The threat at gate 3 of the airport has passed.',
  'The threat at the gate has passed.',
  'The threat at Terminal 2 of Kabul airport has passed.',
  'The threat near the domestic terminal at the airport is over.',
  'The all-clear has been given for the east side of the airport.',
  'The all-clear has been given for the inside of the airport.',
  'U.S. citizens may return to the embassy.',
  'U.S. citizens may return from the airport.',
  // Not for all, not for now, not wholly, not for certain.
  'The order to leave has been lifted for U.S. government employees.',
  'U.S. government employees may return.',
  'The order has been lifted for residents of the east side.',
  'Residents of the east side may return.',
  'U.S. citizens with tickets may return.',
  'The order to leave the airport has been partially lifted.',
  'The order to leave the airport has largely been lifted.',
  'The threat has passed for now.',
  'The threat has passed for the time being.',
  'The all-clear has been given. U.S. citizens may return after 18:00.',
  'U.S. citizens may return from Friday.',
  'U.S. citizens may return in small groups.',
  'U.S. citizens may return briefly to the airport.',
  'U.S. citizens may return to the airport to collect their belongings.',
  'U.S. citizens may return at their own risk.',
  'The threat of a bomb attack has passed, according to the police.',
  'The Taliban give the all-clear for the airport.',
  'Afghan police have given the all-clear for the airport.',
  'The minister said: the threat has passed.',
  'The threat has passed if the reports are right.',
  'The threat has almost passed.',
  'The worst of the threat has passed.',
  'The immediate threat has passed.',
  'There is no longer a specific threat to the airport.',
  'There is no longer a threat to flights.',
  'There is no longer a threat to flights at the airport.',
  'The threat of another attack has passed.',
  'The all-clear has been given. This applies from Friday.',
  'The all-clear has been given. This applies to the east side alone.',
  'The all-clear has been given. Abbey Gate is closed.',
  'The all-clear has been given. Soldiers search the terminal.',
  'The all-clear has been given. The lifting takes effect at 18:00.',
  'The all-clear has been given. Be aware that the east side is closed.',
  'The all-clear has been given. Monitor local media until Friday.',
  'The all-clear has been given @ Abbey Gate.',
  'The all-clear has been given for the airport as of 18:00.',
  'The all-clear has been given. Monitor the mines at the gate.',
  'The all-clear has been given. Monitor local media, as fighting has begun.',
  'The all-clear has been given. Exercise caution around the soldiers at the airport.',
  'The all-clear has been given. For assistance, call the embassy when you hear shots.',
  'The all-clear has been given. If you need help, call us before you leave the airport.',
  'The earlier order to stay away from the airport has been withdrawn and an order to evacuate issued.',
  'The order to shelter at the airport is over and the order to evacuate is issued.',
  'The warning for the airport has been lifted. A new warning is in place.',
  'The warning for the airport has been lifted. It is back in force since 14:00.',
  'The all-clear has been given. Please ignore it.',
  'The all-clear has been given. It will be withdrawn at 20:00.',
  'The all-clear has been given. This message is preliminary.',
  'The all-clear has been given. This applies to the terminal building.',
  'The threat has ended. The airport is mined.',
  'The threat has ended. Unexploded ordnance lies at the gate.',
  'The all-clear has been given to the Taliban.',
  'The all-clear has been given by the Taliban.',
  'The shelter order is now lifted to the Level 4 alert.',
  'The warning is lifted from 28 August 2021.',
  'The warning is lifted as of 28 August 2021.',
  'U.S. citizens may return to the airport on Saturday.',
  'U.S. citizens may return to the airport at 18:00.',
  'Stay away from the airport.',
  'The embassy is closed.',
])('“%s” is not one, or not only', (words) => {
  for (const value of ['leave', 'shelter', 'avoid'] as const)
    expect(isPlainClear(words, of(value, 'KBL', 'Kabul airport'))).toBe(false);
});

test.each([
  'Security Alert – U.S. Embassy Kabul, Afghanistan (August 26, 2021)',
  'Security Alert: All Clear, U.S. Embassy Kabul',
  'Security Alert Update – Kabul airport',
  'Message for U.S. Citizens',
])('under “%s”', (title) => {
  expect(isPlainClear('The all-clear has been given.', airport, title)).toBe(true);
});

test.each([
  'Security Alert – Explosion at Kabul airport',
  'Security Alert: The airport is mined',
  'Security Alert – All clear at Herat',
  'Security Alert – U.S. Embassy Kabul, Afghanistan – Abbey Gate closed',
])('not under “%s”', (title) => {
  expect(isPlainClear('The all-clear has been given.', airport, title)).toBe(false);
});

const plainly = 'The all-clear has been given for Kabul airport. U.S. citizens may return.';
const strange =
  `about above accident across afraid afternoon ahead air allegedly almost alone already ambush amid anger another apparently
 armed army arrive around arrest ashore aside attempt autumn away back bad bag ban bank barely base battle become before begin behind
 below beside best between beyond big black blast blood blue board boat bomb border both bottom box boys break bridge briefly bring
 broken building burn bus busy buy call camp cannot car carefully case cause centre certain chance change check chief child church claim
 clean clear close cloud coast cold come convoy copy corner could count court crowd cut daily danger dark date day dead deep delay deny
 desert despite dirty doctor door doubt down dozen drive drop dry during dust early east edge eight either elsewhere empty end enemy
 enough enter evening every except expected eye face fact fail fake false family far fear fence few field fight final fire first flight
 flood floor fog food foot force foreign forest forward four free Friday front fuel full further gas gate general ghost girl glass gone
 grave green ground group guard gun half hall hard hardly hear heavy help high hill hope hospital hostage hotel hour house however
 hurt ice ill inside instead iron jail join July keep key kill kind knife lake land large last late later lead least less level lie light
 likely limited line little local long look lost low main many March market maybe mile mine minor minute missile mistake Monday month`.split(
    /\s+/,
  );

test.each(strange)('“%s” put in anywhere is a word too many', (word) => {
  const words = plainly.split(' ');
  for (let at = 0; at <= words.length; at++) {
    const text = [...words.slice(0, at), word, ...words.slice(at)].join(' ');
    expect([text, isPlainClear(text, airport)]).toEqual([text, false]);
  }
  expect(isPlainClear(`${plainly} ${word}.`, airport)).toBe(false);
});

const reports = join(import.meta.dirname, '../../../assets/replay/kabul-2021/reports');
test.each([
  'us-embassy-2021-08-28.txt',
  'president-2021-08-24.txt',
  'pentagon-correction-2021-08-27.txt',
  'uk-minister-2021-08-26.txt',
])('no sentence of %s stands beside one, but what offices always write', (file) => {
  const said = readFileSync(join(reports, file), 'utf8').split(/(?<=[.!?])\s+|\n\s*(?:[-–•]\s+)?/);
  const sentences = said.filter((words) => /\p{L}/u.test(words));
  expect(sentences.length).toBeGreaterThan(3);
  const kept = sentences.filter((words) => isPlainClear(`${plainly}\n${words}`, airport));
  for (const words of kept) expect(words).toMatch(/^(?:Be aware of your surroundings|Enroll in|Follow the Department)/);
});
