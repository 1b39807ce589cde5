/** For operators: the nearest places outside every area drawn, for one person whom an alert concerns. No map, no route, no coordinates. */
import type { ComponentChildren, JSX } from 'preact';
import type { AlertView, Reason } from '../../core/model.ts';
import {
  compassPoint,
  farthestMeters,
  type NearestOutside,
  type OutsidePlace,
  type Undrawn,
  type WarnedArea,
} from '../../match/safe-places.ts';
import { at, type Dated, type Moment, page } from '../layout.tsx';
import { H1 } from '../parts/around.tsx';
import { Tag, Theirs } from '../parts/words.tsx';
import { capital, plural, trustTag } from '../strings/en.ts';
import { compassWords, distanceText, notARoute, townsByMiddle } from '../strings/places.ts';
import { reasonText } from '../strings/reasons.ts';

export interface NearestData {
  readonly alert: AlertView;
  /** The person's role; a name has no business on a page that is looked at over a shoulder. */
  readonly role: string;
  /** `lost`: why the person can't be placed. */
  readonly nearest: NearestOutside | { readonly kind: 'lost'; readonly why: Reason };
  /** The alerts that it speaks of. */
  readonly alerts: readonly AlertView[];
  /** Whose data the towns are, or why there are none. */
  readonly attribution: string;
}

export function nearestPage(surround: Dated, data: NearestData): string {
  const { nearest, alert } = data;
  const { moment } = surround;
  const title = 'Nearest places outside every area drawn';
  const named = namer(data, moment);
  const inForce = data.alerts.filter(({ state }) => state === 'in-force').length;
  return page({
    surround,
    title,
    ...(alert.state === 'not-actual' ? { notReal: alert.alert.status } : {}),
    children: (
      <>
        <nav class="crumb" aria-label="You are here">
          <a href={at('/alerts', moment)}>Alerts</a> <span aria-hidden="true">/</span>{' '}
          <a href={at(`/alerts/${alert.id}`, moment)}>Alert</a> <span aria-hidden="true">/</span> Nearest places outside
        </nav>
        <div class="top">
          <H1>{title}</H1>
          <p class="counts">
            For: {data.role}. Held against {plural(inForce, 'alert', 'alerts')} in force that this desk knows of; what
            it has not heard of is not in here.
          </p>
        </div>
        <Answer nearest={nearest} named={named} />
        {nearest.kind === 'lost' ? null : <NotDrawn undrawn={nearest.undrawn} named={named} />}
        <p class="note">
          {notARoute} {townsByMiddle} {data.attribution}
        </p>
      </>
    ),
  });
}

type Named = (area: { readonly alert: string; readonly info: number; readonly area: number }) => JSX.Element;

/** The area in its issuer's words, leading to its alert. */
function namer({ alerts }: NearestData, moment: Moment): Named {
  const byId = new Map(alerts.map((view) => [view.id, view]));
  return ({ alert, info, area }) => {
    const one = byId.get(alert)?.alert.infos[info];
    return (
      <a href={at(`/alerts/${alert}`, moment)}>
        <Theirs text={one?.areas[area]?.areaDesc ?? one?.event ?? alert} language={one?.language ?? null} max={80} />
      </a>
    );
  };
}

function Answer({ nearest, named }: { readonly nearest: NearestData['nearest']; readonly named: Named }): JSX.Element {
  switch (nearest.kind) {
    case 'lost':
      return <Said>We can’t say: {reasonText(nearest.why)}</Said>;
    case 'nothing-drawn':
      return <Said>We can’t say: no alert in force draws its area, so nobody can tell what lies outside.</Said>;
    case 'not-inside':
      return <Said>This person is in no area that is drawn. What is not drawn is named below.</Said>;
    case 'outside':
      return (
        <>
          <Around nearest={nearest} named={named} />
          <section class="sec" aria-labelledby="h-out">
            <h2 id="h-out">Outside every area drawn</h2>
            {nearest.places.length === 0 ? (
              <p>None within {distanceText(farthestMeters)}, and no shelter of this desk’s own.</p>
            ) : (
              <PlaceTable
                places={nearest.places}
                around={nearest.around.length}
                named={named}
                caption="Nearest places outside every area drawn"
              />
            )}
          </section>
          {nearest.unclear.length === 0 ? null : (
            <section class="sec" aria-labelledby="h-unclear">
              <h2 id="h-unclear">Too near to a boundary to tell</h2>
              <p>
                These areas are named by code, and the boundaries known here are not exact enough: nobody can tell
                whether these places are outside or inside.
              </p>
              <PlaceTable
                places={nearest.unclear}
                around={nearest.around.length}
                named={named}
                caption="Nearest places that may be inside"
              />
            </section>
          )}
          {nearest.claimed.length === 0 ? null : (
            <section class="sec" aria-labelledby="h-claimed">
              <h2 id="h-claimed">Inside only of areas that nobody has vouched for</h2>
              <p>Nearest places outside of all that somebody vouched for. Whether these areas are real is not known.</p>
              <PlaceTable
                places={nearest.claimed}
                around={nearest.around.length}
                named={named}
                caption="Nearest places in areas that nobody has vouched for"
              />
            </section>
          )}
        </>
      );
  }
}

