/** How far from a place people are told by a distance that its issuer states: neither less nor more. */
import { expect, test } from 'vitest';
import { describeWithDatabase } from '../../test/database.ts';
import type { Point } from '../core/geo/shape.ts';
import { OfficeDesk } from './office.fixture.ts';

const airport = { lat: 34.5659, lon: 69.2123 };
const abbeyGate = { lat: 34.5583, lon: 69.2208 };
const south = ({ lat, lon }: Point, km: number): Point => ({ lat: lat - km / 111.2, lon });

describeWithDatabase('a distance that the issuer states', () => {
  /** How many are told when one person is there, and whether the desk is asked to look where the area is. */
  const tell = async (where: string, at: Point) => {
    const office = await OfficeDesk.open('2021-08-26T00:00:00Z');
    try {
      await office.listPeople({ 'clinic-west-1': at });
      const event = `There is a threat of a bomb attack. U.S. citizens ${where} should leave immediately.`;
      const { alert = 0 } = await office.comeAt(9, { event });
      return { alert, asked: (await office.wakes(/no shape we can read/)).length };
    } finally {
      await office.t.close();
    }
  };

  test.each<[where: string, at: Point, isTold: boolean]>([
    ['within 10 km of the airport', south(airport, 7), true],
    ['within 10 km of the airport', south(airport, 11), false],
    ['in a radius of ten kilometres around the airport', south(airport, 9), true],
    ['within 1 km of Abbey Gate', south(abbeyGate, 0.9), true],
    ['within 1 mile of the airport', south(airport, 4), false],
    ['within one mile of the airport', south(airport, 1.5), true],
  ])('%s', async (where, at, isTold) => {
    const without = await tell(where, { lat: 0, lon: 0 });
    expect(await tell(where, at)).toEqual({ alert: without.alert + Number(isTold), asked: 0 });
  });

  test.each(['within walking distance of the airport', 'within 1 km of the blast', 'more than 2 km from Abbey Gate'])(
    'that we can’t read tells nobody by a circle of ours and wakes the desk: %s',
    async (where) => expect(await tell(where, airport)).toEqual({ alert: 0, asked: 1 }),
  );
});
