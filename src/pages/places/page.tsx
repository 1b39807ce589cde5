/** Places: a search of the gazetteer with a map of what was chosen, and the desk's own, which are for operators. */
import type { JSX } from 'preact';
import type { DeskPlace } from '../../core/desk-place.ts';
import type { Place } from '../../core/geo/place.ts';
import type { Shape } from '../../core/geo/shape.ts';
import { formatInstant } from '../../core/time/time.ts';
import { at, type Dated, page } from '../layout.tsx';
import { shapeText } from '../map/area-map.tsx';
import type { Borders } from '../map/borders.ts';
import { degrees } from '../map/projection.ts';
import { H1 } from '../parts/around.tsx';
import { calm, clipped } from '../parts/shown-text.ts';
import { capital, count, plural } from '../strings/en.ts';
import { placeKind } from '../strings/places.ts';
import { countryName } from '../strings/reasons.ts';
import { PlaceMap } from './map.tsx';

/** A place that was found. */
export interface FoundPlace {
  readonly place: Place;
  /** In the language asked for. */
  readonly name: string;
  /** The name that fits what was typed. */
  readonly matched: string;
  readonly source: string | null;
}

export interface PlacesData {
  /** How many the desk has. */
  readonly count: number;
  /** null for whoever is no operator. */
  readonly places: readonly DeskPlace[] | null;
  /** What was typed; null where nothing was. */
  readonly query: string | null;
  readonly found: readonly FoundPlace[];
  readonly chosen: { readonly found: FoundPlace; readonly shape: Shape } | null;
  readonly borders: Borders | null;
  /** Whose data the gazetteer is, or why there is none. */
  readonly attribution: string;
}

export function placesPage(surround: Dated, data: PlacesData): string {
  const title =
    data.count === 0
      ? 'No places of this desk’s own'
      : `${capital(plural(data.count, 'place', 'places'))} of this desk’s own`;
  return page({
    surround,
    title,
    children: (
      <>
        <div class="top">
          <H1>{title}</H1>
        </div>
        <Search data={data} surround={surround} />
        <section class="sec" aria-labelledby="h-own">
          <h2 id="h-own">The desk’s own</h2>
          {data.count === 0 ? (
            <div class="state-box">
              <p>
                <b>Gates, offices, shelters and meeting points are not listed yet.</b> Once they are, the desk is woken
                when a warning covers one.
              </p>
              <p>
                Import a list: <code>tocsin places import places.csv</code>
              </p>
            </div>
          ) : (
            <Listed places={data.places} />
          )}
        </section>
      </>
    ),
  });
}

interface SearchProps {
  readonly data: PlacesData;
  readonly surround: Dated;
}

/** A form like any other; where scripts run it answers as one types (`data-place-search`). */
function Search({ data, surround }: SearchProps): JSX.Element {
  const { query, found, chosen, borders } = data;
  const { moment } = surround;
  return (
    <section class="sec" aria-labelledby="h-find">
      <h2 id="h-find">Find a place</h2>
      <search>
        <form action="/places" method="get" class="placefind" data-place-search>
          <label for="place-q">A town, an airport or its code, a country; in any script</label>
          <div class="go">
            <input
              id="place-q"
              name="q"
              type="search"
              maxLength={200}
              autoComplete="off"
              dir="auto"
              value={query ?? ''}
            />
            {moment.isPast ? (
              <>
                <input type="hidden" name="valid" value={formatInstant(moment.valid)} />
                <input type="hidden" name="seq" value={moment.seq} />
              </>
            ) : null}
            <button class="btn" type="submit">
              Find
            </button>
          </div>
        </form>
      </search>
      {query === null ? null : found.length === 0 ? (
        <p>
          Nothing is called <q>{calm(clipped(query, 80))}</q> here. That says nothing about whether there is such a
          place.
        </p>
      ) : (
        <ol class="found">
          {found.map((one) => (
            <li>
              <a href={at(`/places?${new URLSearchParams({ q: query, place: one.place.id })}`, moment)}>
                <bdi>{one.name}</bdi>
              </a>{' '}
              {oneLine(one)}
            </li>
          ))}
        </ol>
      )}
      {chosen === null ? null : (
        <figure class="map">
          <PlaceMap name={chosen.found.name} shape={chosen.shape} borders={borders} />
          <figcaption>
            <b>
              <bdi>{chosen.found.name}</bdi>
            </b>{' '}
            {oneLine(chosen.found)} {degrees(chosen.found.place.point.lat, 'lat', 3)},{' '}
            {degrees(chosen.found.place.point.lon, 'lon', 3)}. {chosen.found.source ?? ''}
          </figcaption>
        </figure>
      )}
      {data.attribution === '' ? null : <p class="note">{data.attribution}</p>}
    </section>
  );
}

const kindWords: Readonly<Record<Place['kind'], string>> = {
  ...{ country: 'country', admin1: 'province or state', region: 'region', town: 'town', airport: 'airport' },
  ...{ port: 'port', building: 'place of this desk’s own' },
};

/** What it is and where, so that namesakes can be told apart. */
export function oneLine({ place, name, matched }: FoundPlace): string {
  const country = place.country === '' || place.kind === 'country' ? '' : `, ${countryName(place.country)}`;
  const other = matched === name ? '' : `, also ${calm(clipped(matched, 60))}`;
  const people = place.population > 0 ? `, about ${count(place.population)} people` : '';
  return `${kindWords[place.kind]}${country}${people}${other}${place.fuzzy ? ', vague: no border is meant' : ''}.`;
}

function Listed({ places }: { readonly places: readonly DeskPlace[] | null }): JSX.Element {
  if (places === null)
    return (
      <div class="state-box">
        <p>
          <b>Which these are is for operators.</b> <a href="/sign-in?next=/places">Sign in</a> to see them.
        </p>
      </div>
    );
  return (
    <table class="table fold">
      <caption class="vh">The desk’s own places</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Kind</th>
          <th scope="col">Where</th>
          <th scope="col">Note</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr>
            <th scope="row">
              <bdi>{place.name}</bdi>
            </th>
            <td data-l="Kind">{placeKind[place.kind]}</td>
            <Details place={place} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Details({ place }: { readonly place: DeskPlace }): JSX.Element {
  const { point, shape, capacity, note, source, names } = place;
  return (
    <>
      <td data-l="Where">
        <p>
          {degrees(point.lat, 'lat', 4)}, {degrees(point.lon, 'lon', 4)}
        </p>
        {shape.kind === 'point' ? null : <p class="quiet">{shapeText(shape)}.</p>}
      </td>
      <td data-l="Note">
        {capacity === null ? null : <p>For {plural(capacity, 'person', 'people')}.</p>}
        {note === null ? null : <p>{note}</p>}
        {names.length === 0 ? null : (
          <p class="quiet">
            {names.map(({ text, language }, n) => (
              <>
                {n > 0 ? ', ' : ''}
                <bdi lang={language}>{text}</bdi>
              </>
            ))}
          </p>
        )}
        {source === null ? null : <p class="quiet">From: {source}</p>}
      </td>
    </>
  );
}
