/** What codes stand for: each scheme's forms, what is never widened, and what is said of a code that has no shape. */
import { describe, expect, test } from 'vitest';
import { divisions } from '../../../../test/divisions.ts';
import { area, geocodes, named, shape, zones } from '../../../../test/geocoded.ts';
import { covers } from '../covers.ts';
import type { Shape } from '../shape.ts';
import { type GeocodeTable, openGeocodes, type Resolution } from './geocodes.ts';

const resolve = (valueName: string, value: string, own = geocodes): readonly Resolution[] =>
  own.resolve({ valueName, value });
const names = (valueName: string, value: string, own = geocodes): string[] => resolve(valueName, value, own).map(named);
const why = (valueName: string, value: string, own = geocodes): string | null => {
  const [first] = resolve(valueName, value, own);
  return first?.kind === 'unresolved' ? first.why : null;
};

describe('codes that come with Tocsin', () => {
  test.each([
    ['ISO 3166-1', 'AF', 'AF Afghanistan'],
    ['iso3166-1-alpha-3', 'afg', 'AFG Afghanistan'],
    ['ISO 3166-1', '004', '004 Afghanistan'],
    ['ISO 3166', 'AF-KAB', 'AF-KAB Kabul'],
    ['ISO 3166-2', 'AU-NSW', 'AU-NSW New South Wales'],
    ['ISO 3166-2', 'AU_SA', 'AU_SA South Australia'],
    ['urn:oasis:names:tc:emergency:cap:1.2:profile:CAP-AU:1.0:ISO 3166-2', 'AU-NSW', 'AU-NSW New South Wales'],
    ['http://www.iso.org/iso/country_codes.html', 'AU-NSW', 'AU-NSW New South Wales'],
    ['ISO3166-2', 'GB-SCT', 'GB-SCT Scotland'],
    ['ISO3166-2', 'IT-25', 'IT-25 Lombardia'],
    ['ISO3166-2', 'FR-974', 'FR-974 Réunion'],
    ['SAME', '022001', '022001 Acadia'],
    ['SAME', '006000', '006000 California'],
    ['SAME', '000000', '000000 United States'],
    ['FIPS6', '032013', '032013 Humboldt'],
    ['FIPS', '32013', '32013 Humboldt'],
    ['FIPS', '06', '06 California'],
    ['UGC', 'TXC123', 'TXC123 DeWitt'],
    ['UGC', 'TXZALL', 'TXZALL Texas'],
    ['profile:CAP-CP:Location:0.3', '59', '59 British Columbia'],
  ])('%s %s', (valueName, value, name) => {
    expect(names(valueName, value)).toEqual([name]);
  });

  test('say where their shapes are from', () => {
    const [us] = resolve('SAME', '022001');
    const [world] = resolve('ISO 3166-1', 'AF');
    expect(us).toMatchObject({
      scheme: 'SAME',
      source: 'U.S. Census Bureau',
      edition: expect.stringContaining('2017'),
    });
    expect(world).toMatchObject({
      scheme: 'ISO 3166-1',
      source: 'Natural Earth',
      edition: expect.stringContaining('1:10m'),
    });
  });

  test('several in one value are each their own', () => {
    expect(names('FIPS6', '009007 009009 044009')).toEqual([
      '009007 Middlesex',
      '009009 New Haven',
      '044009 Washington',
    ]);
    expect(names('SAME', '022001, 099999')).toEqual(['022001 Acadia', '099999 —']);
  });
});

