/** Whose country an alert is for, and when a shape counts as exchanged. */
import { describe, expect, test } from 'vitest';
import type { Point } from '../../geo/shape.ts';
import { check } from '../check.ts';
import { readCap } from '../read.ts';
import { alertWith, anInfo, type Parts } from './examples/example.ts';
import { homeOf } from './home.ts';
import type { Known } from './rule.ts';

const encoder = new TextEncoder();
const documentOf = (parts: Parts, shape: Parts, language = 'en-US'): Uint8Array =>
  encoder.encode(alertWith({ ...parts, info: anInfo({ language, area: { areaDesc: 'Here', ...shape } }) }));

describe('the country of a sender', () => {
  const countryOf = (names: { sender?: string; identifier?: string }): string | null =>
    homeOf({ sender: 'ops', identifier: 'a', ...names })?.country ?? null;

  test.each([
    ['urn:oid:2.49.0.0.554.1', 'NZ'],
    ['urn:oid:2.49.0.0.36.2', 'AU'],
    ['w-nws.webmaster@noaa.gov', 'US'],
    ['ops@metservice.co.nz', 'NZ'],
    ['https://www.met.example.uk/warnings', 'GB'],
    ['alerts.vedur.is', 'IS'],
    ['warnings@met.gov.to', 'TO'],
    ['warnings@cloud.io', null],
    ['warnings@example.org', null],
    ['a.b', null],
    ['12.49.0.0.554.1', null],
    ['urn:oid:2.49.0.0.999.1', 'ZZ'],
    ['urn:oid:2.49.0.0.0.1', null],
  ])('%s: %s', (sender, country) => {
    expect(countryOf({ sender })).toBe(country);
  });

  test('the register, then the ending of the name', () => {
    const identifier = 'urn:oid:2.49.0.1.840.0.2024.1';
    expect(countryOf({ sender: 'ops@met.fr', identifier })).toBe('US');
    expect(countryOf({ sender: 'ops@met.fr' })).toBe('FR');
    expect(countryOf({ sender: 'ops' })).toBeNull();
  });

  test('of a name that is no name nothing is asked', () => {
    expect(countryOf({ sender: `${'x'.repeat(300)}.fr` })).toBeNull();
    expect(countryOf({ identifier: `2.49.0.1.840.${'1'.repeat(300)}` })).toBeNull();
  });
});

/** Boxes around two countries. */
const countryOf = ({ lat, lon }: Point): string | null => {
  if (lat > 29 && lat < 39 && lon > 60 && lon < 75) return 'AF';
  return lat > 36 && lat < 42 && lon > 26 && lon < 45 ? 'TR' : null;
};

/** The same, with an Afghanistan that also lies where the exchanged point of a sea south of it falls. */
const withCoast = (point: Point): string | null =>
  Math.abs(point.lat - 63) < 1 && Math.abs(point.lon - 25.5) < 1 ? 'AF' : countryOf(point);

/** The same, with another country's coast beside the place as written. */
const withFar = (point: Point): string | null =>
  Math.abs(point.lat - 70) < 0.8 && Math.abs(point.lon - 34.5) < 3 ? 'NO' : countryOf(point);

const swappedIn = (shape: Parts, sender: string, known: Known = { countryOf }): readonly string[] =>
  check(documentOf({ sender }, shape), known).alerts.flatMap(({ findings }) =>
    findings.filter(({ code }) => code.endsWith('.swapped')).map(({ message }) => message),
  );

