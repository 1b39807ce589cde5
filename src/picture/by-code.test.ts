/** A warning whose area is a code: its situation lies where the boundary of that code does, while the info holds. */
import { expect, test } from 'vitest';
import { divisions } from '../../test/divisions.ts';
import { at, makeAlert, makeArea, makeInfo, makeView, stamp } from '../../test/make.ts';
import { smallGazetteer } from '../../test/make-picture.ts';
import type { CapArea } from '../core/cap/model.ts';
import { resolvedAreas } from '../core/geo/geocodes/areas.ts';
import { openGeocodes } from '../core/geo/geocodes/geocodes.ts';
import type { AlertView } from '../core/model.ts';
import { situationsOf } from './situations.ts';

const geocodes = openGeocodes(divisions);
const expires = stamp('2021-08-26T13:30:00Z');

function coded(...values: readonly string[]): AlertView {
  const area = (value: string): CapArea => makeArea(null, { geocodes: [{ valueName: 'SAME', value }] });
  const infos = values.map((value) => makeInfo({ areas: [area(value)], expires }));
  const alert = makeAlert({ sent: stamp('2021-08-26T05:50:00Z'), infos });
  return makeView({ alert, resolved: resolvedAreas(alert, geocodes) });
}

const shapesOf = (view: AlertView, valid: string) =>
  situationsOf({ alerts: [view], readings: [] }, { valid: at(valid), seq: 99 }, smallGazetteer).flatMap(
    ({ place }) => place.shapes,
  );

test('its shapes are those of the code, each once', () => {
  const county = divisions.find('FIPS', '48113')?.shape().polygons ?? [];
  expect(county.length).toBeGreaterThan(0);
  expect(shapesOf(coded('048113'), '2021-08-26T08:00:00Z')).toEqual(county);
  expect(shapesOf(coded('048113', '048113'), '2021-08-26T08:00:00Z')).toEqual(county);
});

test('an info that has ended draws nothing', () => {
  const [first, second] = coded('048113', '048439').alert.infos;
  if (!first || !second) throw new Error('there are two');
  const view = coded('048113', '048439');
  const ended = {
    ...view,
    alert: { ...view.alert, infos: [{ ...first, expires: stamp('2021-08-26T07:00:00Z') }, second] },
  };
  expect(shapesOf(ended, '2021-08-26T08:00:00Z')).toEqual(divisions.find('FIPS', '48439')?.shape().polygons);
});

test('a code without a boundary draws nothing, and the situation stays', () => {
  const view = coded('057550');
  expect(shapesOf(view, '2021-08-26T08:00:00Z')).toEqual([]);
  expect(
    situationsOf({ alerts: [view], readings: [] }, { valid: at('2021-08-26T08:00:00Z'), seq: 99 }, smallGazetteer),
  ).toHaveLength(1);
});
