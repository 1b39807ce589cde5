/** Every notice that was made, newest first, with what the far side said of it. People by role, never by name. */
import type { JSX } from 'preact';
import type { AlertView, NoticeView, WatchedPerson } from '../core/model.ts';
import { lettersIn, OnChannels, roleNames, Why } from './alert/told.tsx';
import { at, type Dated, type Moment, page } from './layout.tsx';
import { H1 } from './parts/around.tsx';
import { leadOf } from './parts/rank.ts';
import { Tag, Theirs, When } from './parts/words.tsx';
import { capital, changeWord, count, deliveryFailed, kindTag } from './strings/en.ts';

export interface NoticesData {
  readonly notices: readonly NoticeView[];
  readonly people: readonly WatchedPerson[];
  /** The alerts they speak of, as far as they are at hand. */
  readonly alerts: readonly AlertView[];
  /** The alert asked for, or null for all. */
  readonly alert: string | null;
  /** Query that leads to the next older ones, or null. */
  readonly older: string | null;
}

export function noticesPage(surround: Dated, data: NoticesData): string {
  const failed = data.notices.filter((notice) => notice.deliveries.some((one) => deliveryFailed(one.state))).length;
  const title =
    data.notices.length === 0
      ? 'No notices'
      : failed === 0
        ? 'Notices: none refused, given up or too late'
        : `Notices: ${count(failed)} failed on a channel`;
  return page({
    surround,
    title,
    children: (
      <>
        <div class="top">
          <H1>{title}</H1>
          <p class="counts">
            {data.notices.length === 0
              ? 'Nobody has been told of anything here.'
              : `${capital(count(data.notices.length))} on this page, newest first.`}{' '}
            <a href={at('/notices/desk', surround.moment)}>What woke the desk itself</a> is a list of its own.
            {data.alert === null ? null : (
              <>
                {' '}
                Of <a href={at(`/alerts/${data.alert}`, surround.moment)}>one alert</a> only;{' '}
                <a href={at('/notices', surround.moment)}>show all</a>.
              </>
            )}
          </p>
        </div>
        {data.notices.length === 0 ? null : (
          <Rows data={data} moment={surround.moment} showWords={surround.operator !== null} />
        )}
        {data.older === null ? null : (
          <p class="btns">
            <a class="btn" href={data.older}>
              Older notices
            </a>
          </p>
        )}
      </>
    ),
  });
}

interface RowsProps {
  readonly data: NoticesData;
  readonly moment: Moment;
  readonly showWords: boolean;
}

function Rows({ data, moment, showWords }: RowsProps): JSX.Element {
  const role = roleNames(data.people);
  const letter = lettersIn(data.notices);
  const alerts = new Map(data.alerts.map((view) => [view.id, view]));
  return (
    <table class="table fold">
      <caption class="vh">Notices</caption>
      <thead>
        <tr>
          <th scope="col">To whom</th>
          <th scope="col">When</th>
          <th scope="col">Of what</th>
          <th scope="col">Why</th>
          <th scope="col">Receipt</th>
        </tr>
      </thead>
      <tbody>
        {data.notices.map((notice) => (
          <tr>
            <th scope="row">{role(notice.person)}</th>
            <td data-l="When">
              <When at={notice.madeAt} />
            </td>
            <td data-l="Of what">
              <Tag kind={notice.kind === 'wake' ? 'dash' : ''}>{kindTag[notice.kind]}</Tag>{' '}
              <Subject
                notice={notice}
                view={notice.alert === null ? undefined : alerts.get(notice.alert)}
                moment={moment}
              />
            </td>
            <td data-l="Why">
              {notice.sentence ?? (
                <Why
                  why={notice.why}
                  alert={(notice.alert === null ? undefined : alerts.get(notice.alert))?.alert ?? null}
                />
              )}
            </td>
            <td data-l="Receipt">
              <OnChannels notice={notice} letter={letter(notice)} showWords={showWords} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Subject({
  notice,
  view,
  moment,
}: {
  readonly notice: NoticeView;
  readonly view: AlertView | undefined;
  readonly moment: Moment;
}): JSX.Element | null {
  if (notice.alert === null) return null;
  const lead = view ? leadOf(view.alert) : null;
  return (
    <>
      <a href={at(`/alerts/${notice.alert}`, moment)}>
        {lead ? (
          <Theirs text={lead.info.headline ?? lead.info.event} language={lead.info.language} max={70} />
        ) : (
          notice.alert
        )}
      </a>
      {notice.changes.length > 0 ? (
        <span class="quiet"> new: {notice.changes.map((change) => changeWord[change]).join(', ')}</span>
      ) : null}
    </>
  );
}