describe('latitude and longitude exchanged', () => {
  const exchanged = { polygon: '69.1,34.5 69.1,34.6 69.2,34.6 69.1,34.5' };

  test('both places are named, and by what the country is known', () => {
    const [message] = swappedIn(exchanged, 'ops@met.gov.af');
    expect(message).toContain('latitude 69.1, longitude 34.5, in no country');
    expect(message).toContain('AF (by the ending of its name)');
    expect(message).toContain('latitude 34.5, longitude 69.1');
    expect(swappedIn({ circle: '69.1,34.5 2' }, 'ops', { countryOf, countryHint: 'AF' })[0]).toContain('known');
  });

  test('more than half of what then lies on land has to lie in the country', () => {
    const split =
      (isTheirs: (point: Point) => boolean) =>
      (point: Point): string | null =>
        countryOf(point) === 'AF' && !isTheirs(point) ? 'PK' : countryOf(point);
    const half = split(({ lat }) => lat < 34.55);
    const most = split(({ lat, lon }) => lat < 34.55 || lon > 69.15);
    expect(swappedIn(exchanged, 'ops@met.gov.af', { countryOf: half })).toEqual([]);
    expect(swappedIn(exchanged, 'ops@met.gov.af', { countryOf: most })).toHaveLength(1);
  });

  test('few questions are asked for many shapes', () => {
    let questions = 0;
    const counting = (point: Point): string | null => {
      questions++;
      return countryOf(point);
    };
    const many = swappedIn({ circle: Array<string>(5000).fill('69.1,34.5 2') }, 'ops@met.gov.af', {
      countryOf: counting,
    });
    expect(many.length).toBeGreaterThan(40);
    expect(questions).toBeLessThan(2100);
    const findings = check(
      documentOf({ sender: 'ops@met.gov.af' }, { circle: Array<string>(5000).fill('69.1,34.5 2') }),
      {
        countryOf,
      },
    ).alerts[0]?.findings;
    const [stopped, ...more] = findings?.filter(({ code }) => code === 'cap.shapes.unseen') ?? [];
    expect(more).toEqual([]);
    expect(stopped).toMatchObject({ severity: 'info', where: { path: expect.stringMatching(/circle\[\d+\]$/) } });
  });

  describe('where latitudes are like longitudes', () => {
    /** Turkey with land to its south, as far as its coast at longitude 26. */
    const withSouth = ({ lat, lon }: Point): string | null =>
      lat > 15 && lat <= 36 && lon > 26 && lon < 55 ? 'IQ' : countryOf({ lat, lon });
    const squareAt = (lat: number, lon: number, half: number): Parts => ({
      polygon: `${lat - half},${lon - half} ${lat + half},${lon - half} ${lat + half},${lon + half} ${lat - half},${lon + half} ${lat - half},${lon - half}`,
    });
    const found = (shape: Parts): number => swappedIn(shape, 'ops@met.gov.tr', { countryOf: withSouth }).length;

    test('land of another country says it, however little is between the two places', () => {
      expect(found(squareAt(32.9, 39.9, 0.1))).toBe(1);
      expect(found({ circle: '32.9,39.9 5' })).toBe(1);
    });

    test('on a coast, where half of it lies at sea', () => {
      expect(found(squareAt(26.1, 38, 0.3))).toBe(1);
      expect(found(squareAt(25.9, 38, 0.05))).toBe(0);
    });

    test('not so near the border that it may be a warning for a neighbour’s land, nor at sea', () => {
      expect(found(squareAt(35.5, 38, 0.1))).toBe(0);
      expect(found(squareAt(35.5, 29, 0.1))).toBe(0);
      expect(found({ circle: '37,24 5' })).toBe(0);
    });
  });

  test('it is said of a place in another country, and not by the language of the text', () => {
    const inPoland = (point: Point): string | null => (point.lat > 60 ? 'PL' : countryOf(point));
    expect(swappedIn(exchanged, 'ops@met.gov.af', { countryOf: inPoland })[0]).toContain('in PL');
    const found = check(documentOf({ sender: 'ops@met.sc' }, exchanged, 'ps-AF'), { countryOf }).alerts[0]?.findings;
    expect(found?.filter(({ code }) => code.endsWith('.swapped'))).toEqual([]);
  });

  test('the shape is used as written', () => {
    const [area] = readCap(documentOf({}, exchanged)).alerts[0]?.infos[0]?.areas ?? [];
    expect(area?.polygons[0]?.shape).toMatchObject({ ring: [{ lat: 69.1, lon: 34.5 }, {}, {}, {}] });
  });

  test.each([
    ['nothing says where countries are', exchanged, 'ops@met.gov.af', {}],
    ['nothing says whose the sender is', exchanged, 'ops', { countryOf }],
    ['it lies in the sea near the country', { circle: '25.5,63 5' }, 'ops@met.gov.af', { countryOf: withCoast }],
    ['the sender is of another country', exchanged, 'ops@met.fr', { countryOf }],
    [
      'it lies in the sea off the coast of another',
      { circle: '69.1,34.5 5' },
      'ops@met.gov.af',
      { countryOf: withFar },
    ],
    [
      'it lies there as written',
      { polygon: '34.5,69.1 34.6,69.1 34.6,69.2 34.5,69.1' },
      'ops@met.gov.af',
      { countryOf },
    ],
    [
      'one corner lies there as written',
      { polygon: '69.1,34.5 69.1,34.6 34.5,69.1 69.1,34.5' },
      'ops@met.gov.af',
      { countryOf },
    ],
    ['the two places are near each other', { circle: '42.5,38 5' }, 'ops@met.gov.tr', { countryOf }],
    ['exchanged it is no place', { circle: '34.5,169.1 5' }, 'ops@met.gov.af', { countryOf }],
  ])('is not said where %s', (_, shape: Parts, sender, known: Known) => {
    expect(swappedIn(shape, sender, known)).toEqual([]);
  });

  test('where a number can be no latitude, the fault itself says so', () => {
    const messages = check(documentOf({}, { polygon: '170.3,-45.8 170.4,-45.8 170.4,-45.9 170.3,-45.8' })).alerts[0]
      ?.findings;
    expect(messages?.map(({ message }) => message).join()).toContain('(latitude -45.8, longitude 170.3)');
  });
});
