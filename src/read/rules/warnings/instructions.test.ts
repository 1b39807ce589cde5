/** Orders in other words than “should” and a bare verb, and the words that look like them. */
import { expect, test } from 'vitest';
import { toldIn } from './instructions.ts';

const told = (sentence: string) => toldIn(sentence).map(({ value }) => value);

test.each([
  ['It is vital that citizens leave.', 'leave'],
  ['It is vital that all U.S. citizens leave the airport immediately.', 'leave'],
  ['It is essential for U.S. citizens at the airport to leave now.', 'leave'],
  ['It is absolutely imperative to leave the area.', 'leave'],
  ['It is vital that people do not travel to the airport.', 'avoid'],
  ['It is critical that residents should take shelter.', 'shelter'],
  ['U.S. citizens should not remain at the airport.', 'leave'],
  ['Do not stay near Abbey Gate.', 'leave'],
  ['You must not remain there.', 'leave'],
  ['The airport must be evacuated immediately.', 'leave'],
  ['Abbey Gate is to be evacuated.', 'leave'],
  ['All buildings near the airport have to be vacated.', 'leave'],
  ['All U.S. citizens must be evacuated from the airport.', 'leave'],
  ['The airport is to be avoided.', 'avoid'],
  ['The area around the airport should be avoided.', 'avoid'],
  ['All travel to the airport must be avoided.', 'avoid'],
  ['Travel to the airport is not advised.', 'avoid'],
  ['Non-essential travel to Kabul is strongly discouraged.', 'avoid'],
  ['Proceed to the nearest shelter immediately.', 'shelter'],
  ['Go to the nearest shelter.', 'shelter'],
  ['Seek higher ground immediately.', 'leave'],
  ['Move to higher ground.', 'leave'],
])('%s', (sentence, value) => expect(told(sentence)).toEqual([value]));

test.each([
  'It is not vital that citizens leave.',
  'It is no longer vital that citizens leave.',
  'It was vital that citizens leave.',
  'Nobody says it is vital that citizens leave.',
  'If it is vital that you leave, call us.',
  'It is vital that soldiers leave the area.',
  'It is vital that citizens leave nothing behind.',
  'Is it vital that citizens leave?',
  'Citizens should not remain silent.',
  'Citizens should not remain in contact with strangers.',
  'Citizens should not stay in the country longer than their visa allows.',
  'You should not stay overnight.',
  'The talks should not remain at the airport.',
  'If the airport must be evacuated, we will tell you.',
  'The wounded at the airport must be evacuated.',
  'The airport need not be evacuated.',
  'The airport must not be evacuated.',
  'The airport must be evacuated?',
  'The airport has been evacuated.',
  'The Afghan staff must be evacuated by the army.',
  'Panic should be avoided.',
  'A worse outcome at the airport is to be avoided.',
  'Travel to the airport was not advised.',
  'A visa for travel to Kabul is not advised.',
])('no order: %s', (sentence) => expect(told(sentence)).toEqual([]));
