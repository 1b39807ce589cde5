import { expect, test } from 'vitest';
import { beforeTheBomb } from '../../../test/pages/kabul/situations.ts';
import type { Situation } from '../../core/situation.ts';
import { headlineText, unvouchedOrder } from './picture.ts';

const [airport] = beforeTheBomb;
if (!airport) throw new Error('the sample has situations');
const handedIn: Situation = {
  ...airport,
  instruction: null,
  issuers: airport.issuers.map((word) => ({ ...word, trust: 'unverified' as const, instructions: ['avoid', 'leave'] })),
};

test('what nobody vouches for is not said to be nothing', () => {
  expect(unvouchedOrder(handedIn)).toBe('leave');
  expect(headlineText(handedIn)).toBe('“leave” is said, and nobody has vouched for it');
});

test('what counts goes before it, and where nobody orders anything nobody is said to', () => {
  expect(unvouchedOrder(airport)).toBeNull();
  const silent = { ...handedIn, issuers: handedIn.issuers.map((word) => ({ ...word, instructions: [] })) };
  expect([unvouchedOrder(silent), headlineText(silent)]).toEqual([null, 'nobody says what to do']);
});