describe('never more than a code says', () => {
  test.each([
    [
      'SAME',
      '122001',
      '122001 names only a part of county 22001, and no shape says which; the whole county would be too much.',
    ],
    ['SAME', '22001', '22001 is no SAME code: that has six digits.'],
    ['SAME', '077033', '77033 names waters, not land, and no shapes of them come with Tocsin; import them.'],
    [
      'SAME',
      '046113',
      '46113 is not among the counties of 2017 that come with Tocsin. It has been Oglala Lakota (46102) since 2015.',
    ],
    [
      'SAME',
      '009110',
      '09110 is not among the counties of 2017 that come with Tocsin. Connecticut has planning regions instead of counties since 2022.',
    ],
    [
      'FIPS',
      'EI26',
      'EI26 is of FIPS 10-4, the list of countries' +
        "' regions that was given up in 2008; no shapes of it come with Tocsin.",
    ],
    ['UGC', 'TXZ123', 'TXZ123 names a forecast zone, and no shapes of zones come with Tocsin; import them for UGC.'],
    ['UGC', 'TXC000', 'TXC000 names a part of a state or all of it, and does not say which.'],
    ['UGC', 'BCC110', 'BCC110 names no state of the United States.'],
    ['UGC', 'Texas', 'TEXAS is no UGC code: that is two letters, C or Z, and three digits.'],
    [
      'ISO 3166-2',
      'AU',
      'AU names a whole country, where ISO 3166-2 has codes of divisions, as in AU-X. A person has to see what is meant.',
    ],
    ['ISO 3166-1', 'UK', 'UK is no code of ISO 3166-1 that is in use. A person has to see what is meant.'],
    ['ISO 3166-2', 'FR-XX', 'FR-XX is no code of ISO 3166-2 that is in use. A person has to see what is meant.'],
    [
      'ISO 3166-2',
      'NO-46',
      'Vestland (NO-46) has no shape in the map that comes with Tocsin; import one for ISO 3166-2.',
    ],
    [
      'profile:CAP-CP:Location:0.3',
      '4718090',
      '4718090 names a census subdivision of Canada, and only provinces come with Tocsin; import it for CAP-CP Location.',
    ],
    ['NUTS3', 'BE211', 'BE211 is a NUTS region, and no shapes of these come with Tocsin; import them for NUTS.'],
    [
      'Spásvæði',
      'Höfuðborgarsvæðið',
      '“Spásvæði” is no list of places that Tocsin knows; import its shapes under that name.',
    ],
    ['SAME', '  ', 'The geocode “SAME” has no code in it.'],
    ['UGC', '021200-', 'The geocode “UGC” has no code in it.'],
  ])('%s %s', (valueName, value, sentence) => {
    expect(why(valueName, value)).toBe(sentence);
  });

  test('a division whose ground has changed is loud', () => {
    expect(why('ISO 3166-2', 'DZ-01')).toMatch(/^What Adrar \(DZ-01\) covers has changed since the map/);
    expect(why('ISO 3166-2', 'UG-102')).toMatch(/^What Kampala \(UG-102\) covers has changed/);
  });

  test('a shape that lies too far from its towns is none', () => {
    expect(why('ISO 3166-2', 'UA-32')).toMatch(
      /^The map that comes with Tocsin draws .* \(UA-32\) more than 10 km from where/,
    );
    expect(why('ISO 3166-2', 'KR-27')).toMatch(/^What .* \(KR-27\) covers has changed since the map/);
  });

  test('what a shape is known to lack stays unresolved beside it', () => {
    const [shaped, rest] = resolve('ISO 3166-1', 'TKL');
    expect(shaped).toMatchObject({ kind: 'resolved', code: 'TKL', entry: 'TK' });
    expect(rest).toEqual({
      ...{ kind: 'unresolved', scheme: 'ISO 3166-1', code: 'TKL' },
      why: 'The map that comes with Tocsin has Tokelau (TK) without the ground of Nukunonu, so nobody can be placed there; import a shape for ISO 3166-1.',
    });
    expect(resolve('ISO 3166-1', 'FM')[1]).toMatchObject({
      why: expect.stringMatching(/without the ground of .*, .*, .* and \d+ more,/),
    });
    expect(resolve('ISO 3166-1', 'AF')).toHaveLength(1);
  });

  test('an unknown scheme is null, a known one is named', () => {
    const scheme = (valueName: string) => resolve(valueName, 'x').map((each) => each.scheme);
    expect([scheme('Forecast Region'), scheme('emma-id'), scheme('ORP'), scheme('layer:EC-MSC-SMC:1.0:CLC')]).toEqual([
      [null],
      ['EMMA_ID'],
      ['CISORP'],
      ['CLC'],
    ]);
  });
});

describe('lines of UGC', () => {
  test('a state is named once, and a time ends the line', () => {
    expect(names('UGC', 'TXC121-123-OKC001-021200-')).toEqual(['TXC121 Denton', 'TXC123 DeWitt', 'OKC001 Adair']);
  });

  test('the same number is of each state that it follows', () => {
    expect(names('UGC', 'TXC001-003-OKC001-003-')).toEqual([
      'TXC001 Anderson',
      'TXC003 Andrews',
      'OKC001 Adair',
      'OKC003 Alfalfa',
    ]);
  });

  test('a range is what lies between, and unresolved as a whole without its ends', () => {
    expect(names('UGC', 'TXC121>125')).toEqual(['TXC121 Denton', 'TXC123 DeWitt', 'TXC125 Dickens']);
    expect(names('UGC', 'NDZ001>003-005')).toEqual(['NDZ001>003 —', 'NDZ005 —']);
    expect(why('UGC', 'TXC122>125')).toMatch(/^Of TXC122>125: 48122 is not among the counties/);
    expect(why('UGC', 'TXC125>121')).toBe('TXC125>121 is no range: its end is not after its beginning.');
  });
});

