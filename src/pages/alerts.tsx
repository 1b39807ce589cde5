/** The live page: every warning in force, strongest first; then what is not real and what has ended; beside it what needs a person. */
import type { JSX } from 'preact';
import type { AlertView, Notice } from '../core/model.ts';
import { formatInstant, type Instant } from '../core/time/time.ts';
import { WaitingCodes } from './alert/by-code.tsx';
import { at, type Dated, feeds, type Moment, page } from './layout.tsx';
import { AlertRow } from './parts/alert-row.tsx';
import { H1 } from './parts/around.tsx';
import { byUrgency, isConfirmed, leadOf } from './parts/rank.ts';
import { Theirs, When } from './parts/words.tsx';
import { Nothing } from './picture/first-steps.tsx';
import { Wakes } from './picture/wakes.tsx';
import { capital, count, doWord, emptyText, emptyTexts, liveHeadline, people, plural } from './strings/en.ts';
import { feedsLede } from './strings/feeds.ts';

export interface AlertsData {
  /** In force, and those that ended in the last 30 days. */
  readonly alerts: readonly AlertView[];
  readonly told: ReadonlyMap<string, number>;
  /** How many people are on the watch list. */
  readonly watched: number;
  /** How many reports came in the last 30 days; counted only where no warning did. */
  readonly reports: number;
  /** Newest first. */
  readonly wakes: readonly Notice[];
}

export function alertsPage(surround: Dated, data: AlertsData): string {
  const { moment } = surround;
  const inForce = byUrgency(data.alerts.filter((view) => view.state === 'in-force'));
  const notReal = byUrgency(data.alerts.filter((view) => view.state === 'not-actual'));
  const ended = byNewest(data.alerts.filter((view) => view.state !== 'in-force' && view.state !== 'not-actual'));
  const open = inForce.filter((view) => !isConfirmed(view)).length;
  const empty = emptyText({ warnings: data.alerts.length, reports: data.reports, watched: data.watched });
  const title = inForce.length === 0 ? empty.title : liveHeadline(inForce.length - open, open);
  const told = (view: AlertView): number => data.told.get(view.id) ?? 0;
  return page({
    surround,
    title,
    children: (
      <>
        <div class="top">
          <Headline inForce={inForce} title={title} />
          <p class="counts">{countsText(data, inForce, told)}</p>
        </div>
        <div class="front">
          <section aria-labelledby="h-s">
            <h2 id="h-s" class="vh">
              Warnings in force, strongest instruction first
            </h2>
            {inForce.length === 0 ? (
              <Nothing text={empty}>
                <Last ended={ended} moment={moment} />
              </Nothing>
            ) : (
              <ol class="sits">
                {inForce.map((view) => (
                  <AlertRow view={view} told={told(view)} moment={moment} />
                ))}
              </ol>
            )}
          </section>
          <div class="side">
            <Wakes wakes={data.wakes} alerts={data.alerts} moment={moment} />
            <WaitingCodes alerts={data.alerts} />
            {data.watched === 0 ? <NobodyWatched /> : null}
            {moment.seq > 0 ? <OtherTime moment={moment} /> : null}
            <Feeds moment={moment} />
          </div>
        </div>
        {notReal.length > 0 ? <NotReal views={notReal} told={told} moment={moment} /> : null}
        {ended.length > 0 ? (
          <section class="sec" aria-labelledby="h-e">
            <h2 id="h-e">Ended or without effect</h2>
            <p class="lede">Of the last 30 days. Nobody is told of these any more.</p>
            <ol class="sits flat">
              {ended.map((view) => (
                <AlertRow view={view} told={told(view)} moment={moment} />
              ))}
            </ol>
          </section>
        ) : null}
      </>
    ),
  });
}

const byNewest = (views: readonly AlertView[]): AlertView[] =>
  [...views].sort((a, b) => (b.alert.sent.at ?? 0) - (a.alert.sent.at ?? 0) || (a.id < b.id ? -1 : 1));

/** The first sentence, and the strongest of what is in force: of the confirmed ones if there are any. */
function Headline({ inForce, title }: { readonly inForce: readonly AlertView[]; readonly title: string }): JSX.Element {
  const first = inForce.find(isConfirmed) ?? inForce[0];
  const lead = first ? leadOf(first.alert) : null;
  if (!lead) return <H1>{title}</H1>;
  const area = lead.info.areas[0]?.areaDesc;
  return (
    <H1>
      {title}. Strongest: {doWord[lead.instruction ?? 'none']},{' '}
      <Theirs text={area ?? lead.info.event} language={lead.info.language} max={60} />
    </H1>
  );
}

function countsText(data: AlertsData, inForce: readonly AlertView[], told: (view: AlertView) => number): string {
  const sum = inForce.reduce((all, view) => all + told(view), 0);
  const watched = `${capital(people(data.watched))} on the watch list.`;
  if (inForce.length === 0) return watched;
  const notices =
    sum === 0
      ? 'Nobody told of these warnings yet.'
      : `${capital(plural(sum, 'notice', 'notices'))} to your people so far.`;
  return `${notices} ${watched}`;
}

/** The newest of those that ended. */
function Last({
  ended,
  moment,
}: {
  readonly ended: readonly AlertView[];
  readonly moment: Moment;
}): JSX.Element | null {
  const [last] = ended;
  if (last === undefined) return null;
  return (
    <p class="quiet">
      The newest of them: <Theirs text={leadOf(last.alert)?.info.event ?? last.alert.identifier} max={80} />, recorded{' '}
      <When at={last.recorded.at} near={moment.valid} />.
    </p>
  );
}

function NobodyWatched(): JSX.Element {
  return (
    <div class="state-box">
      <p>
        <b>{emptyTexts.nobody.first}</b> {emptyTexts.nobody.next}
      </p>
    </div>
  );
}

/** Any earlier moment is a question like the one for now. */
export function OtherTime({ moment }: { readonly moment: Moment }): JSX.Element {
  return (
    <section aria-labelledby="h-t" class="noprint">
      <h2 id="h-t">At another time</h2>
      <form class="ask" method="get">
        <label for="t-at">As it stood, and as it was known, at (UTC)</label>
        <div class="row">
          <input id="t-at" name="at" type="text" autocomplete="off" required value={minuteOf(moment.valid)} />
          <button class="btn" type="submit">
            Show
          </button>
        </div>
      </form>
    </section>
  );
}

function Feeds({ moment }: { readonly moment: Moment }): JSX.Element {
  return (
    <section aria-labelledby="h-f" class="noprint">
      <h2 id="h-f">To follow elsewhere</h2>
      <p>{feedsLede}</p>
      <ul>
        {feeds.map(({ path, name }) => (
          <li>
            <a href={at(path, moment)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const minuteOf = (time: Instant): string => `${formatInstant(time).slice(0, -8)}Z`;

interface NotRealProps {
  readonly views: readonly AlertView[];
  readonly told: (view: AlertView) => number;
  readonly moment: Moment;
}

function NotReal({ views, told, moment }: NotRealProps): JSX.Element {
  return (
    <section class="sec drill inset" aria-labelledby="h-n">
      <h2 id="h-n">Not real: {count(views.length)} marked as exercise, test or draft</h2>
      <p class="lede">Kept and shown. Nobody is told of these, whatever they say.</p>
      <ol class="sits flat">
        {views.map((view) => (
          <AlertRow view={view} told={told(view)} moment={moment} />
        ))}
      </ol>
    </section>
  );
}
