/**
 * The nearest places outside every area that is warned of, for somebody inside one: information with its source, and no route. Nothing
 * here is called safe: a place is outside of what was drawn, and what was not drawn is named beside it.
 *
 * What nobody has vouched for neither hides a place nor makes one look better. `places` are outside of all that is drawn, whoever drew it;
 * what only an unvouched area holds stands apart, in `claimed`, with the areas that hold it. So does, in `unclear`, what is nearer to a
 * boundary by code than that is exact to: nobody can tell whether it is outside.
 */
import { instructionOf } from '../core/cap/meaning.ts';
import { type DeskPlace, ownPlaceId } from '../core/desk-place.ts';
import { distanceMeters } from '../core/geo/distance.ts';
import type { Gazetteer } from '../core/geo/gazetteer/whole/open.ts';
import { comesBack } from '../core/geo/measure/return.ts';
import { bearingDegrees, straightWay } from '../core/geo/measure/straight.ts';
import { overlap } from '../core/geo/overlap.ts';
import type { Point, Shape } from '../core/geo/shape.ts';
import { type AlertView, mayTell, type Person } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { isWhole } from './country.ts';
import { type DrawnArea, drawnAreas, isOver, unresolvedAreas } from './match.ts';
import { holderOf, type Lies, standsIn } from './placed.ts';

/** An area of an alert in force. */
export interface WarnedArea extends DrawnArea {
  readonly alert: string;
  readonly isVouched: boolean;
}

/** What an alert in force warns of and nobody drew: any place may lie in it. */
export interface Undrawn {
  readonly alert: string;
  readonly info: number;
  readonly area: number;
  /** `country`: a country as a whole; then every place in it lies in it. */
  readonly why: 'unresolved' | 'no-area' | 'country';
  readonly isVouched: boolean;
}

export interface Warned {
  readonly areas: readonly WarnedArea[];
  readonly undrawn: readonly Undrawn[];
}

/** What all alerts in force warn of at a moment. An all-clear warns of nothing. */
export function warnedAt(views: readonly AlertView[], now: Instant): Warned {
  const live = views.filter(({ state }) => state === 'in-force');
  const areas: WarnedArea[] = [];
  const undrawn: Undrawn[] = [];
  for (const view of live) {
    const about = { alert: view.id, isVouched: mayTell(view.trust) };
    const warns = ({ info }: { readonly info: number }): boolean => {
      const one = view.alert.infos[info];
      return one !== undefined && !isOver(one, now) && instructionOf(one) !== 'all-clear';
    };
    // Infos in several languages repeat their areas.
    const drawn = drawnAreas(view, now).filter(warns);
    const once = drawn.filter(({ shape }, n) => drawn.findIndex((one) => isSame(one.shape, shape)) === n);
    areas.push(...once.map((one) => ({ ...about, ...one })));
    undrawn.push(
      ...undrawnOf(view)
        .filter(warns)
        .map((one) => ({ ...about, ...one })),
    );
  }
  return { areas, undrawn };
}

function isSame(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.kind === 'circle' && b.kind === 'circle')
    return a.radiusMeters === b.radiusMeters && isSamePoint(a.center, b.center);
  if (a.kind !== 'polygon' || b.kind !== 'polygon' || a.holes || b.holes) return false;
  return a.ring.length === b.ring.length && a.ring.every((point, i) => isSamePoint(point, b.ring[i]));
}

const isSamePoint = (a: Point, b: Point | undefined): boolean => a.lat === b?.lat && a.lon === b.lon;

function undrawnOf(view: AlertView): Omit<Undrawn, 'alert' | 'isVouched'>[] {
  const { infos } = view.alert;
  if (infos.every(({ areas }) => areas.length === 0))
    return infos.map((_, info) => ({ info, area: 0, why: 'no-area' as const }));
  const wholes = infos.flatMap((_, info) => (isWhole(view, info) ? [{ info, area: 0, why: 'country' as const }] : []));
  return [...unresolvedAreas(view).map(({ info, area }) => ({ info, area, why: 'unresolved' as const })), ...wholes];
}