describe('values that nobody would write', () => {
  test('are looked up once, cut where they are long, and counted where they are too many', () => {
    expect(names('SAME', '022001 '.repeat(9000))).toEqual(['022001 Acadia']);
    expect(why('ISO 3166-1', 'A'.repeat(1e6))).toMatch(/^“A{60}…” is too long for a code of ISO 3166-1\.$/);
    const many = resolve('SAME', Array.from({ length: 9000 }, (_, i) => 100_000 + i).join(' '));
    expect(many.length).toBe(4001);
    expect(many.at(-1)).toMatchObject({ kind: 'unresolved', why: expect.stringMatching(/^5000 more codes/) });
  });
});

describe('what an operator imported', () => {
  const shape: Shape = { kind: 'circle', center: { lat: 50, lon: 14 }, radiusMeters: 1000 };
  const table = (scheme: string, code: string): GeocodeTable => ({
    scheme,
    source: 'own.geojson',
    edition: '2026',
    find: (wanted) => (wanted === code ? { name: 'Own', shape } : null),
  });

  test('comes first, under any spelling of its scheme', () => {
    const own = openGeocodes(divisions, [
      table('NUTS', 'BE211'),
      table('FIPS6', '022001'),
      table('Spásvæði', 'REYKJAVÍK'),
    ]);
    expect(resolve('NUTS3', 'be211', own)).toEqual([
      { kind: 'resolved', scheme: 'NUTS', code: 'BE211', name: 'Own', shape, source: 'own.geojson', edition: '2026' },
    ]);
    expect(names('SAME', '022001 022003', own)).toEqual(['022001 Own', '022003 Allen']);
    expect(names('spásvæði', 'Reykjavík', own)).toEqual(['REYKJAVÍK Own']);
    expect(why('NUTS2', 'BE21', own)).toBe('BE21 is not in “own.geojson” (2026), which was imported for NUTS.');
  });
});

describe('an area', () => {
  test('that is drawn has nothing added by its codes', () => {
    expect(area(shape, ['SAME:022001'])).toBeNull();
  });

  test.each<[string, Shape]>([
    ['a circle of radius 0', { kind: 'circle', center: { lat: 41.7, lon: -124.2 }, radiusMeters: 0 }],
    ['four equal points', { kind: 'polygon', ring: Array(4).fill({ lat: 0, lon: 0 }) }],
  ])('of which only a place is drawn is that of its codes: %s', (_, place) => {
    expect(area(place, ['SAME:022001', 'UGC:CAZ002'])).toEqual([['022001 Acadia'], ['CAZ002 —'], []]);
  });

  test('is the union of its codes when nothing drawn can be read', () => {
    expect(area(null, ['SAME:022001', 'SAME:022003', 'SAME:122001'])).toEqual([
      ['022001 Acadia', '022003 Allen'],
      ['122001 —'],
      [],
    ]);
    expect(area(null, [])).toEqual([[], [], []]);
  });

  test('does not fall back to the country or state that its codes lie in', () => {
    expect(area(null, ['ISO 3166-2:AU-NSW', 'AMOC-AreaCode:NSW_PW002'])).toEqual([
      [],
      ['NSW_PW002 —'],
      ['AU-NSW New South Wales'],
    ]);
    expect(area(null, ['ISO 3166-2:AU-NSW', 'ISO 3166-2:AU-QLD'])).toEqual([
      ['AU-NSW New South Wales', 'AU-QLD Queensland'],
      [],
      [],
    ]);
  });

  test('is the counties its sender names until the zones that say it more closely have shapes', () => {
    const codes = ['SAME:030049', 'UGC:MTZ014'];
    expect(area(null, codes)).toEqual([['030049 Lewis and Clark'], ['MTZ014 —'], []]);
    expect(area(null, codes, zones)).toEqual([['MTZ014 Zone'], [], ['030049 Lewis and Clark']]);
  });
});

