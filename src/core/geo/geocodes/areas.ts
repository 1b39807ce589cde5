/** What the geocodes of a whole alert add up to, area by area, as it is kept beside the alert. */
import type { DrawnShape, Shape } from '../shape.ts';
import type { Around } from './doubt.ts';
import {
  budgetOfAlert,
  type Geocode,
  type GeocodedArea,
  type Geocodes,
  geocodedArea,
  type Resolved,
  type Unresolved,
} from './geocodes.ts';

/** An area of which nothing is drawn that can be read and encloses anything. `info` and `area` count from 0. */
export interface ResolvedArea<Code = Resolved> {
  readonly info: number;
  readonly area: number;
  /** Their union is the area, as far as it is known; each shape once. */
  readonly resolved: readonly Code[];
  /** The area is more than that, nobody here knows how much. */
  readonly unresolved: readonly Unresolved[];
}

type Areas = readonly (Parameters<typeof geocodedArea>[0] & { readonly geocodes: readonly Geocode[] } & Pick<
    Around,
    'extra'
  >)[];

/** Of what is read of an alert, as much as bears on its areas. */
interface Named extends Pick<Around, 'codes' | 'unread'> {
  readonly infos: readonly { readonly areas: Areas }[];
}

/** One entry for each area that has geocodes and nothing drawn that encloses anything; an area in words only has none. */
export function resolvedAreas(
  { infos, codes = [], unread = [] }: Named,
  geocodes: Geocodes,
  budget = budgetOfAlert(),
): ResolvedArea[] {
  return infos.flatMap(({ areas }, info) =>
    areas.flatMap((area, number): ResolvedArea[] => {
      const around = { codes, unread, extra: area.extra ?? [], path: `info[${info + 1}]/area[${number + 1}]` };
      const found = area.geocodes.length === 0 ? null : geocodedArea(area, geocodes, around, budget);
      return found === null ? [] : [{ info, area: number, ...bounded(found) }];
    }),
  );
}

/** The rest of a long list is counted: every one of them stands in the alert itself. */
const mostUnresolved = 100;

function bounded({ resolved, unresolved }: GeocodedArea): Pick<ResolvedArea, 'resolved' | 'unresolved'> {
  const named = unresolved.slice(0, mostUnresolved);
  const [first] = unresolved;
  const more = unresolved.length - named.length;
  const rest: Unresolved[] =
    first && more > 0
      ? [{ kind: 'unresolved', scheme: first.scheme, code: '', why: `${more} more codes of this area have no shape.` }]
      : [];
  return {
    resolved: [...new Map(resolved.map((each) => [each.shape, each])).values()],
    unresolved: [...named, ...rest],
  };
}

/** What can be drawn of a shape: its polygons one by one, or itself. */
export function piecesOf(shape: Shape): readonly DrawnShape[] {
  if (shape.kind === 'multipolygon') return shape.polygons;
  return shape.kind === 'polygon' || shape.kind === 'circle' ? [shape] : [];
}
