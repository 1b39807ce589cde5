/** What of an alert can be placed: each part of an advice, an alert of CAP as a whole. */
import { endOf } from '../../core/cap/meaning.ts';
import type { CapAlert } from '../../core/cap/model.ts';
import { isDrawn } from '../../core/geo/geocodes/geocodes.ts';
import { familyIn, familyOfEvent } from '../../core/hazard.ts';
import { type AlertView, mayTell } from '../../core/model.ts';
import type { Instant } from '../../core/time/time.ts';
import type { Placed } from './anchors.ts';
import type { Gazetteer } from './gazetteer.ts';
import { bounded, type Spot, spotOf } from './spot.ts';
import { beginOf } from './time.ts';

export interface PlacedPart {
  readonly view: AlertView;
  /** Number of the advice's part; null for an alert of CAP. */
  readonly part: number | null;
  readonly placed: Placed;
}

/** `begins`: when each alert known begins, to tell when one that was ended came to its end. */
export function partsOf(view: AlertView, begins: ReadonlyMap<string, Instant>, gazetteer: Gazetteer): PlacedPart[] {
  const time = { from: beginOf(view), until: Math.max(beginOf(view), untilOf(view, begins)) };
  const vouched = mayTell(view.trust);
  const { advice, alert } = view;
  if (!advice)
    return [{ view, part: null, placed: { family: familyOf(alert), spot: drawnSpot(view), vouched, ...time } }];
  return advice.parts.map(({ family, place }, part) => {
    const spot = spotOf(place, alert.infos[part]?.areas[0]?.areaDesc ?? place, gazetteer);
    return { view, part, placed: { family, spot, vouched, ...time } };
  });
}

function untilOf(view: AlertView, begins: ReadonlyMap<string, Instant>): Instant {
  const enders = view.enders.flatMap((id) => begins.get(id) ?? []);
  return Math.min(endOf(view.alert) ?? Number.POSITIVE_INFINITY, ...enders);
}

/** One family for all infos: they are often one event in several languages, and only some have words we know. */
function familyOf({ infos }: CapAlert): string {
  const known = infos.map(({ event }) => familyIn(event)).find((family) => family !== null);
  return known ?? familyOfEvent(infos[0]?.event ?? '');
}

function drawnSpot({ alert, situations }: AlertView): Spot {
  const areas = alert.infos.flatMap((info) => info.areas);
  const shapes = areas.flatMap((area) => [...area.polygons, ...area.circles].flatMap(({ shape }) => shape ?? []));
  // Where a shape is drawn the shape says where it is; the same words or code may stand for much more.
  const undrawn = areas.filter((area) => !isDrawn(area));
  const named = undrawn.map(({ areaDesc }) => `${alert.sender}\n${areaDesc.trim().toLowerCase()}`);
  const codes = undrawn.flatMap(({ geocodes }) => geocodes.map(({ valueName, value }) => `${valueName}=${value}`));
  return {
    kind: 'drawn',
    name: namesOf(alert),
    // Two senders may mean two places by the same words; a code means the same for all.
    names: [...new Set([...named, ...codes])],
    chains: situations,
    incidents: incidentsIn(alert.incidents ?? '').map((incident) => `${alert.sender}\n${incident}`),
    shapes: distinct(shapes.map((shape) => [JSON.stringify(shape), shape] as const)).map(bounded),
  };
}

/** Two senders may mean two incidents by one short name. CAP 1.2, 3.2.1: parted by white space, within quotation marks where a name has some. */
const incidentsIn = (text: string): string[] => [
  ...new Set(
    Array.from(text.matchAll(/"([^"]+)"|[^\s"]+/g), ([whole, quoted]) => (quoted ?? whole).trim().toLowerCase()),
  ),
];

/** The areas as the issuer names them, each once. */
export const namesOf = ({ infos }: CapAlert): string =>
  [...new Set(infos.flatMap((info) => info.areas.map(({ areaDesc }) => areaDesc.trim())))].filter(Boolean).join('; ');

/** One value per key, in the order of first sight. */
export const distinct = <T>(pairs: readonly (readonly [string, T])[]): T[] => {
  const seen = new Map<string, T>();
  for (const [key, value] of pairs) if (!seen.has(key)) seen.set(key, value);
  return [...seen.values()];
};