describe('the right ground', () => {
  test.each([
    ['AF', 34.53, 69.17, 'Kabul'],
    ['AF-KAB', 34.53, 69.17, 'Kabul'],
    ['AF-PIA', 33.6, 69.22, 'Gardez'],
    ['AF-PKA', 33.15, 68.79, 'Sharana'],
    ['AF-DAY', 33.72, 66.13, 'Nili'],
    ['AF-URU', 32.63, 65.87, 'Tarinkot'],
    ['AF-PAN', 35.31, 69.52, 'Bazarak'],
    ['AF-PAR', 35.01, 69.17, 'Charikar'],
    ['IR-23', 35.69, 51.39, 'Tehran'],
    ['IR-07', 29.61, 52.54, 'Shiraz'],
    ['IR-09', 36.3, 59.6, 'Mashhad'],
    ['RU-MOW', 55.75, 37.62, 'Moscow'],
    ['RU-MOS', 55.09, 38.77, 'Kolomna'],
    ['ER-MA', 15.33, 38.93, 'Asmara'],
    ['ER-SK', 15.61, 39.45, 'Massawa'],
    ['EC-T', -1.25, -78.62, 'Ambato'],
    ['EC-N', -0.99, -77.81, 'Tena'],
    ['GY-DE', 6.8, -58.16, 'Georgetown'],
    ['GY-UT', 3.39, -59.81, 'Lethem'],
    ['SD-DE', 11.46, 26.13, 'Ed Daein'],
    ['SD-DC', 12.9, 23.48, 'Zalingei'],
    ['BA-SRP', 44.77, 17.19, 'Banja Luka'],
    ['BA-BIH', 43.34, 17.81, 'Mostar'],
    ['FR-IDF', 48.86, 2.35, 'Paris'],
    ['GB-NIR', 54.6, -5.93, 'Belfast'],
    ['CZ-10', 50.09, 14.42, 'Prague'],
    ['PL-14', 52.23, 21.01, 'Warsaw'],
    ['UA-43', 44.95, 34.1, 'Simferopol'],
    ['UA', 44.95, 34.1, 'Simferopol'],
    ['CY', 35.19, 33.36, 'the north of Nicosia'],
    ['AQ', -90, 0, 'the South Pole'],
    ['FJ', -16.8, -179.95, 'Taveuni, beyond the antimeridian'],
    ['RU', 66.5, -172, 'Chukotka, beyond the antimeridian'],
  ])('%s holds %d, %d (%s)', (code, lat, lon) => {
    const [found] = resolve('ISO 3166', code);
    expect(found?.kind === 'resolved' && covers(found.shape, { lat, lon })).toBe(true);
  });

  test.each([
    ['AF-PKA', 33.6, 69.22, 'Gardez'],
    ['AF-PIA', 33.15, 68.79, 'Sharana'],
    ['AF-URU', 33.72, 66.13, 'Nili'],
    ['RU-MOS', 55.75, 37.62, 'Moscow, which lies in it as in a hole'],
    ['FR', -20.88, 55.45, 'Réunion, which has its own code'],
    ['US', 18.4, -66.06, 'Puerto Rico, which has its own code'],
    ['RU', 44.95, 34.1, 'Simferopol'],
    ['RS', 42.66, 21.17, 'Pristina'],
    ['ZA', -29.31, 27.48, 'Lesotho, which lies in it as in a hole'],
    ['NO-18', 70.98, -8.53, 'Jan Mayen'],
  ])('%s does not hold %d, %d (%s)', (code, lat, lon) => {
    const [found] = resolve('ISO 3166', code);
    expect(found?.kind === 'resolved' && !covers(found.shape, { lat, lon })).toBe(true);
  });

  test('counties and states', () => {
    const holds = (code: string, lat: number, lon: number): boolean => {
      const [found] = resolve('SAME', code);
      return found?.kind === 'resolved' && covers(found.shape, { lat, lon });
    };
    expect([holds('006037', 34.05, -118.24), holds('006000', 34.05, -118.24), holds('000000', 34.05, -118.24)]).toEqual(
      [true, true, true],
    );
    expect([holds('006059', 34.05, -118.24), holds('032000', 34.05, -118.24)]).toEqual([false, false]);
    expect([holds('000000', 18.4, -66.06), holds('072000', 18.4, -66.06), holds('002016', 51.88, -176.65)]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
