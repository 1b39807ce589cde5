/** What the interface says of where an alert is about: all that it states, and what of it nobody can place. */
import { expect, test } from 'vitest';
import { makeAlert, makeArea, makeInfo, makeView, square } from '../../../test/make.ts';
import { presentAlert } from './present.ts';
import { AlertSchema } from './schemas.ts';

test('an area says its codes and heights, and whether it can be placed', () => {
  const geocodes = [{ valueName: 'NUTS3', value: 'XX123' }];
  const infos = [
    makeInfo({ areas: [makeArea(square(34.5, 69.2, 0.1), { geocodes, altitude: '100', ceiling: '9000' })] }),
    makeInfo({ areas: [makeArea(null, { geocodes })] }),
    makeInfo({ areas: [] }),
  ];
  const shown = presentAlert(makeView({ alert: makeAlert({ infos }) }));
  expect(AlertSchema.parse(shown)).toEqual(shown);
  expect(shown.infos.map(({ unresolved }) => unresolved)).toEqual([false, true, true]);
  expect(shown.infos.flatMap(({ areas }) => areas)).toMatchObject([
    { geocodes, altitude: '100', ceiling: '9000', unresolved: false },
    { geocodes, altitude: null, ceiling: null, polygons: [], unresolved: true },
  ]);
});