export interface OutsidePlace {
  /** Of the gazetteer; an operator's own place is `own/…`. */
  readonly id: string;
  readonly kind: 'shelter' | 'town';
  readonly name: string;
  /** By geodesic to its point: a town's is about its middle. */
  readonly distanceMeters: number;
  /** The way to set out, degrees from north, eastward. */
  readonly bearingDegrees: number;
  /** Areas that the straight way touches, and of those the person is in the ones that it comes back into after it left them. */
  readonly crosses: readonly WarnedArea[];
  /** Areas whose boundary is not exact enough to tell that it is outside. */
  readonly nearEdgeOf: readonly WarnedArea[];
  /** Areas nobody has vouched for that hold it. */
  readonly claimedBy: readonly WarnedArea[];
  readonly source: string | null;
  /** The operator's, of a shelter. */
  readonly capacity: number | null;
  readonly note: string | null;
}

export type NearestOutside =
  /** Not inside of anything drawn, and not so near to it that they may be. */
  | { readonly kind: 'not-inside'; readonly undrawn: readonly Undrawn[] }
  /** Nothing is drawn, so nobody can tell what is outside. */
  | { readonly kind: 'nothing-drawn'; readonly undrawn: readonly Undrawn[] }
  | {
      readonly kind: 'outside';
      /** The areas the person is in; none where they only may be in one. */
      readonly around: readonly WarnedArea[];
      /** The areas of which nobody can tell whether the person is in them. */
      readonly maybeAround: readonly WarnedArea[];
      /** Shelters first, each kind by distance. */
      readonly places: readonly OutsidePlace[];
      /** Outside of all that somebody vouched for, inside of what nobody did; in the same order. */
      readonly claimed: readonly OutsidePlace[];
      /** Outside of all boundaries as they are known, and too near to one to tell; in the same order. */
      readonly unclear: readonly OutsidePlace[];
      readonly undrawn: readonly Undrawn[];
    };

/** Most of each kind. */
const most = 5;
/** Towns are looked for in rings: most people have one near. What lies further is no place nearby. */
export const farthestMeters = 250_000;
const radiiMeters = [10_000, 30_000, 100_000, farthestMeters];

interface Candidate {
  readonly place: Omit<OutsidePlace, 'bearingDegrees' | 'crosses' | 'claimedBy' | 'nearEdgeOf'>;
  readonly point: Point;
  readonly shape: Shape;
}

export interface Around {
  readonly at: Point;
  /** Whose record may name the country or division that a code stands for. */
  readonly person: Person;
  readonly warned: Warned;
  readonly own: readonly DeskPlace[];
  /** Without the operator's own places. */
  readonly gazetteer: Pick<Gazetteer, 'near' | 'sourceOf'>;
}

/** The nearest for somebody at a point: at most five shelters within any distance, and five towns within 250 km. */
export function nearestOutside({ at, person, warned, own, gazetteer }: Around): NearestOutside {
  const { areas, undrawn } = warned;
  if (areas.length === 0) return { kind: 'nothing-drawn', undrawn };
  const stands = Map.groupBy(areas, (area) => standsIn(area, at, person));
  const [around, maybeAround] = [stands.get('inside') ?? [], stands.get('maybe') ?? []];
  if (around.length + maybeAround.length === 0) return { kind: 'not-inside', undrawn };
  const sorting = new Sorting(areas);
  for (const shelter of sheltersFrom(at, own)) sorting.take(shelter);
  sorting.next();
  for (const towns of townsFrom(at, gazetteer)) {
    for (const town of towns) sorting.take(town);
    if (sorting.isFull) break;
  }
  const shown = ({ candidate: { place, point }, claimedBy, nearEdgeOf }: Sorted): OutsidePlace => {
    const way = straightWay(at, point);
    const crosses = areas.filter((area) =>
      around.includes(area) ? comesBack(way, area.shape) : overlap(way, area.shape),
    );
    return { ...place, bearingDegrees: bearingDegrees(at, point), crosses, claimedBy, nearEdgeOf };
  };
  const { clear, claimed, unclear } = sorting.lists;
  const lists = { places: clear.map(shown), claimed: claimed.map(shown), unclear: unclear.map(shown) };
  return { kind: 'outside', around, maybeAround, ...lists, undrawn };
}

