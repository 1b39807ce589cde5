/** Nearest places outside: by hand around Kabul airport, across the antimeridian, and against sampling on made-up areas. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import geographiclib from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { makeStated } from '../../test/advice.ts';
import {
  at as instant,
  makeAlert,
  makeArea,
  makeInfo,
  makePerson,
  makeView,
  square,
  standing,
} from '../../test/make.ts';
import type { DeskPlace } from '../core/desk-place.ts';
import { covers } from '../core/geo/covers.ts';
import { emptyGazetteer, type Gazetteer, openGazetteer } from '../core/geo/gazetteer/whole/open.ts';
import { bearingDegrees } from '../core/geo/measure/straight.ts';
import type { DrawnShape, Point, Shape } from '../core/geo/shape.ts';
import type { AlertView, Trust } from '../core/model.ts';
import { compassPoint, type NearestOutside, nearestOutside, type Warned, warnedAt } from './safe-places.ts';

const start = instant('2026-03-02T07:00:00Z');
const whole = openGazetteer(new Uint8Array(readFileSync('assets/geo/gazetteer.bin')));
const none = emptyGazetteer();
const { person } = makePerson('ana', { stay: standing(0, 0) });

const shelter = (ref: string, lat: number, lon: number, more: Partial<DeskPlace> = {}): DeskPlace => ({
  ...{ ref, name: `Shelter ${ref}`, kind: 'shelter', names: [], point: { lat, lon } },
  ...{ shape: { kind: 'point', point: { lat, lon } }, capacity: null, note: null, source: null },
  ...more,
});
const warning = (id: string, shape: DrawnShape | null, view: Partial<AlertView> = {}): AlertView =>
  makeView({ id, alert: makeAlert({ infos: [makeInfo({ areas: [makeArea(shape)] })] }), ...view });

type Outside = Extract<NearestOutside, { kind: 'outside' }>;
function outsideOf(
  at: Point,
  views: readonly AlertView[],
  own: readonly DeskPlace[],
  gazetteer: Pick<Gazetteer, 'near' | 'sourceOf'> = none,
): Outside {
  const found = nearestOutside({ at, person, warned: warnedAt(views, start), own, gazetteer });
  if (found.kind !== 'outside') throw new Error(found.kind);
  return found;
}

const airport = { lat: 34.5659, lon: 69.2123 };
const around: DrawnShape = { kind: 'circle', center: airport, radiusMeters: 5000 };

describe('at Kabul airport, 5 km of it warned of', () => {
  test('towns by the distance that a map gives: north–south 110.93 km a degree, east–west 91.78 km', () => {
    const { places, claimed } = outsideOf(airport, [warning('a', around)], [], whole);
    const byHand = [
      // 3.98 km south and 3.88 km west; 3.75 km north and 4.37 km east; 8.00 km south and 5.69 km east.
      ['Kabul', 5.56, 'southwest'],
      ['Pul-e Sangī', 5.76, 'northeast'],
      ['Bagrāmī', 9.82, 'southeast'],
    ] as const;
    const points = ['north', '', 'northeast', '', 'east', '', 'southeast', '', 'south', '', 'southwest', '', 'west'];
    for (const [i, [name, kilometers, direction]] of byHand.entries()) {
      const place = places[i];
      expect([place?.name, points[compassPoint(place?.bearingDegrees ?? 0)]]).toEqual([name, direction]);
      expect((place?.distanceMeters ?? 0) / 1000).toBeCloseTo(kilometers, 1);
      expect(place?.source).toContain('GeoNames');
    }
    expect([places.length, claimed]).toEqual([5, []]);
  });

  test('the operator’s shelters come before any town, with what the operator says of them', () => {
    const far = shelter('far', 34.9, 69.2123, { capacity: 40, note: 'Ring twice.', source: 'Ana, 3 August' });
    const inside = shelter('inside', 34.58, 69.21);
    const office = shelter('office', 34.65, 69.2123, { kind: 'office' });
    const near = shelter('near', 34.65, 69.2123);
    const { places } = outsideOf(airport, [warning('a', around)], [far, inside, office, near], whole);
    expect(places.map(({ id }) => id).slice(0, 3)).toEqual(['own/near', 'own/far', 'af-kabul']);
    // 0.3341° north.
    expect((places[1]?.distanceMeters ?? 0) / 1000).toBeCloseTo(37.06, 1);
    expect(places[1]).toMatchObject({ bearingDegrees: 0, capacity: 40, note: 'Ring twice.', source: 'Ana, 3 August' });
  });

  test('a shelter that reaches into the area is none', () => {
    const ring = square(34.65, 69.2123, 0.05);
    const wide = shelter('wide', 34.65, 69.2123, { shape: ring });
    expect(covers(around, wide.point)).toBe(false);
    expect(outsideOf(airport, [warning('a', around)], [wide]).places).toEqual([]);
  });

  test('names the areas that the straight way touches, without those around the person', () => {
    const between = warning('between', square(34.63, 69.2123, 0.005));
    const beside = warning('beside', square(34.63, 69.3, 0.005));
    const { places, around: within } = outsideOf(
      airport,
      [warning('a', around), between, beside],
      [shelter('n', 34.66, 69.2123)],
    );
    expect(within.map(({ alert }) => alert)).toEqual(['a']);
    expect(places[0]?.crosses.map(({ alert }) => alert)).toEqual(['between']);
  });
});

test('a way back through the area that it left is crossed: a U, and the other side of it', () => {
  const pairs = [
    [10, 10],
    [10, 13],
    [11, 13],
    [11, 12],
    [10.2, 12],
    [10.2, 11],
    [11, 11],
    [11, 10],
    [10, 10],
  ] as const;
  const bent = warning('u', { kind: 'polygon', ring: pairs.map(([lat, lon]) => ({ lat, lon })) });
  const own = [shelter('gap', 10.5, 11.5), shelter('beyond', 10.5, 13.1), shelter('west', 10.5, 9)];
  const { places } = outsideOf({ lat: 10.5, lon: 10.9 }, [bent], own);
  expect(places.map(({ id, crosses }) => [id, crosses.map(({ alert }) => alert)])).toEqual([
    ['own/gap', []],
    ['own/west', []],
    ['own/beyond', ['u']],
  ]);
});

describe('beside a boundary by code that is exact to 300 m', () => {
  const code = {
    kind: 'resolved',
    scheme: 'ISO 3166-2',
    code: 'AF-KAB',
    name: 'Kabul',
    source: 's',
    edition: '',
  } as const;
  const byCode = (view: Partial<AlertView> = {}): AlertView => {
    const found = { ...code, shape: square(10, 10, 0.5), withinMeters: 300, entry: 'AF-KAB' };
    return warning('c', null, { resolved: [{ info: 0, area: 0, resolved: [found], unresolved: [] }], ...view });
  };
  const middle = { lat: 10, lon: 10 };
  // 0.0003° of latitude are 33 m.
  const beside = shelter('beside', 10.5003, 10);
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

  test('a place is neither inside nor outside: it stands apart, with the area named', () => {
    const wide = shelter('wide', 10.51, 10, {
      shape: { kind: 'circle', center: { lat: 10.51, lon: 10 }, radiusMeters: 1000 },
    });
    const found = outsideOf(middle, [byCode()], [beside, wide, shelter('away', 10.51, 10), shelter('in', 10.4997, 10)]);
    expect(ids(found.places)).toEqual(['own/away']);
    expect(found.unclear.map(({ id, nearEdgeOf }) => [id, nearEdgeOf.map(({ alert }) => alert)])).toEqual([
      ['own/beside', ['c']],
      ['own/wide', ['c']],
    ]);
  });

  test('so it is with an area that nobody vouched for, and inside of another that somebody did it is none', () => {
    const stranger = outsideOf(middle, [byCode(), byCode({ id: 's', trust: 'unverified' })], [beside]);
    expect(stranger.unclear[0]?.nearEdgeOf.map(({ isVouched }) => isVouched)).toEqual([true, false]);
    const covered = outsideOf(middle, [byCode(), warning('d', square(10.5, 10, 0.01))], [beside]);
    expect([covered.places, covered.unclear, covered.claimed]).toEqual([[], [], []]);
  });

  test('a person there has the list, and may be in it; further away they are not inside, unless their record names it', () => {
    const away = shelter('away', 11, 10);
    const found = outsideOf({ lat: 10.5003, lon: 10 }, [byCode()], [away, beside]);
    expect([found.around, found.maybeAround.map(({ alert }) => alert)]).toEqual([[], ['c']]);
    expect([ids(found.places), ids(found.unclear)]).toEqual([['own/away'], ['own/beside']]);
    const asked = (lat: number, admin1: string | null) => {
      const somebody = makePerson('ana', { stay: { ...standing(lat, 10), country: 'AF', admin1 } }).person;
      const warned = warnedAt([byCode()], start);
      return nearestOutside({ at: { lat, lon: 10 }, person: somebody, warned, own: [away], gazetteer: none });
    };
    expect(asked(10.51, null).kind).toBe('not-inside');
    expect(asked(10.51, 'KAB')).toMatchObject({ around: [], maybeAround: [{ alert: 'c' }] });
    expect(asked(10.5003, 'KAB')).toMatchObject({ around: [{ alert: 'c' }], maybeAround: [] });
  });
});

test('an area that infos in several languages repeat is one', () => {
  const info = (language: string, shape: DrawnShape) => makeInfo({ language, areas: [makeArea(shape)] });
  for (const [shape, other] of [
    [around, { ...around, radiusMeters: 5001 }],
    [square(1, 2, 0.5), square(1, 2, 0.6)],
  ] as const) {
    const view = makeView({
      alert: makeAlert({ infos: [info('en', shape), info('fa', structuredClone(shape)), info('ps', other)] }),
    });
    expect(warnedAt([view], start).areas.map((area) => area.info)).toEqual([0, 2]);
  }
});

describe('what nobody has vouched for', () => {
  const stranger = (shape: DrawnShape): AlertView => warning('s', shape, { trust: 'unverified' });

  test('takes no place away and says which it claims', () => {
    const claimed = shelter('n', 34.66, 69.2123);
    const free = shelter('s', 34.4, 69.2123);
    const found = outsideOf(airport, [warning('a', around), stranger(square(34.66, 69.2123, 0.01))], [claimed, free]);
    expect(found.places.map(({ id }) => id)).toEqual(['own/s']);
    expect(found.claimed.map(({ id, claimedBy }) => [id, claimedBy.map(({ alert }) => alert)])).toEqual([
      ['own/n', ['s']],
    ]);
  });

  test('a drawing over half the world leaves everything in sight', () => {
    const found = outsideOf(airport, [warning('a', around), stranger(square(40, 60, 40))], [], whole);
    expect(found.places).toEqual([]);
    expect(found.claimed.map(({ name }) => name)).toContain('Bagrāmī');
    expect(found.claimed).toHaveLength(5);
  });
});

describe('nothing is offered', () => {
  const own = [shelter('n', 34.66, 69.2123)];
  const of = (views: readonly AlertView[], at: Point = airport) =>
    nearestOutside({ at, person, warned: warnedAt(views, start), own, gazetteer: none });

  test('where nothing is drawn, and the undrawn is named', () => {
    const undrawn = [{ alert: 'u', isVouched: true, info: 0, area: 0, why: 'unresolved' }];
    expect(of([warning('u', null)])).toEqual({ kind: 'nothing-drawn', undrawn });
    const silent = makeView({ id: 'q', alert: makeAlert({ infos: [makeInfo({ areas: [] })] }) });
    expect(of([silent])).toMatchObject({ kind: 'nothing-drawn', undrawn: [{ alert: 'q', why: 'no-area' }] });
  });

  test('to somebody outside of what is drawn', () => {
    expect(of([warning('a', around)], { lat: 0, lon: 0 })).toEqual({ kind: 'not-inside', undrawn: [] });
  });

  test('an area without a boundary stands beside the list: a place may lie in it', () => {
    const found = outsideOf(airport, [warning('a', around), warning('u', null)], own);
    expect(found.places).toHaveLength(1);
    expect(found.undrawn).toMatchObject([{ alert: 'u', why: 'unresolved' }]);
  });

  test('a country as a whole is named, not drawn', () => {
    const { alert, advice } = makeStated({
      ...{ office: 'Office', issuer: 'GB', sender: 'gov.example', series: 'gov/af', identifier: 'af' },
      ...{ sent: '2026-03-02T06:00:00Z', title: 'Advice' },
      parts: [{ place: 'AF', areas: [{ name: 'Afghanistan' }], words: 'Do not travel.' }],
    });
    const country = makeView({ id: 'c', alert, advice });
    expect(outsideOf(airport, [warning('a', around), country], own)).toMatchObject({
      places: [{ id: 'own/n' }],
      undrawn: [{ alert: 'c', why: 'country' }],
    });
  });

  test.each(['expired', 'cancelled', 'superseded', 'not-actual'] as const)('because of what is %s', (state) => {
    expect(warnedAt([warning('a', around, { state })], start)).toEqual({ areas: [], undrawn: [] });
  });

  test('because of an all-clear, or of an info that has expired', () => {
    const info = (more: object) => makeInfo({ areas: [makeArea(around)], ...more });
    const over = { text: '', at: start - 1 };
    for (const one of [info({ responseTypes: ['AllClear'] }), info({ expires: over })]) {
      const view = makeView({ alert: makeAlert({ infos: [one, info({ areas: [makeArea(null)], expires: over })] }) });
      expect(warnedAt([view], start)).toEqual({ areas: [], undrawn: [] });
    }
  });
});

test('across the antimeridian', () => {
  const taveuni = { lat: -16.8, lon: 179.98 };
  const views = [warning('a', { kind: 'circle', center: taveuni, radiusMeters: 8000 })];
  const far = warning('far', square(-16.8, -179.8, 0.02));
  const { places } = outsideOf(taveuni, [...views, far], [shelter('east', -16.8, -179.7), shelter('w', -16.8, 179.8)]);
  // 0.18° and 0.32° along the parallel, where a degree is 106.6 km.
  expect(places.map(({ id, distanceMeters }) => [id, Math.round(distanceMeters / 1000)])).toEqual([
    ['own/w', 19],
    ['own/east', 34],
  ]);
  expect(places.map(({ bearingDegrees: to }) => compassPoint(to))).toEqual([12, 4]);
  expect(places.map(({ crosses }) => crosses.length)).toEqual([0, 1]);
});

describe('on made-up areas', () => {
  const small = { min: -0.4, max: 0.4, noNaN: true };
  const near = fc.record({ lat: fc.double(small), lon: fc.double(small) });
  const area = fc.oneof(
    fc
      .record({ center: near, radiusMeters: fc.double({ min: 500, max: 30_000, noNaN: true }) })
      .map((circle): DrawnShape => ({ kind: 'circle', ...circle })),
    fc
      .record({ center: near, half: fc.double({ min: 0.01, max: 0.2, noNaN: true }) })
      .map(({ center, half }) => square(center.lat, center.lon, half)),
  );
  const origins = [
    { lat: 34.5, lon: 69.2 },
    { lat: -17, lon: 179.99 },
    { lat: 71, lon: -179.95 },
  ];
  const turned = (lon: number): number => (lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon);
  const moved = (by: Point, to: Point): Point => ({ lat: to.lat + by.lat, lon: turned(to.lon + by.lon) });
  const movedShape = (shape: DrawnShape, to: Point): DrawnShape =>
    shape.kind === 'circle'
      ? { ...shape, center: moved(shape.center, to) }
      : { kind: 'polygon', ring: shape.ring.map((point) => moved(point, to)) };
  const trusts: readonly Trust[] = ['operator', 'signed', 'unverified', 'reported'];

  const cases = fc.record({
    origin: fc.constantFrom(...origins),
    drawn: fc.array(fc.record({ area, trust: fc.constantFrom(...trusts) }), { minLength: 1, maxLength: 6 }),
    places: fc.array(near, { maxLength: 12 }),
    off: fc.record({ lat: fc.double({ min: -0.01, max: 0.01, noNaN: true }), lon: fc.constant(0) }),
  });
  const asked = ({ origin, drawn, places, off }: typeof cases extends fc.Arbitrary<infer C> ? C : never) => {
    // Nearly always in the first of them.
    const first = drawn[0]?.area;
    const middle = first?.kind === 'circle' ? first.center : (first?.ring[0] ?? off);
    const at = moved({ lat: middle.lat + off.lat, lon: middle.lon }, origin);
    const views = drawn.map(({ area: shape, trust }, i) => warning(`a${i}`, movedShape(shape, origin), { trust }));
    const own = places.map((point, i) => {
      const { lat, lon } = moved(point, origin);
      return shelter(String(i), lat, lon);
    });
    const warned: Warned = warnedAt(views, start);
    return { at, warned, own, found: nearestOutside({ at, person, warned, own, gazetteer: none }) };
  };

  test('every place is outside every area that somebody vouched for, and every one in `places` outside all; in order', () => {
    let seen = 0;
    fc.assert(
      fc.property(cases, (made) => {
        const { at, warned, own, found } = asked(made);
        if (found.kind !== 'outside') return;
        const pointOf = (id: string): Point => own[Number(id.slice(4))]?.point ?? at;
        const holding = (id: string, of: Warned['areas']): number =>
          of.filter(({ shape }) => covers(shape, pointOf(id))).length;
        for (const { id } of found.places) expect(holding(id, warned.areas)).toBe(0);
        for (const { id, claimedBy } of found.claimed) {
          expect(holding(id, warned.areas)).toBe(claimedBy.length);
          expect(claimedBy.some(({ isVouched }) => isVouched)).toBe(false);
        }
        const kept = new Set([...found.places, ...found.claimed].map(({ id }) => id));
        const missed = own.filter((_, i) => !kept.has(`own/${i}`));
        if (found.places.length < 5)
          for (const { ref } of missed) expect(holding(`own/${ref}`, warned.areas)).toBeGreaterThan(0);
        for (const list of [found.places, found.claimed]) {
          const away = list.map(({ distanceMeters }) => distanceMeters);
          expect(away).toEqual(away.toSorted((a, b) => a - b));
        }
        seen += kept.size;
      }),
      { numRuns: 600 },
    );
    expect(seen).toBeGreaterThan(300);
  });

  const { Geodesic } = geographiclib;
  /** The way walked in steps of some 60 m. */
  function touches(at: Point, to: Point, shape: Shape, marginMeters: number): boolean {
    const way = Geodesic.WGS84.InverseLine(at.lat, at.lon, to.lat, to.lon);
    const wider: Shape =
      shape.kind === 'circle' ? { ...shape, radiusMeters: shape.radiusMeters + marginMeters } : shape;
    const steps = Math.ceil(way.s13 / 60);
    for (let i = 0; i <= steps; i++) {
      const { lat2 = 0, lon2 = 0 } = way.Position((way.s13 * i) / steps);
      const here = { lat: lat2, lon: lon2 };
      if (covers(wider, here)) return true;
    }
    return false;
  }

  test('what the way crosses is what walking it finds', () => {
    let crossings = 0;
    fc.assert(
      fc.property(cases, (made) => {
        const { at, warned, own, found } = asked(made);
        if (found.kind !== 'outside') return;
        const others = warned.areas.filter(({ shape }) => !covers(shape, at));
        for (const { id, crosses } of [...found.places, ...found.claimed])
          for (const other of others) {
            const to = own[Number(id.slice(4))]?.point ?? at;
            const walked = touches(at, to, other.shape, 0);
            // A corner that the way cuts by less than a step is found by no walk; so a crossing may be true where walking finds none.
            if (walked) expect(crosses).toContain(other);
            if (!walked && crosses.includes(other)) expect(isGrazed(at, to, other.shape)).toBe(true);
            if (walked) crossings++;
          }
      }),
      { numRuns: 200 },
    );
    expect(crossings).toBeGreaterThan(10);
  });

  /** Some step of the walk comes within 60 m of the shape. */
  function isGrazed(at: Point, to: Point, shape: Shape): boolean {
    if (shape.kind === 'circle') return touches(at, to, shape, 60);
    if (shape.kind !== 'polygon') return false;
    return touches(at, to, { kind: 'corridor', line: shape.ring, radiusMeters: 60 }, 0);
  }
});

test('a bearing sets out along the shortest way', () => {
  expect(bearingDegrees({ lat: 0, lon: 0 }, { lat: 0, lon: 1 })).toBeCloseTo(90, 9);
  expect(bearingDegrees({ lat: 60, lon: 0 }, { lat: 60, lon: 90 })).toBeLessThan(60);
  expect([348, 349, 11, 12, 180].map(compassPoint)).toEqual([15, 0, 0, 1, 8]);
});
