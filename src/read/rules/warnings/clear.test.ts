/** When a sentence gives an all-clear, and when it only speaks of one. What is doubtful is none: then a person is asked. */
import { expect, test } from 'vitest';
import { toldIn } from './instructions.ts';

const isClear = (sentence: string): boolean => toldIn(sentence).some(({ value }) => value === 'all-clear');

test.each([
  'All clear.',
  'All clear for the airport.',
  'The all-clear has been given for the airport.',
  'The embassy gives the all-clear for the airport.',
  'It is now safe to return.',
  'U.S. citizens may return.',
  'U.S. citizens may return to the airport, and should monitor local media.',
  'The threat has passed, but U.S. citizens should remain vigilant.',
  'The threat is over; call us if you need help.',
  'The bomb threat at the airport is over.',
  'The warning has been lifted.',
  'The order to leave has been withdrawn.',
  'The curfew has been lifted.',
  'There is no longer a threat.',
  'There is no longer a threat to the airport.',
  'There is no longer a threat to Kabul.',
  'There is no longer a threat to U.S. citizens.',
  'The danger to the public has passed.',
  'The threat to the city is over.',
  'The situation has now returned to normal.',
])('%s – is one', (sentence) => {
  expect(isClear(sentence)).toBe(true);
});

test.each([
  'We cannot give the all-clear for the airport.',
  'The embassy can’t declare an all clear.',
  'The authorities refuse to give the all-clear.',
  'The police are unable to give the all-clear.',
  'It is too soon to give the all-clear.',
  'It would be premature to declare the all-clear.',
  'No all-clear has been given.',
  'The all-clear has not yet been given.',
  'The embassy denies that the all-clear has been given.',
  'The embassy expects the all-clear this evening.',
  'The all-clear for the airport was withdrawn.',
  'All-clear withdrawn.',
  'All clear revoked: leave the airport.',
  'All-clear: not yet given.',
  'All-clear expected at noon.',
  'Once the all-clear has been given, U.S. citizens may return.',
  'Do not return until the all-clear is given.',
  'It is not safe to return to the airport.',
  'It is not yet safe to return to the airport.',
  'It is safe to return? No.',
  'It is safe to return only with an escort.',
  'U.S. citizens may return tomorrow.',
  'U.S. citizens may return if the police allow it.',
  'U.S. citizens may return once the police allow it.',
  'U.S. citizens may return after 6 pm.',
  'Residents may return as soon as the order is lifted.',
  'The curfew is lifted between 6 and 9.',
  'The warning has been lifted, but the danger remains.',
  'The warning was lifted by mistake and is in force again.',
  'There is no longer a threat to the embassy.',
  'The risk to aviation has passed.',
  'The threat is far from over.',
  'The threat is not over.',
  'It is believed that the threat has passed.',
  'Some say that the danger has passed.',
  'According to social media the threat is over.',
  'The siren that sounds the all-clear is a steady tone.',
  'The all-clear has been given for the airport except for Abbey Gate.',
])('%s – is none', (sentence) => {
  expect(isClear(sentence)).toBe(false);
});
