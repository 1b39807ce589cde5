/** The watch list: to an operator everything, to everybody else roles and whether they can be placed and reached. */
import type { JSX } from 'preact';
import type { Person, WatchedPerson } from '../core/model.ts';
import { formatInstant, hour, type Instant } from '../core/time/time.ts';
import { type Dated, page } from './layout.tsx';
import { degrees } from './map/projection.ts';
import { H1 } from './parts/around.tsx';
import { Tag, When } from './parts/words.tsx';
import { capital, count, emptyTexts, people, plural } from './strings/en.ts';
import { countryName } from './strings/reasons.ts';

export interface PeopleData {
  readonly people: readonly WatchedPerson[];
  /** How many were erased: their rows are gone, the count stays. */
  readonly erased: number;
  /** A dated position is believed for this long. */
  readonly positionHours: number;
}

/** Whether somebody can be placed, without saying where. */
export type Placing = 'placed' | 'no position' | 'old position' | 'not there yet' | 'gone';

export function placingOf({ stay }: Person, now: Instant, positionHours: number): Placing {
  if (stay.to !== null && stay.to <= now) return 'gone';
  if (stay.from !== null && stay.from > now) return 'not there yet';
  if (stay.at === null) return 'no position';
  return stay.positionAt !== null && now - stay.positionAt > positionHours * hour ? 'old position' : 'placed';
}

export function peoplePage(surround: Dated, data: PeopleData): string {
  const now = surround.moment.valid;
  const placing = (person: Person): Placing => placingOf(person, now, data.positionHours);
  const lost = data.people.filter(
    ({ person }) => placing(person) === 'no position' || placing(person) === 'old position',
  ).length;
  const mute = data.people.filter(({ person }) => person.channels.length === 0).length;
  const title =
    data.people.length === 0 ? 'No one on the watch list' : `${capital(people(data.people.length))} on the watch list`;
  const told = [
    ...(lost > 0 ? [`${capital(people(lost))} can’t be placed`] : []),
    ...(mute > 0 ? [`${people(mute)} can’t be reached`] : []),
    ...(data.erased > 0 ? [`${plural(data.erased, 'person was', 'people were')} erased`] : []),
  ];
  return page({
    surround,
    title,
    children: (
      <>
        <div class="top">
          <H1>{title}</H1>
          {told.length > 0 ? <p class="counts">{capital(told.join('; '))}.</p> : null}
        </div>
        {data.people.length === 0 ? (
          <div class="state-box">
            <p>
              <b>{emptyTexts.nobody.first}</b> {emptyTexts.nobody.next}
            </p>
            <p>
              Import a list: <code>tocsin watch import list.csv</code>
            </p>
          </div>
        ) : surround.operator === null ? (
          <Reduced data={data} placing={placing} />
        ) : (
          <Full data={data} placing={placing} />
        )}
      </>
    ),
  });
}

interface TableProps {
  readonly data: PeopleData;
  readonly placing: (person: Person) => Placing;
}

const PlacingTag = ({ placing }: { readonly placing: Placing }): JSX.Element =>
  placing === 'placed' ? <>placed</> : <Tag kind="dash">{placing}</Tag>;

const channelNames = (person: Person): string => person.channels.map((one) => one.channel).join(', ');

/** One row for each role, placing and set of channels: nothing in it points at one person. */
function Reduced({ data, placing }: TableProps): JSX.Element {
  const groups = new Map<string, { role: string; placing: Placing; channels: string; size: number }>();
  for (const { person } of data.people) {
    const row = { role: person.role ?? 'No role stated', placing: placing(person), channels: channelNames(person) };
    const key = JSON.stringify(row);
    groups.set(key, { ...row, size: (groups.get(key)?.size ?? 0) + 1 });
  }
  const rows = [...groups.values()].sort((a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : b.size - a.size));
  return (
    <>
      <div class="state-box">
        <p>
          <b>Names, addresses and places are for operators.</b> Without <a href="/sign-in?next=/people">signing in</a>{' '}
          this page shows roles only.
        </p>
      </div>
      <table class="table fold">
        <caption class="vh">The watch list by role</caption>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">How many</th>
            <th scope="col">Position</th>
            <th scope="col">Channels</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{row.role}</th>
              <td data-l="How many">{count(row.size)}</td>
              <td data-l="Position">
                <PlacingTag placing={row.placing} />
              </td>
              <td data-l="Channels">{row.channels === '' ? <Tag kind="dash">none</Tag> : row.channels}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Full({ data, placing }: TableProps): JSX.Element {
  return (
    <table class="table fold">
      <caption class="vh">The watch list</caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Role</th>
          <th scope="col">Position</th>
          <th scope="col">Reached by</th>
          <th scope="col">Answers for</th>
        </tr>
      </thead>
      <tbody>
        {data.people.map(({ person }) => (
          <tr>
            <th scope="row">
              <bdi>{person.name}</bdi> <span class="quiet code">{person.ref}</span>
            </th>
            <td data-l="Role">
              <p>{person.role ?? 'No role stated'}</p>
              <p class="quiet">
                {[person.nationality && countryName(person.nationality), person.language].filter(Boolean).join(', ')}
              </p>
            </td>
            <td data-l="Position">
              <Stays person={person} placing={placing(person)} />
            </td>
            <td data-l="Reached by">
              {person.channels.length === 0 ? (
                <Tag kind="dash">no channel</Tag>
              ) : (
                person.channels.map((one) => (
                  <p>
                    {one.channel}: <bdi>{one.address}</bdi>
                  </p>
                ))
              )}
            </td>
            <td data-l="Answers for">{person.wardenOf.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Stays({ person, placing }: { readonly person: Person; readonly placing: Placing }): JSX.Element {
  const { stay } = person;
  // A town may give its name to its province.
  const parts = [stay.town, stay.admin1, stay.country && countryName(stay.country)];
  const place = [...new Set(parts.filter(Boolean))].join(', ');
  return (
    <>
      <p>
        <PlacingTag placing={placing} />
        {place === '' ? (
          ''
        ) : (
          <>
            {' '}
            <bdi>{place}</bdi>
          </>
        )}
      </p>
      {stay.at === null ? null : (
        <p class="quiet">
          {degrees(stay.at.lat, 'lat', 4)}, {degrees(stay.at.lon, 'lon', 4)}
        </p>
      )}
      {stay.positionAt === null ? null : (
        <p class="quiet">
          known <When at={stay.positionAt} />
        </p>
      )}
      {stay.from === null ? null : <p class="quiet">from {formatInstant(stay.from).slice(0, 10)}</p>}
      {stay.to === null ? null : <p class="quiet">until {formatInstant(stay.to).slice(0, 10)}</p>}
    </>
  );
}
