import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { distanceMeters } from '../../distance.ts';
import type { Place } from '../../place.ts';
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
        kind: place.kind,
        country: place.country,
        within: place.within,
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
  });
});
