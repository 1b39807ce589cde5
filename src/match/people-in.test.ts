import { expect, test } from 'vitest';
import { at, makePerson, standing } from '../../test/make.ts';
import type { Stay } from '../core/model.ts';
import type { IssuerWord, SituationPlace } from '../core/situation.ts';
import { peopleIn } from './people-in.ts';

const noon = at('2021-08-26T12:00:00Z');
const stay = (ref: string, more: Partial<Stay>) =>
  makePerson(ref, { stay: { ...standing(34.5585, 69.2212), country: 'AF', ...more } });

const people = [
  stay('gate', {}),
  stay('clinic', { at: { lat: 34.501, lon: 69.085 } }),
  stay('office', { at: { lat: 33.7, lon: 73.05 }, country: 'PK' }),
  stay('nowhere', { at: null }),
  stay('old', { positionAt: at('2021-08-20T06:00:00Z') }),
  stay('left', { to: noon }),
  stay('coming', { from: noon + 1 }),
  stay('stateless', { country: null }),
];
const place = (more: Partial<SituationPlace>, issuers: readonly IssuerWord[] = []) => ({
  issuers,
  place: { id: 'KBL', name: 'Kabul airport', kind: 'airport', country: 'AF', shapes: [], ours: true, ...more },
});
const ids = (refs: readonly string[]): string[] => refs.map((ref) => `p-${ref}`);

test('inside by the shapes; who has no position to go by is unplaced', () => {
  const center = { lat: 34.5658, lon: 69.2123 };
  const airport = place({ shapes: [{ kind: 'circle', center, radiusMeters: 5000 }] });
  expect(peopleIn(airport, noon, people, 48)).toEqual({
    inside: ids(['gate', 'stateless']),
    unplaced: ids(['nowhere', 'old']),
  });
});

test('nobody is placed in what a stranger drew: small shapes would find out where somebody is', () => {
  const shapes = [{ kind: 'circle', center: { lat: 34.5585, lon: 69.2212 }, radiusMeters: 10 }] as const;
  const drawn = (trust: IssuerWord['trust']) =>
    peopleIn(place({ id: null, kind: 'area', ours: false, shapes }, [{ trust } as IssuerWord]), noon, people, 48);
  expect(drawn('unverified').inside).toEqual([]);
  expect(drawn('unverified').unplaced).toContain('p-gate');
  expect(drawn('operator').inside).toEqual(ids(['gate', 'stateless']));
});

test('in a country by the country that is stated, also without a position', () => {
  expect(peopleIn(place({ kind: 'country' }), noon, people, 48)).toEqual({
    inside: ids(['gate', 'clinic', 'nowhere']),
    unplaced: ids(['old', 'stateless']),
  });
});

test('stays begin and end', () => {
  const inside = (valid: number) => peopleIn(place({ kind: 'country' }), valid, people, 1e6).inside;
  expect(inside(noon - 1)).toContain('p-left');
  expect(inside(noon)).not.toContain('p-left');
  expect(inside(noon)).not.toContain('p-coming');
  expect(inside(noon + 1)).toContain('p-coming');
});

test('a place without a shape has nobody known inside', () => {
  expect(peopleIn(place({ kind: 'town' }), noon, people, 48).inside).toEqual([]);
});

test('advice for parts of a country puts nobody inside: they may be in that part', () => {
  const word = { scope: 'part' } as IssuerWord;
  expect(peopleIn(place({ kind: 'country' }, [word]), noon, people, 48)).toEqual({
    inside: [],
    unplaced: ids(['gate', 'clinic', 'nowhere', 'old', 'stateless']),
  });
  const whole = { scope: 'whole' } as IssuerWord;
  expect(peopleIn(place({ kind: 'country' }, [word, whole]), noon, people, 48).inside).toEqual(
    ids(['gate', 'clinic', 'nowhere']),
  );
});

test('a country is its code, however it is written', () => {
  const small = [stay('small', { country: ' af ' }), stay('named', { country: 'Afghanistan' })];
  expect(peopleIn(place({ kind: 'country' }), noon, small, 48)).toEqual({
    inside: ids(['small']),
    unplaced: ids(['named']),
  });
});

test('of a place that nothing is drawn for nobody can tell who is inside', () => {
  expect(peopleIn(place({ id: null, kind: 'area', country: null }), noon, people, 48)).toEqual({
    inside: [],
    unplaced: ids(['gate', 'clinic', 'office', 'nowhere', 'old', 'stateless']),
  });
  expect(peopleIn(place({ kind: 'town' }), noon, people, 48).unplaced).toEqual(
    ids(['gate', 'clinic', 'nowhere', 'old', 'stateless']),
  );
});
