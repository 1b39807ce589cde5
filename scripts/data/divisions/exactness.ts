/**
 * How far the outline of each unit lies from where it should, by the towns of GeoNames: one that belongs to it and lies outside, or
 * belongs to another and lies inside, shows an error as large as its way to the outline. Two sources that know nothing of each other
 * must agree; where they don't, nobody here knows which is right.
 */

import { distanceMeters } from '../../../src/core/geo/distance.ts';
import type { Divisions, DivisionTable } from '../../../src/core/geo/geocodes/divisions.ts';
import { Outline } from './outline.ts';
import type { Town } from './witnesses.ts';

/** In metres: a shape that is further off is none. */
const bearable = 10_000;

/** A town against the unit it belongs to and those it lies in instead. */
interface Conflict {
  readonly town: Town;
  /** What the town's source calls the unit, as `AF.13`. */
  readonly label: string;
  /** null: no unit here is known to be that. */
  readonly own: Unit | null;
  /** Units that the town lies in and does not belong to; none: it lies off everything that is drawn. */
  readonly others: readonly Unit[];
}

type Unit = readonly [code: string, outline: Outline];

/** One unit by one town. */
interface Miss {
  readonly code: string;
  readonly town: Town;
  /** From the outline that the unit has to where it should have one, at least. */
  readonly meters: number;
  /** Lies in another unit, or in this one and belongs to another; else off everything that is drawn. */
  readonly isContrary: boolean;
}

type Outlines = ReadonlyMap<string, Outline>;

export const outlinesOf = (divisions: Divisions, table: DivisionTable): Outlines =>
  new Map(
    divisions.codes(table).map((code) => {
      const found = divisions.find(table, code);
      return [code, new Outline(found?.shape() ?? { kind: 'multipolygon', polygons: [] })] as const;
    }),
  );

/** Towns against countries. Also gives the towns that can be believed. */
export function countryMisses(all: readonly Town[], outlines: Outlines): { misses: Miss[]; witnesses: Town[] } {
  const conflicts = all.flatMap((town): Conflict[] => {
    const own = outlines.get(town.country);
    if (own?.covers(town.point)) return [];
    const others = [...outlines].filter(([, outline]) => outline.covers(town.point));
    return [{ town, label: town.country, own: own ? [town.country, own] : null, others }];
  });
  const believed = credible(conflicts, all, ({ country }) => country);
  const doubted = new Set(conflicts.filter((each) => !believed.includes(each)).map(({ town }) => town));
  return { misses: believed.flatMap(missesOf), witnesses: all.filter((town) => !doubted.has(town)) };
}

/** Towns against divisions of their country, by what GeoNames calls these. */
export function divisionMisses(all: readonly Town[], outlines: Outlines): Miss[] {
  const unitsOf = Map.groupBy(outlines, ([code]) => code.slice(0, 2));
  return [...Map.groupBy(all, ({ country }) => country)].flatMap(([country, own]) => {
    const units = unitsOf.get(country) ?? [];
    const towns = own.filter(({ division }) => division !== null);
    const seen = towns.map((town) => ({
      town,
      label: town.division ?? '',
      inside: units.filter(([, outline]) => outline.covers(town.point)),
    }));
    const { codeOf, partOf } = paired(seen.map(({ label, inside }) => [label, inside.map(([code]) => code)]));
    const isPaired = new Set(codeOf.values());
    const conflicts = seen.flatMap(({ town, label, inside }): Conflict[] => {
      const code = codeOf.get(label);
      if (code !== undefined && inside.some(([each]) => each === code)) return [];
      // A unit that GeoNames has none for may be a part of the town's own.
      const others = inside.filter(([each]) => isPaired.has(each) && partOf.get(label) !== each);
      if (inside.length > 0 && others.length === 0) return [];
      const outline = code === undefined ? undefined : outlines.get(code);
      const near = nearestOf(inside.length > 0 ? [] : units.filter(([each]) => !isPaired.has(each)), town);
      return [{ town, label, own: code && outline ? [code, outline] : near, others }];
    });
    return credible(conflicts, towns, ({ division }) => division ?? '').flatMap(missesOf);
  });
}

/** Off every outline: the nearest of those that GeoNames has no code for may be the town's. */
function nearestOf(units: readonly Unit[], { point }: Town): Unit | null {
  const near = units.map((unit) => ({ unit, meters: unit[1].metersTo(point) }));
  const [first] = near.filter(({ meters }) => meters < 5000).sort((a, b) => a.meters - b.meters);
  return first?.unit ?? null;
}

