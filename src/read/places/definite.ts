/** “The airport”, “its gates”, “the city”: words that stand for a place named before. */
import { countryOfSeat } from '../../core/geo/gazetteer.ts';
import type { Place } from '../../core/geo/place.ts';
import type { Span } from '../../core/text/span.ts';
import type { PlacedName } from './resolve.ts';

const words =
  /\b(?:(?:the|this|that|its|their) (?:(?:main|international|whole|entire|besieged|busy) )?(?:airport|airfield|air base)(?:['’]s)?(?: (?:gates?|area|perimeter|grounds|entrances?|terminals?|runway))?|(?:the|its|all|these|those|various|airport) gates|the area|the city|the capital)\b/giu;
/** What follows says of what: then it stands for nothing by itself. */
const ownPlace = /^ (?:of|near|around|in|at|outside|surrounding|between|where|under|code)\b/i;

/** In order. Only where the text so far leaves no doubt: one airport, or for a city one town. */
export function referencesIn(text: string, named: readonly PlacedName[]): PlacedName[] {
  const airports = new Set<Place>();
  const towns = new Set<Place>();
  const wholes = new Map(named.filter(({ place }) => place.kind === 'airport').map(({ place }) => [place.id, place]));
  const found: PlacedName[] = [];
  let next = 0;
  let isUnplaced = false;
  for (const { 0: text0, index } of text.matchAll(words)) {
    for (; next < named.length && (named[next] as PlacedName).start < index; next++) {
      const { place } = named[next] as PlacedName;
      if (place.kind === 'airport') airports.add(place);
      else if (place.kind === 'town') towns.add(place);
      const whole = place.within === null ? undefined : wholes.get(place.within);
      if (whole) airports.add(whole);
    }
    const end = index + text0.length;
    if (overlaps(named, next, { start: index, end })) continue;
    // “The area” near an airport that nobody named is not the town.
    const place: Place | null =
      isUnplaced && /area/i.test(text0) ? null : meantBy(text0, text.slice(end, end + 16), airports, towns);
    isUnplaced ||= place === null && /airport|airfield|air base/i.test(text0);
    if (place) found.push({ start: index, end, place });
  }
  return found;
}

const overlaps = (named: readonly PlacedName[], next: number, span: Span): boolean =>
  [named[next - 1], named[next]].some((one) => one !== undefined && one.start < span.end && span.start < one.end);

function meantBy(words: string, after: string, airports: ReadonlySet<Place>, towns: ReadonlySet<Place>): Place | null {
  const [airport, another] = airports;
  const one = another === undefined ? airport : undefined;
  if (/airport|airfield|air base|gates/i.test(words)) return one ?? null;
  if (ownPlace.test(after)) return null;
  const [town, second] = towns;
  if (/capital/i.test(words) && town && countryOfSeat(town) === null) return null;
  if (/area/i.test(words)) return airports.size > 0 ? (one ?? null) : second === undefined ? (town ?? null) : null;
  return second === undefined ? (town ?? null) : null;
}
