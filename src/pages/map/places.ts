/** Places worth a name on a close map: those that the issuers speak of, then the largest towns. */
import { allNamed } from '../../core/geo/gazetteer/names.ts';
import { placesNamed } from '../../core/geo/gazetteer.ts';
import type { Place } from '../../core/geo/place.ts';
import type { Situation } from '../../core/situation.ts';
import type { Frame } from './projection.ts';

const mostTowns = 8;

export function placesOn({ place, issuers }: Situation, frame: Frame): readonly Place[] {
  const inside = ({ point, fuzzy }: Place): boolean =>
    !fuzzy && point.lon > frame.west && point.lon < frame.east && point.lat > frame.south && point.lat < frame.north;
  const spoken = spokenIn({ place, issuers });
  const towns = allNamed
    .map((named) => named.place)
    .filter(({ kind }) => kind === 'town')
    .filter(inside)
    .sort((a, b) => b.population - a.population)
    .slice(0, mostTowns);
  return [...new Map([...spoken.filter(inside), ...towns].map((one) => [one.id, one])).values()];
}

/** Places that the issuers name inside or beside the situation's own, such as the gates of an airport. */
export function spokenIn({ place, issuers }: Pick<Situation, 'place' | 'issuers'>): Place[] {
  const named = issuers
    .flatMap(({ places }) => places.flatMap(placesNamed))
    .filter(({ id, kind }) => id !== place.id && (kind === 'building' || kind === 'airport' || kind === 'port'));
  return [...new Map(named.map((one) => [one.id, one])).values()];
}