/** Towns against counties, states and all of the United States. */
export function countyMisses(all: readonly Town[], outlines: Outlines): Miss[] {
  const counties = [...outlines].filter(([code]) => code.length === 5);
  const towns = all.filter(({ county }) => county !== null);
  const conflicts = towns.flatMap((town) => {
    const label = town.county ?? '';
    const missed = [label, label.slice(0, 2), '00'].flatMap((code): Unit[] => {
      const outline = outlines.get(code);
      return outline && !outline.covers(town.point) ? [[code, outline]] : [];
    });
    if (missed[0]?.[0] !== label) return [];
    const others = counties.filter(([, outline]) => outline.covers(town.point));
    return missed.map((own): Conflict => ({ town, label, own, others: own[0] === label ? others : [] }));
  });
  return credible(conflicts, towns, ({ county }) => county ?? '').flatMap(missesOf);
}

/** A town that has to go a long way to its own unit is in a piece of another that is not its own at all. */
function missesOf({ town, own, others }: Conflict): Miss[] {
  const isContrary = others.length > 0;
  const away = own?.[1].metersTo(town.point) ?? 0;
  const of = ([code, outline]: Unit): Miss => {
    const meters = outline.metersTo(town.point);
    return { code, town, isContrary, meters: away > bearable ? Math.max(away, meters) : meters };
  };
  return [...(own ? [own] : []), ...others].map(of);
}

/**
 * Which unit is meant by which label: each the other's best, by the towns they share of all that either has. `partOf`: labels that are no
 * unit and lie in one nearly whole.
 */
function paired(towns: readonly (readonly [label: string, codes: readonly string[]])[]) {
  const count = new Map<string, number>();
  const add = (key: string): void => void count.set(key, (count.get(key) ?? 0) + 1);
  for (const [label, codes] of towns)
    for (const key of [label, ...codes.flatMap((code) => [code, `${label} ${code}`])]) add(key);
  const of = (key: string): number => count.get(key) ?? 0;
  const pairs = [...count].flatMap(([both, shared]) => {
    const [label = '', code] = both.split(' ');
    if (code === undefined) return [];
    return [{ label, code, alike: shared / (of(label) + of(code) - shared), share: shared / of(label) }];
  });
  const codeOf = new Map<string, string>();
  const taken = new Set<string>();
  for (const { label, code, alike } of pairs.sort((a, b) => b.alike - a.alike)) {
    if (alike < 0.4 || codeOf.has(label) || taken.has(code)) continue;
    codeOf.set(label, code);
    taken.add(code);
  }
  const parts = pairs.filter(({ label, share }) => !codeOf.has(label) && share > 0.8);
  // A unit that holds one label whole, and many towns of another's: that its outline is wrong must not hide whose it is.
  for (const { label, code } of parts)
    if (!taken.has(code) && parts.filter((part) => part.code === code).length === 1) codeOf.set(label, code);
  return { codeOf, partOf: new Map(parts.map(({ label, code }) => [label, code])) };
}

/** A town of so many people is not in the wrong list of GeoNames by mistake, unless it is `far` from where it should be. */
const large = 15_000;
const far = 40_000;
const hardly = 2000;

/**
 * GeoNames has towns in the wrong list, far from where it should be and mostly alone. One counts that lies off everything, or hardly beyond
 * the border, or is large; any other of which it knows how many live there when a neighbour says the same, and of all who live around it there a third do.
 */
function credible(conflicts: readonly Conflict[], all: readonly Town[], labelOf: (town: Town) => string): Conflict[] {
  return conflicts.filter(({ town, label, own, others }) => {
    const [other] = others;
    if (!other) return true;
    const meters = (own ?? other)[1].metersTo(town.point);
    if (meters <= hardly || (town.population >= large && meters < far)) return true;
    if (town.population === 0) return false;
    const near = all.filter(
      ({ point, population }) =>
        population > 0 &&
        Math.abs(point.lat - town.point.lat) < 0.25 &&
        distanceMeters(point, town.point) < 25_000 &&
        other[1].covers(point),
    );
    const same = near.filter((each) => labelOf(each) === label);
    return same.length > 1 && people(same) > people(near) / 3;
  });
}

const people = (towns: readonly Town[]): number => towns.reduce((sum, { population }) => sum + population + 500, 0);

/** In metres: a town is not a point, its houses stand around it. */
const reach = 1000;

export interface Exactness {
  /** How far the outline may lie from where it should; null: so far that there is no shape. */
  readonly withinMeters: number | null;
  /** Towns, the largest first, on ground that the map has not: all further from the outline than that. */
  readonly lacks: readonly string[];
}

/** What all misses of a code add up to, in hundreds of metres; `least` is what the map itself is exact to. */
export function exactnessOf(misses: readonly Miss[], least: number): Exactness {
  const [beyond, within] = [
    misses.filter(({ meters }) => meters > bearable),
    misses.filter(({ meters }) => meters <= bearable),
  ];
  if (beyond.some(({ isContrary }) => isContrary)) return { withinMeters: null, lacks: [] };
  const most = within.reduce((sum, { meters }) => Math.max(sum, meters + (meters > least ? reach : 0)), least);
  const lost = beyond.map(({ town }) => town).sort((a, b) => b.population - a.population);
  return { withinMeters: Math.ceil(most / 100) * 100, lacks: lost.map(({ name }) => name) };
}
