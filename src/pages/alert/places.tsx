/** The desk's own places that an alert covers, and, for operators, a way to what lies outside for each person inside. */
import type { JSX } from 'preact';
import type { PlacesWarned } from '../../core/desk-place.ts';
import { at, type Moment } from '../layout.tsx';
import { capital, people, plural } from '../strings/en.ts';
import { placeKind } from '../strings/places.ts';
import type { AlertData } from './data.ts';
import { roleNames } from './told.tsx';

const mostShown = 40;

export function PlacesInside({ places }: { readonly places: PlacesWarned }): JSX.Element | null {
  const { inside, maybe, named } = places;
  if (inside + maybe === 0) return null;
  const more = (named?.length ?? 0) - mostShown;
  const title =
    inside === 0
      ? `${plural(maybe, 'place', 'places')} of this desk’s own that may be inside`
      : `${plural(inside, 'place', 'places')} of this desk’s own inside`;
  return (
    <section class="sec" id="places" aria-labelledby="h-places">
      <h2 id="h-places">{capital(title)}</h2>
      {maybe === 0 ? null : <p>{mayBeInside(inside === 0 ? null : maybe)}</p>}
      {named === null ? (
        <p>Which they are is for operators.</p>
      ) : (
        <ul>
          {named.slice(0, mostShown).map(({ name, kind, isSure }) => (
            <li>
              <bdi>{name}</bdi>, {placeKind[kind]}
              {isSure ? '' : '; may be inside'}
            </li>
          ))}
        </ul>
      )}
      {more > 0 ? <p>And {more} more.</p> : null}
    </section>
  );
}

/** Of a boundary by code, which is exact only to some hundred metres. */
const mayBeInside = (more: number | null): string => {
  const who = more === null ? '' : `${capital(plural(more, 'more place', 'more places'))} may be inside: `;
  const why = 'the area is named by a code, and the boundary known for it here is not exact enough to tell.';
  return who === '' ? capital(why) : who + why;
};

/** Everybody who is inside or may be, told or not: one link each. By role, as everywhere on this page. */
export function WaysOut({ data, moment }: { readonly data: AlertData; readonly moment: Moment }): JSX.Element | null {
  const inside = (data.matches ?? []).filter(({ why }) =>
    why.some(({ code }) => code === 'inside' || code === 'near-edge'),
  );
  const near = inside.filter(({ why }) => why.some(({ code }) => code === 'near-edge')).length;
  if (inside.length === 0 || data.view.state !== 'in-force') return null;
  const role = roleNames(data.people);
  return (
    <section class="sec" id="outside" aria-labelledby="h-ways">
      <h2 id="h-ways">Nearest places outside, for whoever is inside</h2>
      <p>
        {capital(people(inside.length))} inside{near === 0 ? '' : `, or too near to a boundary to tell (${near})`}. For
        operators only; each look is as of the moment of this page.
      </p>
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
