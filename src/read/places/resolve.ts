/**
 * Which of its namesakes a name means, over a whole document: by what follows it (“Paris, Texas”), by the countries and divisions
 * the text speaks of, by what else lies near, and by how many live there. A country's or region's point is a convention.
 */
import { type NameFound, placesShortened } from '../../core/geo/gazetteer.ts';
import type { Place, PlaceKind } from '../../core/geo/place.ts';
import type { Point } from '../../core/geo/shape.ts';
import type { Span } from '../../core/text/span.ts';

export interface PlacedName extends Span {
  readonly place: Place;
}

/** Set by hand on news; each may be halved or doubled without much change. */
const weight = {
  capital: 0.5,
  qualifier: 8,
  country: 1.25,
  division: 1.25,
  near: 1.4,
  nearKm: 250,
  suffix: 5,
  listed: 3,
  sameName: 2.5,
};
const byKind: Readonly<Record<PlaceKind, number>> = {
  country: 3,
  admin1: 1.6,
  region: 0.6,
  airport: 0.4,
  port: 0.2,
  building: 0.2,
  town: 0,
};

interface Item {
  readonly mention: NameFound;
  readonly key: string;
  /** What the text puts the place in. */
  readonly whole: readonly Place[];
  /** 1 “Paris, Texas”, less where it only stands beside. */
  readonly sure: number;
  /** What stands before and after it in a list. */
  readonly listed: readonly Place[];
  /** The text calls it a province or the like. */
  readonly division: boolean;
}

export function resolve(text: string, mentions: readonly NameFound[]): PlacedName[] {
  const items = mentions.map((mention, number) => itemOf(text, mention, mentions[number - 1], mentions[number + 1]));
  const votes = votesOf(items);
  const first = items.map((item) => best(item, votes, () => 0));
  const senses = new Map<string, Place>();
  items.forEach(({ key }, number) => {
    const place = first[number];
    if (place) senses.set(key, place);
  });
  const near = nearness(senses);
  const told = new Map<string, Place>();
  const second = items.map((item) => {
    if (isElsewhere(item)) return null;
    const place =
      item.mention.places.length > 1
        ? best(item, votes, (one) => near(item.key, one))
        : (item.mention.places[0] ?? null);
    if (place && item.sure === 1 && isIn(place, item.whole)) told.set(item.key, place);
    return place;
  });
  // One sense in a document, that of the mention which says where it lies.
  return items.flatMap(({ mention: { start, end }, key, sure, division }, number) => {
    const own = second[number] ?? null;
    const place = (sure === 1 || division ? null : told.get(key)) ?? own;
    return place ? [{ start, end, place }] : [];
  });
}

