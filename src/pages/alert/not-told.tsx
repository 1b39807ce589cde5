/** How many of the people are inside an alert; and who was not told of it, by role and never by name, each with the reason. */
import type { JSX } from 'preact';
import { isPlaceAlone } from '../../core/geo/geocodes/geocodes.ts';
import type { AlertView, Match, Reason } from '../../core/model.ts';
import type { Instant } from '../../core/time/time.ts';
import { isWhole } from '../../match/country.ts';
import { isOver, unresolvedAreas } from '../../match/match.ts';
import { shapesOnMap } from '../map/area-map.tsx';
import { useExercise } from '../parts/around.tsx';
import { Tag } from '../parts/words.tsx';
import { capital, people } from '../strings/en.ts';
import { reasonText } from '../strings/reasons.ts';
import type { AlertData } from './data.ts';
import { roleNames, Why } from './told.tsx';

interface Group {
  readonly role: string;
  readonly tell: boolean;
  readonly show: boolean;
  readonly why: readonly Reason[];
  size: number;
}

export function NotTold({ data }: { readonly data: AlertData }): JSX.Element {
  const told = new Set(data.notices.filter((notice) => notice.kind !== 'left').map((notice) => notice.person));
  const others = data.told > told.size ? [] : (data.matches ?? []).filter((match) => !told.has(match.person));
  const common = commonReasons(others);
  const wall = useExercise();
  const groups = grouped(others, common, roleNames(data.people));
  return (
    <section class="sec" id="not-told" aria-labelledby="h-x">
      <h2 id="h-x">Who was not told, and why</h2>
      <p class="lede">
        {notToldLede(data, others)}
        {common.length === 0 ? '' : ` For all of them: ${common.map((reason) => reasonText(reason, wall)).join(' ')}`}
      </p>
      {groups.length === 0 ? null : (
        <table class="table fold">
          <caption class="vh">People who were not told of this alert</caption>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">How many</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ role, tell, why, size }) => (
              <tr>
                <th scope="row">{role}</th>
                <td data-l="How many">{size}</td>
                <td data-l="Why">
                  {tell ? (
                    <>
                      <Tag kind="dash">due</Tag> To be told; the notice is not made yet.{' '}
                    </>
                  ) : null}
                  <Why why={why} alert={data.view.alert} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const same =
  (a: Reason) =>
  (b: Reason): boolean =>
    JSON.stringify(a) === JSON.stringify(b);

/** Reasons that hold for everybody, said once; reasons of place are always said of each. */
function commonReasons(matches: readonly Match[]): readonly Reason[] {
  const [first, ...rest] = matches;
  if (!first || rest.length === 0) return [];
  const about = first.why.filter((reason) => !ofPlace.has(reason.code));
  return about.filter((reason) => rest.every((match) => match.why.some(same(reason))));
}
const ofPlace: ReadonlySet<Reason['code']> = new Set([
  'inside',
  'in-country',
  'outside',
  'near-edge',
  'no-position',
  'area-unresolved',
]);

/** People with the same role and the same reasons stand in one row; those inside first. */
function grouped(matches: readonly Match[], common: readonly Reason[], role: (id: string) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const { person, tell, show, why: all } of matches) {
    const why = all.filter((reason) => !common.some(same(reason)));
    const key = JSON.stringify([role(person), tell, why]);
    const group = groups.get(key);
    if (group) group.size++;
    else groups.set(key, { role: role(person), tell, show, why, size: 1 });
  }
  return [...groups.values()].sort(
    (a, b) => Number(b.show) - Number(a.show) || b.size - a.size || (a.role < b.role ? -1 : 1),
  );
}

function notToldLede(data: AlertData, others: readonly Match[]): string {
  if (data.people.length === 0) return 'No one is on the watch list.';
  if (data.matches === null)
    return 'Too many to list here: the issuer drew so many points, and so many people are on the list, that comparing them would keep this desk from its work. Telling people goes on without this page.';
  if (data.told > 0 && others.length === 0)
    return 'Nobody: everybody on the list is among those above, or they are too many to list.';
  return `${capital(people(others.length))}, as it would be decided at this moment.`;
}

/** At the top of the page: how many are inside and told; where the area has no place, that nobody knows, and why. */
export function YourPeople({ data, now }: { readonly data: AlertData; readonly now: Instant }): JSX.Element {
  const inside = data.matches?.filter((match) => match.why.some((reason) => reason.code === 'inside')).length;
  const told = data.told === 0 ? 'nobody told' : `${people(data.told)} told`;
  const unknown = unknownPart(data.view, now);
  const counted =
    inside === undefined
      ? 'too many to count who is inside'
      : inside === 0
        ? 'nobody inside'
        : `${people(inside)} inside`;
  return (
    <div>
      <dt>Your people</dt>
      <dd>
        {unknown === null
          ? `${capital(counted)}, ${told}`
          : unknown.all
            ? `Not known who is inside; ${told}`
            : `In the part that is known: ${counted}, ${told}. In the rest: not known`}
        {unknown === null ? null : <small>{unknown.why.join(' ')}</small>}
        <small>
          <a href="#told">Who and why</a>, <a href="#not-told">who not and why</a>
        </small>
      </dd>
    </div>
  );
}

/** Whether all or a part of the area has no place here, and why; null where all of it has one. */
function unknownPart(view: AlertView, now: Instant): { readonly all: boolean; readonly why: readonly string[] } | null {
  const { infos } = view.alert;
  if (infos.every(({ areas }) => areas.length === 0) && !infos.some((_, n) => isWhole(view, n)))
    return { all: true, why: ['The issuer names no area.'] };
  const open = unresolvedAreas(view).filter(({ info }) => infos.some((one, n) => n === info && !isOver(one, now)));
  if (open.length === 0) return null;
  const why = open.map(({ info, area }) => {
    const said = infos[info]?.areas[area];
    if (said === undefined) return 'A part of the warning names no area.';
    if ([...said.polygons, ...said.circles].some(({ shape }) => shape === null))
      return 'The issuer gives a shape that can’t be read.';
    if (said.geocodes.length === 0 && isPlaceAlone(said))
      return 'The issuer marks one place, and not how far the area reaches.';
    if (said.geocodes.length === 0) return 'The issuer names the area in words alone.';
    return 'The issuer names the area by codes that have no boundary here.';
  });
  const all = shapesOnMap(view).length === 0 && !infos.some((_, n) => isWhole(view, n));
  return { all, why: [...new Set(why)] };
}
