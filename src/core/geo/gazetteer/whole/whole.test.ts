import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { covers } from '../../covers.ts';
import { distanceMeters } from '../../distance.ts';
import { openDivisions } from '../../geocodes/divisions.ts';
import { liesIn, type Place } from '../../place.ts';
import { isPoint } from '../../point.ts';
import { placeById } from '../gazetteer.ts';
import { allNamed } from '../names.ts';
import { type Gazetteer, openGazetteer } from './open.ts';

const root = join(import.meta.dirname, '../../../../..');
const gazetteer: Gazetteer = openGazetteer(new Uint8Array(readFileSync(join(root, 'assets/geo/gazetteer.bin'))));
const ids = (places: readonly Place[]): string[] => places.map(({ id }) => id);
const found = (words: string): string[] => gazetteer.search(words).map(({ place }) => place.id);
const whole = { kind: 'circle', center: { lat: 0, lon: 0 }, radiusMeters: 21e6 } as const;

describe('the file', () => {
  test('holds the world’s towns and says whose they are', () => {
    expect(gazetteer.size).toBeGreaterThan(200_000);
    expect(gazetteer.attribution).toContain('GeoNames');
    expect(gazetteer.attribution).toContain('CC BY 4.0');
    expect(gazetteer.attribution).not.toContain('ODbL');
  });
  test('has every place of ours under its id, at its point, by each of its names', () => {
    for (const { place, names } of allNamed) {
      const same = gazetteer.byId(place.id);
      expect(same, place.id).toMatchObject({
        id: place.id,
        // A group of divisions that has no code of ISO 3166-2.
        kind: /^[a-z]/.test(place.id) && place.kind === 'admin1' ? 'region' : place.kind,
        country: place.country,
        ...(place.within !== null && { within: place.within }),
      });
      if (!place.fuzzy) expect(distanceMeters(place.point, same?.point ?? expect.fail()), place.id).toBeLessThan(15);
      for (const name of names) expect(ids(gazetteer.named(name)), name).toContain(place.id);
    }
  });
  test('gives every place a point, a name, a source and divisions that it knows', () => {
    const all = gazetteer.within(whole);
    expect(all.length).toBeGreaterThan(200_000);
    const wrong = all.filter(
      (place) =>
        !isPoint(place.point) ||
        place.name === '' ||
        !(gazetteer.sourceOf(place) ?? '') ||
        !/^(?:[A-Z]{2})?$/.test(place.country),
    );
    expect(wrong).toEqual([]);
    const divisions = new Set(all.flatMap(({ admin1 }) => admin1 ?? []));
    expect([...divisions].filter((id) => gazetteer.byId(id)?.kind !== 'admin1')).toEqual([]);
    const parts = new Set(all.flatMap(({ within }) => within ?? []));
    expect([...parts].filter((id) => gazetteer.byId(id) === null)).toEqual([]);
  });
  test('a division is one of ISO 3166-2, and its point lies in what the boundaries of that code cover', () => {
    const boundaries = openDivisions(new Uint8Array(readFileSync(join(root, 'assets/geo/divisions.bin'))));
    const all = gazetteer.within(whole, ['admin1']);
    expect(all.length).toBeGreaterThan(3500);
    const known = ({ id }: Place): boolean =>
      boundaries.find('ISO 3166-2', id) !== null ||
      boundaries.unshaped(id) !== null ||
      boundaries.ownCountryOf(id) !== null;
    expect(ids(all.filter((place) => !known(place)))).toEqual([]);
    const ours = allNamed.filter(({ place }) => place.kind === 'admin1').map(({ place }) => place);
    const outside = ours.filter(({ id, point }) => {
      const area = boundaries.find('ISO 3166-2', id);
      return area !== null && !covers(area.shape(), point);
    });
    expect(ids(outside)).toEqual([]);
  });
  test.each([
    ['jp-sendai', 'JP-04'],
    ['ir-mashhad', 'IR-09'],
    ['cn-changsha', 'CN-HN'],
    ['cn-zhengzhou', 'CN-HA'],
    ['sd-el-fasher', 'SD-DN'],
    ['sd-khartoum', 'SD-KH'],
    ['fr-lyon', 'FR-ARA'],
    ['it-milan', 'IT-25'],
    ['gn-707565', 'UA-32'],
    ['gn-1512236', 'RU-KK'],
    ['gn-3832899', 'AR-R'],
    ['af-herat', 'AF-HER'],
  ])('%s lies in %s', (town, division) => {
    const [inner, outer] = [gazetteer.byId(town), gazetteer.byId(division)];
    expect(outer).toMatchObject({ kind: 'admin1', admin1: division });
    expect(inner !== null && outer !== null && liesIn(inner, outer), inner?.admin1 ?? '').toBe(true);
  });
  test('a smaller division and its towns lie in the larger one too', () => {
    const [annecy] = gazetteer.named('Annecy');
    expect(annecy).toMatchObject({ admin1: 'FR-ARA', within: 'FR-74' });
    expect(gazetteer.byId('FR-74')).toMatchObject({ kind: 'admin1', admin1: 'FR-ARA', within: 'FR-ARA' });
  });
  test('a group of divisions is a region, and no division of a town', () => {
    expect(gazetteer.byId('jp-honshu')).toMatchObject({ kind: 'region', admin1: null, fuzzy: false });
    expect(gazetteer.byId('JP-HO')).toBeNull();
  });
  test('knows a joined town by its number in GeoNames too', () => {
    expect(gazetteer.byId('gn-1138958')?.id).toBe('af-kabul');
    expect(gazetteer.byId('gn-1')).toBeNull();
    expect(gazetteer.byId('gn-99999999999999')).toBeNull();
  });
  test('of another form is refused', () => {
    expect(() => openGazetteer(new Uint8Array(10))).toThrow('not a gazetteer');
    expect(() => openGazetteer(new TextEncoder().encode('something else entirely'))).toThrow('not a gazetteer');
  });
});