const enumerated =
  /\b(?:provinces?|states?|regions?|governorates?|districts?) of (?:the )?(?:[\p{Lu}][\p{L}’' -]{2,30}(?:, (?:and )?| and )){0,12}$/u;
const furthestBack = 200;

function itemOf(text: string, mention: NameFound, last: NameFound | undefined, next: NameFound | undefined): Item {
  const { start, end } = mention;
  const between = next ? text.slice(end, Math.min(next.start, end + 8)) : '';
  const short =
    text[end] === ','
      ? /^, ((?:\p{Lu}\p{L}{0,4}\.){1,2}|\p{Lu}{2})(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 14))?.[1]
      : undefined;
  const shortened = short === undefined ? [] : placesShortened(short);
  const stands =
    next !== undefined && /^(?:, | \(|,? in |['’]s )$/.test(between) && next.start - end === between.length;
  const after = text.slice(end, end + 60);
  const named =
    / ?^(?:,? (?:and )?[\p{Lu}][\p{L}-]+){0,3} (?:[Pp]rovinces?|[Ss]tates?|[Rr]egions?|[Gg]overnorates?|[Oo]blast)\b/u.test(
      after,
    );
  return {
    mention,
    key: text.slice(start, end).toLowerCase(),
    whole: shortened.length > 0 ? shortened : stands ? next.places : [],
    sure: shortened.length > 0 || (stands && isQualifier(text, between, next)) ? 1 : stands ? 0.45 : 0,
    listed: [
      last && isList(text, last.end, start) ? last : null,
      next && isList(text, end, next.start) ? next : null,
    ].flatMap((one) => (one?.places.length === 1 ? one.places : [])),
    division: named || enumerated.test(text.slice(Math.max(0, start - furthestBack), start)),
  };
}

const isList = (text: string, from: number, to: number): boolean =>
  to - from < 8 && /^(?:, |, and | and |, or | or )$/.test(text.slice(from, to));

/** A country or division behind a comma, and not one more of a list. */
const isQualifier = (text: string, between: string, { end, places }: NameFound): boolean =>
  /[,(]/.test(between) &&
  places.some(({ kind }) => kind === 'country' || kind === 'admin1') &&
  !/^,? (?:and|or|&) (?:the )?\p{Lu}|^, \p{Lu}/u.test(text.slice(end, end + 12));

const prior = (place: Place): number => 0.9 * Math.log10(place.population + 50) + byKind[place.kind];

const isIn = (place: Place, wholes: readonly Place[]): boolean =>
  wholes.some((whole) => {
    if (whole === place) return false;
    if (whole.kind === 'admin1') return place.admin1 === whole.id;
    if (whole.kind === 'country') return place.country === whole.id;
    return whole.kind === 'town' && kilometres(place.point, whole.point) < 40;
  });

/** “Paris, Texas”, when the only Paris known is another: not placed at all. */
const isElsewhere = ({ mention, whole, sure }: Item): boolean =>
  sure === 1 &&
  mention.places.every(({ kind }) => kind === 'town') &&
  !mention.places.some((place) => whole.some(({ country }) => country === place.country));

interface Votes {
  readonly countries: ReadonlyMap<string, number>;
  readonly divisions: ReadonlyMap<string, number>;
}

/** Each name votes once in full for where it may lie, and a little again each time. */
function votesOf(items: readonly Item[]): Votes {
  const countries = new Map<string, number>();
  const divisions = new Map<string, number>();
  const seen = new Set<string>();
  const vote = (map: Map<string, number>, to: string | null, by: number): void => {
    if (to) map.set(to, (map.get(to) ?? 0) + by);
  };
  for (const { key, mention } of items) {
    const by = seen.has(key) ? 0.35 : 1;
    seen.add(key);
    const scores = mention.places.map(prior);
    const most = Math.max(...scores);
    const parts = scores.map((score) => Math.exp((score - most) * 0.7));
    const all = parts.reduce((a, b) => a + b, 0);
    const sure = new Set(mention.places.map(({ country }) => country)).size === 1;
    mention.places.forEach((place, number) => {
      const share = (by * (parts[number] ?? 0)) / all;
      vote(countries, place.country, share * (place.kind === 'country' ? 2 : 1));
      if (sure || place.kind === 'admin1') vote(divisions, place.admin1, share * (place.kind === 'admin1' ? 2 : 1));
    });
  }
  return { countries: shares(countries), divisions: shares(divisions) };
}

function shares(votes: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = [...votes.values()].reduce((a, b) => a + b, 0) || 1;
  return new Map([...votes].map(([to, count]) => [to, Math.log1p((12 * count) / all)]));
}

function best(item: Item, { countries, divisions }: Votes, near: (place: Place) => number): Place | null {
  const { places } = item.mention;
  if (places.length < 2) return places[0] ?? null;
  let found: Place | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const place of places) {
    const score =
      prior(place) +
      (isIn(place, item.whole) ? weight.qualifier * item.sure : 0) +
      (item.division && place.kind === 'admin1' ? weight.suffix : 0) +
      (item.listed.some(({ kind, country }) => kind === place.kind && (kind === 'country' || country === place.country))
        ? weight.listed
        : 0) -
      // “Kandahar” is the town unless the text says province.
      (place.kind === 'admin1' && places.some((other) => other.kind === 'town' && other.country === place.country)
        ? weight.sameName
        : 0) +
      weight.country * (countries.get(place.country) ?? 0) +
      (place.kind === 'admin1' ? 0 : weight.division * (divisions.get(place.admin1 ?? '') ?? 0)) +
      near(place);
    if (score > most) {
      most = score;
      found = place;
    }
  }
  return found;
}

/** How much of what else is named lies near a place. */
function nearness(senses: ReadonlyMap<string, Place>): (key: string, place: Place) => number {
  const points = [...senses].filter(([, { kind, fuzzy }]) => kind !== 'country' && !fuzzy);
  const known = new Map<string, number>();
  return (key, place) => {
    if (place.kind === 'country' || points.length === 0) return 0;
    const id = `${key}/${place.id}`;
    const before = known.get(id);
    if (before !== undefined) return before;
    const others = points.filter(([other]) => other !== key);
    const close = others.filter(([, { point }]) => kilometres(point, place.point) < weight.nearKm).length;
    const score = others.length === 0 ? 0 : weight.near * Math.log1p((6 * close) / others.length);
    known.set(id, score);
    return score;
  };
}

/** On a sphere; good enough to tell near from far. */
function kilometres(a: Point, b: Point): number {
  const r = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * r) / 2) ** 2 +
    Math.cos(a.lat * r) * Math.cos(b.lat * r) * Math.sin(((b.lon - a.lon) * r) / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
}