interface Sorted {
  readonly candidate: Candidate;
  readonly claimedBy: readonly WarnedArea[];
  readonly nearEdgeOf: readonly WarnedArea[];
}
type List = 'clear' | 'claimed' | 'unclear';

/** Sorts candidates, nearest first, by what they lie in, until there are enough of a kind. */
class Sorting {
  readonly #areas: readonly { readonly area: WarnedArea; readonly lies: (point: Point, whole: Shape) => Lies }[];
  readonly lists: Readonly<Record<List, Sorted[]>> = { clear: [], claimed: [], unclear: [] };
  #seen = new Set<string>();
  #before: Readonly<Record<List, number>> = { clear: 0, claimed: 0, unclear: 0 };

  constructor(areas: readonly WarnedArea[]) {
    this.#areas = areas.map((area) => ({ area, lies: holderOf(area) }));
  }

  get isFull(): boolean {
    return this.#has('clear');
  }

  #has(list: List): boolean {
    return this.lists[list].length - this.#before[list] >= most;
  }

  /** Goes on to another kind. */
  next(): void {
    const { clear, claimed, unclear } = this.lists;
    this.#before = { clear: clear.length, claimed: claimed.length, unclear: unclear.length };
  }

  take(candidate: Candidate): void {
    if (this.isFull || this.#seen.has(candidate.place.id)) return;
    this.#seen.add(candidate.place.id);
    const [claimedBy, nearEdgeOf]: [WarnedArea[], WarnedArea[]] = [[], []];
    for (const { area, lies } of this.#areas) {
      const answer = lies(candidate.point, candidate.shape);
      if (answer === 'inside' && area.isVouched) return;
      if (answer === 'inside') claimedBy.push(area);
      if (answer === 'maybe') nearEdgeOf.push(area);
    }
    const list = nearEdgeOf.length > 0 ? 'unclear' : claimedBy.length > 0 ? 'claimed' : 'clear';
    if (!this.#has(list)) this.lists[list].push({ candidate, claimedBy, nearEdgeOf });
  }
}

const sheltersFrom = (at: Point, own: readonly DeskPlace[]): Candidate[] =>
  own
    .filter(({ kind }) => kind === 'shelter')
    .map(({ ref, name, point, shape, capacity, note, source }) => ({
      place: {
        ...{ id: ownPlaceId(ref), kind: 'shelter' as const, name, capacity, note, source },
        distanceMeters: distanceMeters(at, point),
      },
      ...{ point, shape },
    }))
    .sort((a, b) => a.place.distanceMeters - b.place.distanceMeters);

/** Nearest first, over growing distances; a town comes again with each. */
function* townsFrom(at: Point, gazetteer: Around['gazetteer']): Generator<Candidate[]> {
  for (const radiusMeters of radiiMeters)
    yield gazetteer.near(at, { radiusMeters, kinds: ['town'] }).map(({ place, distanceMeters: away }) => ({
      place: {
        ...{ id: place.id, kind: 'town' as const, name: place.name, distanceMeters: away },
        ...{ source: gazetteer.sourceOf(place), capacity: null, note: null },
      },
      ...{ point: place.point, shape: { kind: 'point' as const, point: place.point } },
    }));
}

/** One of sixteen: 0 is north, 1 north-northeast, 4 east. */
export const compassPoint = (degrees: number): number => Math.round(degrees / 22.5) % 16;
