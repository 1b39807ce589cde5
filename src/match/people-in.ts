/** Who of the watch list is in a situation's place, for the picture. Who is told is decided by match.ts, alert by alert. */
import type { Point } from '../core/geo/shape.ts';
import { mayTell, type WatchedPerson } from '../core/model.ts';
import type { Situation } from '../core/situation.ts';
import type { Instant } from '../core/time/time.ts';
import { countryOfStay } from './country.ts';
import { sieveOf } from './index/sieve.ts';
import { whyNotPlaced } from './placing.ts';

/** Ids, in the order given. `unplaced`: they may be inside, and nobody can tell. */
export interface PeopleIn {
  readonly inside: readonly string[];
  readonly unplaced: readonly string[];
}

/**
 * By the situation's shapes, unless a stranger drew them: whoever may hand something in could find out by small shapes where somebody is; for a country by the country each person's stay names, and nobody is placed by an old position. Who is in a
 * country of which advice speaks in part only may be in that part.
 */
export function peopleIn(
  { place, issuers }: Pick<Situation, 'place' | 'issuers'>,
  valid: Instant,
  people: readonly WatchedPerson[],
  positionHours: number,
): PeopleIn {
  const sieves = place.shapes.map((shape) => sieveOf(shape));
  const isIn = ({ lat, lon }: Point): boolean => sieves.some((isInShape) => isInShape(lat, lon));
  const inPart = isOfParts({ place, issuers });
  const inside: string[] = [];
  const unplaced: string[] = [];
  for (const { id, person } of people) {
    const why = whyNotPlaced(person, valid, positionHours)?.code ?? null;
    if (why === 'gone' || why === 'not-there-yet') continue;
    const { at } = person.stay;
    const country = countryOfStay(person);
    if (isNowhere(place) || isStrangers({ place, issuers })) {
      // Whoever is known to be in another country is not there, wherever it is.
      const isKnown = why !== 'old-position' && country !== null && place.country !== null;
      const isElsewhere = isKnown && country !== place.country;
      if (!isElsewhere) unplaced.push(id);
      continue;
    }
    const isPlaced = place.kind === 'country' ? why !== 'old-position' && country !== null : why === null;
    if (!isPlaced) unplaced.push(id);
    else if (place.kind === 'country' ? country === place.country : at && isIn(at))
      (inPart ? unplaced : inside).push(id);
  }
  return { inside, unplaced };
}

/** A place that nothing is drawn for and that is no country: nobody can tell who is there. */
export const isNowhere = ({ kind, shapes }: Pick<Situation['place'], 'kind' | 'shapes'>): boolean =>
  kind !== 'country' && shapes.length === 0;

/** Nobody vouches for what is drawn. Whom it would tell is asked before it is confirmed, by an operator. */
const isStrangers = ({ place, issuers }: Pick<Situation, 'place' | 'issuers'>): boolean =>
  place.kind !== 'country' && !place.ours && !issuers.some(({ trust }) => trust !== null && mayTell(trust));

/** Advice that speaks of parts of a country and of nothing more. */
export const isOfParts = ({ place, issuers }: Pick<Situation, 'place' | 'issuers'>): boolean =>
  place.kind === 'country' &&
  issuers.some(({ scope }) => scope === 'part') &&
  issuers.every(({ scope }) => scope !== 'whole');
