import { expect, test } from 'vitest';
import { at, makeAlert, makeArea, makeInfo, makeView, square } from '../../test/make.ts';
import type { DeskPlace } from '../core/desk-place.ts';
import type { Shape } from '../core/geo/shape.ts';
import { placesIn, placesOnceWarned, placesWarned } from './places-in.ts';

const now = at('2026-03-02T07:00:00Z');
const place = (ref: string, lat: number, lon: number, shape?: DeskPlace['shape']): DeskPlace => ({
  ...{ ref, name: ref, kind: 'gate', names: [], point: { lat, lon } },
  ...{ shape: shape ?? { kind: 'point', point: { lat, lon } }, capacity: null, note: null, source: null },
});
const refs = (shapes: readonly Shape[], places: readonly DeskPlace[]) =>
  placesIn(
    shapes.map((shape) => ({ shape, near: null })),
    places,
  ).map(({ place: { ref }, isSure }) => (isSure ? ref : `${ref}?`));

test('a point inside or on the edge, and whatever reaches in, wherever one goes in', () => {
  const area = square(0, 0, 1);
  const places = [
    place('in', 0.5, 0.5),
    place('edge', 1, 0),
    place('out', 1.001, 0),
    place('reaches', 1.5, 0, square(1.5, 0, 0.6)),
    place('beside', 1.5, 0, square(1.5, 0, 0.4)),
    place('round', 0, 1.01, { kind: 'circle', center: { lat: 0, lon: 1.01 }, radiusMeters: 2000 }),
    place('around', 0, 5, square(0, 0, 9)),
  ];
  expect(refs([area], places)).toEqual(['in', 'edge', 'reaches', 'round', 'around']);
  expect(refs([], places)).toEqual([]);
});

test('across the antimeridian, and in the hole of an area', () => {
  const ring = [
    { lat: -18, lon: 179 },
    { lat: -18, lon: -179 },
    { lat: -16, lon: -179 },
    { lat: -16, lon: 179 },
    { lat: -18, lon: 179 },
  ];
  const hole = [
    { lat: -17.5, lon: 179.5 },
    { lat: -17.5, lon: -179.5 },
    { lat: -16.5, lon: -179.5 },
    { lat: -16.5, lon: 179.5 },
    { lat: -17.5, lon: 179.5 },
  ];
  const places = [place('west', -17, 179.2), place('east', -17, -179.2), place('hole', -17, 180), place('far', -17, 0)];
  expect(refs([{ kind: 'polygon', ring, holes: [hole] }], places)).toEqual(['west', 'east']);
});

test('beside a boundary that is exact to 300 m a place may be inside, be it the gate or what reaches there', () => {
  const resolved = [
    {
      ...{ kind: 'resolved' as const, scheme: 'SAME', code: '000001', name: '', source: 's', edition: '' },
      ...{ shape: square(0, 0, 1), withinMeters: 300 },
    },
  ];
  const alert = makeAlert({ infos: [makeInfo({ areas: [makeArea(null)] })] });
  const view = makeView({ alert, resolved: [{ info: 0, area: 0, resolved, unresolved: [] }] });
  const places = [
    place('in', 0.9999, 0),
    place('near', 1.0003, 0),
    place('out', 1.004, 0),
    place('reaches', 1.5, 0, square(1.5, 0, 0.498)),
    place('beside', 1.5, 0, square(1.5, 0, 0.49)),
  ];
  const found = placesWarned(view, now, places).map(({ place: { ref }, isSure }) => [ref, isSure]);
  expect(found).toEqual([
    ['in', true],
    ['near', false],
    ['reaches', false],
  ]);
});

test('only an alert in force warns; what has expired of it does not', () => {
  const inside = [place('in', 34.5, 69.2)];
  const sure = inside.map((one) => ({ place: one, isSure: true }));
  expect(placesWarned(makeView(), now, inside)).toEqual(sure);
  const superseded = makeView({ state: 'superseded' });
  expect([placesWarned(superseded, now, inside), placesOnceWarned(superseded, now, inside)]).toEqual([[], sure]);
  const over = makeInfo({ areas: [makeArea(square(34.5, 69.2, 1))], expires: { text: '', at: now - 1 } });
  expect(placesWarned(makeView({ alert: makeAlert({ infos: [over] }) }), now, inside)).toEqual([]);
});
