/** Who was not told of an alert, by role and never by name, each with the reason. */
import type { JSX } from 'preact';
import type { Match, Reason } from '../../core/model.ts';
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
