/** A place of the operator's own: a gate, an office, a shelter, where people meet. It belongs to a desk and holds no word of anybody. */
import type { OwnPlace } from './geo/gazetteer/whole/open.ts';
import type { Circle, Point, Polygon, Spot } from './geo/shape.ts';

export const deskPlaceKinds = ['shelter', 'meeting-point', 'office', 'gate', 'other'] as const;
export type DeskPlaceKind = (typeof deskPlaceKinds)[number];

export interface DeskPlace {
  /** The operator's own id for it; no two places of a desk share one. */
  readonly ref: string;
  readonly name: string;
  readonly kind: DeskPlaceKind;
  /** Other names; `language` is a BCP 47 tag. */
  readonly names: readonly { readonly text: string; readonly language: string }[];
  /** Where one goes to: what distances are measured to. */
  readonly point: Point;
  /** All of it: its point alone where no more is known. */
  readonly shape: Spot | Circle | Polygon;
  /** People it holds. */
  readonly capacity: number | null;
  readonly note: string | null;
  /** Who says so. */
  readonly source: string | null;
}

/** A place of the desk that an alert in force covers, wholly or in part, or may cover: then the boundary is not exact enough to tell. */
export interface PlaceInside {
  readonly place: DeskPlace;
  readonly isSure: boolean;
}

/** What a reader may know of them: how many. Beside a warning a name says where a place is, so names are for operators. */
export interface PlacesWarned {
  readonly inside: number;
  /** Of which nobody can tell. */
  readonly maybe: number;
  /** null for whoever is no operator. */
  readonly named: readonly (Pick<DeskPlace, 'ref' | 'name' | 'kind'> & Pick<PlaceInside, 'isSure'>)[] | null;
}

/** Its id among the places of the gazetteer. No other id has a slash. */
export const ownPlaceId = (ref: string): string => `own/${ref}`;

/** As the gazetteer looks it up. It lies in no country that anybody stated. */
export const asOwnPlace = ({ ref, name, names, point }: DeskPlace): OwnPlace => ({
  place: {
    ...{ id: ownPlaceId(ref), name, kind: 'building', country: '', admin1: null, point },
    ...{ within: null, population: 0, fuzzy: false },
  },
  names,
});

export const isOwnPlace = (id: string): boolean => id.startsWith('own/');