describe('names', () => {
  test.each(['Kabul airport', 'HKIA', 'OAKB', 'KBL', 'Hamid Karzai International', 'میدان هوایی کابل'])(
    'Kabul airport is %s',
    (name) => expect(ids(gazetteer.named(name))).toEqual(['KBL']),
  );
  test.each([
    ['KABUL', 'af-kabul'],
    ['کابل', 'af-kabul'],
    ['كابل', 'af-kabul'],
    ['کـابـل', 'af-kabul'],
    ['Кабул', 'af-kabul'],
    ['喀布尔', 'af-kabul'],
    ['کَندَهار', 'af-kandahar'],
    ['Київ', 'ua-kyiv'],
    ['sao paulo', 'br-sao-paulo'],
    ['أفغانستان', 'AF'],
    ['افغانستان', 'AF'],
    ['Україна', 'UA'],
    ['ولایت کابل', 'AF-KAB'],
    ['Northeastern Afghanistan', 'af-northeast'],
    ['شمال‌شرق افغانستان', 'af-northeast'],
    ['شمال شرق افغانستان', 'af-northeast'],
    ['the border area', 'afpak-border'],
    ['خراسان', 'khorasan'],
    ['هلمند', 'AF-HEL'],
    ['ننگرهار', 'AF-NAN'],
    ['بدخشان', 'AF-BDS'],
    ['کندهار', 'AF-KAN'],
    ['کنړ', 'AF-KNR'],
    ['خراسان رضوی', 'IR-09'],
    ['نينوى', 'IQ-NI'],
    ['الخرطوم', 'sd-khartoum'],
    ['الخرطوم', 'SD-KH'],
    ['شمال دارفور', 'SD-DN'],
    ['الفاشر', 'sd-el-fasher'],
    ['مأرب', 'gn-72968'],
    ['مطار الخرطوم', 'KRT'],
    ['Київська область', 'UA-32'],
    ['Маріуполь', 'ua-mariupol'],
    ['አዲስ አበባ', 'et-addis-ababa'],
    ['臺北', 'tw-taipei'],
    ['Île-de-France', 'FR-IDF'],
    ['Hunan', 'CN-HN'],
    ['Henan', 'CN-HA'],
  ])('%s is found', (name, id) => expect(ids(gazetteer.named(name))).toContain(id));
  test('namesakes are all given, those with most people first', () => {
    expect(ids(gazetteer.named('Kabul')).slice(0, 2).toSorted()).toEqual(['AF-KAB', 'af-kabul']);
    const springfields = gazetteer
      .named('Springfield')
      .filter(({ country, kind }) => country === 'US' && kind === 'town');
    expect(springfields.length).toBeGreaterThan(10);
    expect(new Set(ids(springfields)).size).toBe(springfields.length);
    const people = springfields.map(({ population }) => population);
    expect(people).toEqual(people.toSorted((a, b) => b - a));
  });
  test('vague and historical regions are fuzzy, cited and no places to be in', () => {
    for (const id of ['khorasan', 'af-northeast', 'afpak-border']) {
      const region = gazetteer.byId(id) ?? expect.fail();
      expect(region).toMatchObject({ kind: 'region', fuzzy: true });
      expect(gazetteer.sourceOf(region)).toMatch(/Encyclop|UNAMA/);
      expect(ids(gazetteer.within({ kind: 'circle', center: region.point, radiusMeters: 100 }))).not.toContain(id);
    }
  });
  test.each([
    ['AF', 'ps', 'افغانستان'],
    ['AF', 'ar', 'أفغانستان'],
    ['AF', 'es', 'Afganistán'],
    ['UA', 'uk', 'Україна'],
    ['af-kabul', 'fa', 'کابل'],
    ['af-kabul', 'fa-AF', 'کابل'],
    ['af-kabul', 'ar', 'كابل'],
    ['af-kabul', 'ru', 'Кабул'],
    ['ua-kyiv', 'uk', 'Київ'],
    ['ua-kyiv', 'ru', 'Киев'],
    ['AF-KAB', 'ur', 'صوبہ کابل'],
    ['KBL', 'prs', 'میدان هوایی کابل'],
    ['KBL', 'de', 'Kabul airport'],
    ['kbl-abbey-gate', 'fa', 'Abbey Gate'],
  ])('%s in %s is %s', (id, language, name) =>
    expect(gazetteer.nameIn(gazetteer.byId(id) ?? expect.fail(), language)).toMatch(
      name.length > 5 ? name : new RegExp(`^${name}$`),
    ),
  );
  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', '', '-', 'x-klingon'])(
    'a language that is none, such as “%s”, leaves a place its own name',
    (language) => {
      const kabul = gazetteer.byId('af-kabul') ?? expect.fail();
      expect(gazetteer.nameIn(kabul, language)).toBe('Kabul');
      expect(gazetteer.search('kabul', { language, limit: 1 })[0]?.name).toBe('Kabul');
    },
  );
  test('no more bearers than asked for: those with most people, the same each time', () => {
    const all = gazetteer.named('San Antonio');
    expect(all.length).toBeGreaterThan(50);
    expect(new Set(ids(all)).size).toBe(all.length);
    for (const limit of [0, 1, 2, 10, 1000]) {
      expect(gazetteer.named('San Antonio', limit)).toEqual(all.slice(0, limit));
      expect(gazetteer.named('San Antonio', limit)).toEqual(all.slice(0, limit));
    }
    expect(gazetteer.named('San Antonio')).toEqual(all);
  });
  test('a place from elsewhere keeps its name and has no source', () => {
    const place: Place = { ...(placeById('AF') ?? expect.fail()), id: 'nowhere', name: 'Nowhere' };
    expect(gazetteer.nameIn(place, 'fa')).toBe('Nowhere');
    expect(gazetteer.sourceOf(place)).toBeNull();
  });
});