type Outside = Extract<NearestOutside, { kind: 'outside' }>;

/** What the person is in, and what they may be in. */
function Around({ nearest, named }: { readonly nearest: Outside; readonly named: Named }): JSX.Element {
  const { around, maybeAround } = nearest;
  return (
    <>
      {around.length === 0 ? null : (
        <p class="lede">
          {around.length === 1 ? 'Inside of ' : `Inside of ${around.length} areas: `}
          <Areas areas={around} named={named} />.
        </p>
      )}
      {maybeAround.length === 0 ? null : (
        <p class="lede">
          Nobody can tell whether this person is inside of <Areas areas={maybeAround} named={named} />: the area is
          named by code, and the boundary known here is not exact enough where they are, or their own record names the
          area.
        </p>
      )}
    </>
  );
}

const Said = ({ children }: { readonly children: ComponentChildren }): JSX.Element => <p class="lede">{children}</p>;

interface TableProps {
  readonly places: readonly OutsidePlace[];
  /** How many areas the person is in. */
  readonly around: number;
  readonly named: Named;
  readonly caption: string;
}

function PlaceTable({ places, around, named, caption }: TableProps): JSX.Element {
  return (
    <table class="table fold">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">How far</th>
          <th scope="col">The straight way</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr>
            <th scope="row">
              <bdi>{place.name}</bdi>{' '}
              <span class="quiet">{place.kind === 'shelter' ? 'shelter of this desk' : 'town'}</span>
            </th>
            <td data-l="How far">
              {distanceText(place.distanceMeters)} {compassWords[compassPoint(place.bearingDegrees)]}
            </td>
            <td data-l="The straight way">
              {place.crosses.length === 0 ? (
                touchesNone(around)
              ) : (
                <>
                  <Tag kind="dash">crosses</Tag> <Areas areas={place.crosses} named={named} />.
                </>
              )}
              {place.nearEdgeOf.length === 0 ? null : (
                <p>
                  May lie in <Areas areas={place.nearEdgeOf} named={named} />.
                </p>
              )}
              {place.claimedBy.length === 0 ? null : (
                <p>
                  Lies in <Areas areas={place.claimedBy} named={named} />.
                </p>
              )}
            </td>
            <td data-l="Source">
              {place.capacity === null ? null : <p>For {plural(place.capacity, 'person', 'people')}.</p>}
              {place.note === null ? null : <p>{place.note}</p>}
              <p class="quiet">
                {place.source ?? (place.kind === 'shelter' ? 'The operator of this desk' : 'Not stated')}
              </p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Of areas as they are drawn or known here; coming back into one that it left would be touching it. */
const touchesNone = (around: number): string => {
  if (around === 0) return 'Touches no area that is drawn.';
  return `Leaves the ${around === 1 ? 'area' : 'areas'} around them once and touches nothing else that is drawn.`;
};

function Areas({ areas, named }: { readonly areas: readonly WarnedArea[]; readonly named: Named }): JSX.Element {
  return (
    <>
      {areas.slice(0, 4).map((area, n) => (
        <>
          {n > 0 ? ', ' : ''}
          {named(area)}
          {area.isVouched ? '' : ` (${trustTag.unverified})`}
        </>
      ))}
      {areas.length > 4 ? ` and ${areas.length - 4} more` : ''}
    </>
  );
}

const whyUndrawn: Readonly<Record<Undrawn['why'], string>> = {
  unresolved: 'has no boundary here; any place may lie in it.',
  'no-area': 'states no area; any place may lie in it.',
  country: 'is meant as a whole country; every place in it lies in it.',
};

function NotDrawn({ undrawn, named }: { readonly undrawn: readonly Undrawn[]; readonly named: Named }): JSX.Element {
  return (
    <section class="sec" aria-labelledby="h-un">
      <h2 id="h-un">In force and not drawn</h2>
      {undrawn.length === 0 ? (
        <p>
          Nothing: every alert in force that this desk knows of draws its area, or names it by a code with a boundary.
        </p>
      ) : (
        <ul>
          {undrawn.map((one) => (
            <li>
              {named(one)} {whyUndrawn[one.why]}
              {one.isVouched ? '' : ` ${capital(trustTag.unverified)}.`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
