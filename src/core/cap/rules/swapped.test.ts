/** Whose country an alert is for, and when a shape counts as exchanged. */
import { describe, expect, test } from 'vitest';
import type { Point } from '../../geo/shape.ts';
import { check } from '../check.ts';
import type { CapAlert } from '../model.ts';
import { readCap } from '../read.ts';
import { alertWith, anInfo, type Parts } from './examples/example.ts';
import { homeOf } from './home.ts';
import type { Known } from './rule.ts';

const encoder = new TextEncoder();
const documentOf = (parts: Parts, shape: Parts, language = 'en-US'): Uint8Array =>
  encoder.encode(alertWith({ ...parts, info: anInfo({ language, area: { areaDesc: 'Here', ...shape } }) }));

describe('the country of a sender', () => {
  const countryOf = (parts: Parts, language = 'en-US', hint?: string): string | null => {
    const [alert] = readCap(documentOf(parts, {}, language)).alerts as [CapAlert];
    const [info] = alert.infos;
    return info ? (homeOf(alert, info, hint)?.country ?? null) : null;
  };

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

  test('a hint, then the register, then the ending of the name, then the region of the language', () => {
    const sender = 'ops@met.fr';
    const identifier = 'urn:oid:2.49.0.1.840.0.2024.1';
    expect(countryOf({ sender, identifier }, 'pt-BR', 'PF')).toBe('PF');
    expect(countryOf({ sender, identifier }, 'pt-BR')).toBe('US');
    expect(countryOf({ sender }, 'pt-BR')).toBe('FR');
    expect(countryOf({ sender: 'ops' }, 'pt-BR')).toBe('BR');
    expect(countryOf({ sender: 'ops' }, 'zh-Hant-TW')).toBe('TW');
    expect(countryOf({ sender: 'ops' })).toBeNull();
    expect(countryOf({ sender: 'ops' }, 'fr')).toBeNull();
  });
});

/** Boxes around two countries. */
const countryOf = ({ lat, lon }: Point): string | null => {
  if (lat > 29 && lat < 39 && lon > 60 && lon < 75) return 'AF';
  return lat > 36 && lat < 42 && lon > 26 && lon < 45 ? 'TR' : null;
};

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

  test('the shape is used as written', () => {
    const [area] = readCap(documentOf({}, exchanged)).alerts[0]?.infos[0]?.areas ?? [];
    expect(area?.polygons[0]?.shape).toMatchObject({ ring: [{ lat: 69.1, lon: 34.5 }, {}, {}, {}] });
  });

  test.each([
    ['nothing says where countries are', exchanged, 'ops@met.gov.af', {}],
    ['nothing says whose the sender is', exchanged, 'ops', { countryOf }],
    ['the sender is of another country', exchanged, 'ops@met.fr', { countryOf }],
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