describe('the seed’s gold', () => {
  const gold = join(root, '../shared/data/seed/gold.json');
  interface Item {
    readonly kind: string;
    readonly span: { readonly text?: string };
    readonly type?: string;
    readonly unnamed?: boolean;
    readonly country?: string;
    readonly lat?: number;
    readonly lon?: number;
    readonly tolKm?: number;
  }
  // Skips where the texts are not beside the repository.
  test.skipIf(!existsSync(gold))('every named place is found by the words of the text, within its tolerance', () => {
    const { items } = JSON.parse(readFileSync(gold, 'utf8')) as { items: Item[] };
    const places = items.filter(({ kind, unnamed }) => kind === 'place' && unnamed !== true);
    expect(places.length).toBeGreaterThan(10);
    for (const { span, type, country, lat, lon, tolKm } of places) {
      const name = (span.text ?? '').replace(/^the /, '');
      const named = gazetteer.named(name);
      expect(named.length, name).toBeGreaterThan(0);
      if (lat === undefined || lon === undefined || tolKm === undefined) {
        expect(
          named.map(({ kind }) => kind),
          name,
        ).toContain(type === 'country' ? 'country' : 'region');
        continue;
      }
      const near = named.filter(
        (place) => place.country === country && distanceMeters(place.point, { lat, lon }) <= tolKm * 1000,
      );
      expect(near.length, name).toBeGreaterThan(0);
      expect(near[0], name).toBe(named.find((place) => place === near[0]));
    }
  });
});

describe('as somebody types', () => {
  test.each([
    ['kabu', 'af-kabul'],
    ['kabul air', 'KBL'],
    ['karzai', 'KBL'],
    ['mazar sharif', 'af-mazar-i-sharif'],
    ['jallalabad', 'af-jalalabad'],
    ['johanesburg', 'za-johannesburg'],
    ['johannesbrug', 'za-johannesburg'],
    ['کابل هوا', 'KBL'],
    ['قندها', 'af-kandahar'],
    ['киї', 'ua-kyiv'],
    ['Afghnaistan', 'AF'],
    ['oakb', 'KBL'],
  ])('%s', (words, id) => expect(found(words)).toContain(id));
  test('the whole name and more people come first', () => {
    expect(found('london')[0]).toBe('gb-london');
    expect(found('paris')[0]).toBe('fr-paris');
    expect(found('هلمند')[0]).toBe('AF-HEL');
  });
  test('what is near comes first', () => {
    const [first] = gazetteer.search('springfield', { near: { lat: 39.8, lon: -89.65 } });
    expect(first?.place).toMatchObject({ name: 'Springfield', admin1: 'US-IL' });
  });
  test('names are in the reader’s language', () => {
    const [first] = gazetteer.search('kabul', { language: 'fa', limit: 1 });
    expect(first?.name).toContain('کابل');
  });
  test('no more than asked for, and none for nothing', () => {
    expect(gazetteer.search('san', { limit: 3 })).toHaveLength(3);
    for (const nothing of ['', '   ', '–', '\u0000', 'qqqqzzzzxxxx']) expect(gazetteer.search(nothing)).toEqual([]);
    expect(gazetteer.search('kabul', { limit: 0 })).toEqual([]);
    expect(gazetteer.search('kabul', { limit: Number.NaN })).toEqual([]);
    expect(gazetteer.search('a', { limit: Number.POSITIVE_INFINITY })).toHaveLength(100);
  });
});
