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
  const spoken = issuers
    .flatMap(({ places }) => places.flatMap(placesNamed))
    .filter((one) => one.id !== place.id && (one.kind === 'building' || one.kind === 'airport' || one.kind === 'port'));
  const towns = allNamed
    .map((named) => named.place)
    .filter(({ kind }) => kind === 'town')
    .filter(inside)
    .sort((a, b) => b.population - a.population)
    .slice(0, mostTowns);
  return [...new Map([...spoken.filter(inside), ...towns].map((one) => [one.id, one])).values()];
}
