/** The desk's own places that an alert covers, and, for operators, a way to what lies outside for each person inside. */
import type { JSX } from 'preact';
import type { PlaceInside } from '../../core/desk-place.ts';
import { at, type Moment } from '../layout.tsx';
import { capital, people, plural } from '../strings/en.ts';
import { placeKind } from '../strings/places.ts';
import type { AlertData } from './data.ts';
import { roleNames } from './told.tsx';

const mostShown = 40;

export function PlacesInside({ places }: { readonly places: readonly PlaceInside[] }): JSX.Element | null {
  if (places.length === 0) return null;
  const more = places.length - mostShown;
  return (
    <section class="sec" id="places" aria-labelledby="h-places">
      <h2 id="h-places">{capital(plural(places.length, 'place', 'places'))} of this desk’s own inside</h2>
      <ul>
        {places.slice(0, mostShown).map(({ name, kind }) => (
          <li>
            <bdi>{name}</bdi>, {placeKind[kind]}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>And {more} more.</p> : null}
    </section>
  );
}

/** Everybody inside, told or not: one link each. By role, as everywhere on this page. */
export function WaysOut({ data, moment }: { readonly data: AlertData; readonly moment: Moment }): JSX.Element | null {
  const inside = (data.matches ?? []).filter(({ why }) => why.some(({ code }) => code === 'inside'));
  if (inside.length === 0 || data.view.state !== 'in-force') return null;
  const role = roleNames(data.people);
  return (
    <section class="sec" id="outside" aria-labelledby="h-ways">
      <h2 id="h-ways">Nearest places outside, for whoever is inside</h2>
      <p>{capital(people(inside.length))} inside. For operators only; each look is as of the moment of this page.</p>
      <ul>
        {inside.slice(0, mostShown).map(({ person }, n) => (
          <li>
            <a href={at(`/alerts/${data.view.id}/people/${person}`, moment)}>
              {n + 1}: {role(person)}
            </a>
          </li>
        ))}
      </ul>
      {inside.length > mostShown ? <p>And {inside.length - mostShown} more.</p> : null}
    </section>
  );
}
