/** Who was told, by role and never by name: all who were told the same for the same reason stand in one row. */
import type { JSX } from 'preact';
import { adviceFamily } from '../../core/hazard.ts';
import type { AlertView, NoticeView } from '../../core/model.ts';
import { letterOf, roleNames, Why } from '../alert/told.tsx';
import { at, type Moment } from '../layout.tsx';
import { ExerciseMark } from '../parts/around.tsx';
import { leadOf } from '../parts/rank.ts';
import { Tag, Theirs, When } from '../parts/words.tsx';
import {
  capital,
  changeWord,
  count,
  deliveryFailed,
  deliveryText,
  inOneLetter,
  kindTag,
  people,
  receiptWord,
} from '../strings/en.ts';
import { toldText } from '../strings/picture.ts';
import { rowsShown, type SituationData } from './data.ts';

interface Group {
  readonly first: NoticeView;
  readonly notices: NoticeView[];
}

export function Told({ data, moment }: { readonly data: SituationData; readonly moment: Moment }): JSX.Element {
  const groups = grouped(data);
  const views = new Map(data.alerts.map((view) => [view.id, view]));
  const { concerned } = data;
  const untold = concerned.inside - concerned.insideTold;
  return (
    <section class="sec" id="told" aria-labelledby="h-t">
      <h2 id="h-t">Who was told, and why</h2>
      <p class="lede">
        {toldText(concerned, data.situation.family === adviceFamily)} {capital(people(data.people.length))} on the watch
        list.
        {untold > 0 && concerned.told > 0 ? ` ${capital(people(untold))} inside and not told.` : ''}
        {concerned.unplaced > 0 ? ` ${capital(people(concerned.unplaced))} can’t be placed.` : ''}
      </p>
      {groups.length === 0 ? null : (
        <table class="table fold">
          <caption class="vh">Notices of this situation, by role</caption>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Why</th>
              <th scope="col">Receipt</th>
            </tr>
          </thead>
          <tbody>
            {groups.slice(0, rowsShown).map((group) => (
              <Row
                group={group}
                roles={rolesOf(group.notices, roleNames(data.people))}
                view={views.get(group.first.alert ?? '')}
                moment={moment}
              />
            ))}
          </tbody>
        </table>
      )}
      {groups.length > rowsShown ? (
        <p>{capital(count(groups.length - rowsShown))} more rows: see the alerts’ own pages.</p>
      ) : null}
      {groups.length === 0 ? null : (
        <p class="note">
          “Accepted” is the word of the receiving server, “delivered” and “read” the word of the device. Nothing is
          called sent without one of them.
        </p>
      )}
    </section>
  );
}

function grouped({ notices }: SituationData): Group[] {
  const groups = new Map<string, Group>();
  for (const notice of notices) {
    const { alert, kind, why, changes } = notice;
    const key = JSON.stringify([alert, kind, why, changes, letterOf(notice) !== null]);
    const group = groups.get(key);
    if (group) group.notices.push(notice);
    else groups.set(key, { first: notice, notices: [notice] });
  }
  return [...groups.values()];
}

/** Roles with how many of each, in the order of their names. */
function rolesOf(notices: readonly NoticeView[], role: (id: string) => string): [role: string, size: number][] {
  const sizes = new Map<string, number>();
  for (const { person } of notices) sizes.set(role(person), (sizes.get(role(person)) ?? 0) + 1);
  return [...sizes.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
}

interface RowProps {
  readonly group: Group;
  readonly roles: readonly (readonly [role: string, size: number])[];
  readonly view: AlertView | undefined;
  readonly moment: Moment;
}

function Row({ group, roles, view, moment }: RowProps): JSX.Element {
  const { first, notices } = group;
  const lead = view ? leadOf(view.alert) : null;
  return (
    <tr>
      <th scope="row">
        <ExerciseMark />
        {roles.map(([role, size]) => `${role}${size > 1 ? ` ×${size}` : ''}`).join(', ')}
      </th>
      <td data-l="What">
        <Tag>{kindTag[first.kind]}</Tag>{' '}
        {first.changes.length > 0 ? `new: ${first.changes.map((change) => changeWord[change]).join(', ')}. ` : ''}
        {first.alert === null ? null : (
          <a href={at(`/alerts/${first.alert}`, moment)}>
            {lead === null ? (
              first.alert
            ) : (
              <Theirs text={lead.info.headline ?? lead.info.event} language={lead.info.language} max={60} />
            )}
          </a>
        )}
      </td>
      <td data-l="Why">
        <Why why={first.why} alert={view?.alert ?? null} />
      </td>
      <td data-l="Receipt">
        <Receipts notices={notices} near={moment.valid} />
        {letterOf(first) === null ? null : (
          <p class="quiet">{capital(`${notices.length === 1 ? '' : 'each '}${inOneLetter(0)}`)}.</p>
        )}
      </td>
    </tr>
  );
}

/** The furthest word of each notice on each channel, counted: “mail: accepted, 3”. */
function Receipts({ notices, near }: { readonly notices: readonly NoticeView[]; readonly near: number }): JSX.Element {
  const sums = new Map<
    string,
    { channel: string; word: string; failed: boolean; n: number; first: number; last: number }
  >();
  for (const { deliveries, receipts } of notices)
    for (const { channel, state, attempts } of deliveries) {
      const own = receipts.filter((receipt) => receipt.channel === channel).sort((a, b) => b.at - a.at);
      const [last] = own;
      const word = last ? receiptWord[last.kind] : deliveryText(state, attempts);
      const key = `${channel} ${word}`;
      const sum = sums.get(key) ?? {
        ...{ channel, word, failed: !last && deliveryFailed(state), n: 0 },
        ...{ first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
      };
      sum.n++;
      if (last) sum.first = Math.min(sum.first, last.at);
      if (last) sum.last = Math.max(sum.last, last.at);
      sums.set(key, sum);
    }
  if (sums.size === 0) return <>No channel.</>;
  return (
    <>
      {[...sums.values()].map(({ channel, word, failed, n, first, last }) => (
        <p>
          {capital(channel)}: {failed ? <Tag kind="dash">{word}</Tag> : <b>{word}</b>}
          {n > 1 ? ` ×${n}` : ''}
          {first > last ? null : (
            <>
              {' '}
              <When at={first} near={near} />
              {first < last ? (
                <>
                  {' to '}
                  <When at={last} near={near} />
                </>
              ) : null}
            </>
          )}
        </p>
      ))}
    </>
  );
}
