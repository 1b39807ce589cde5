import { expect, test } from 'vitest';
import { endsIn } from './numbers.ts';

test.each([
  ['from thousands of active fighters to 500', ['thousands', '500']],
  ['between 500 and thousands of fighters', ['500', 'thousands']],
  ['from dozens to two hundred people', ['dozens', 'two hundred']],
  ['from 1,500 to tens of thousands of people', ['1,500', 'tens of thousands']],
  ['from hundreds to thousands of people', ['hundreds', 'thousands']],
  ['between 500 and 600 people', null],
  ['thousands of people', null],
  ['an estimated 500 people', null],
])('the ends of “%s”', (text, ends) => expect(endsIn(text)).toEqual(ends));
