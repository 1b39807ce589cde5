/** Where in its story a replay stands, and the ways to any other moment of it: without a script, by links and a plain form. */
import type { JSX } from 'preact';
import { formatInstant, type Instant } from '../../core/time/time.ts';
import type { Exercise } from '../exercise.ts';
import { wallDay, wallMark, wallShort } from '../parts/clock-text.ts';
import { calm, clipped } from '../parts/shown-text.ts';

/** A moment one can go to. */
interface Stop {
  readonly at: Instant;
  readonly title: string;
  readonly kind: 'moment' | 'report';
}

/** Every stop of the story in order; at one time the named moment comes after the report that made it. */
function stopsOf({ moments, reports, from, until }: Exercise): Stop[] {
  const stops: Stop[] = [
    ...reports.map(({ at, title }) => ({ at, title, kind: 'report' as const })),
    ...moments.map(({ at, title }) => ({ at, title, kind: 'moment' as const })),
  ];
  return stops.filter(({ at }) => at >= from && at <= until).sort((a, b) => a.at - b.at);
}

const hrefOf = (path: string, at: Instant): string => `${path}?at=${formatInstant(at)}`;

interface StoryProps {
  readonly path: string;
  /** The moment the page shows. */
  readonly now: Instant;
  /** Until when what the page knows had come: before `now` when it shows what was believed earlier. */
  readonly known: Instant;
  readonly exercise: Exercise;
}

export function Story({ path, now, known, exercise }: StoryProps): JSX.Element {
  const stops = stopsOf(exercise);
  const before = stops.findLast((stop) => stop.at < now);
  const next = stops.find((stop) => stop.at > now);
  const here = stops.findLast((stop) => stop.at === now && stop.at <= known && stop.kind === 'moment');
  const newest = exercise.reports.findLast((report) => report.at <= Math.min(now, known));
  return (
    <>
      <section class="asof story" aria-label="The moment of the story this page shows">
        <div class="wrap">
          <p>
            <b>{here === undefined ? 'In the story it is' : `${calm(here.title)}:`}</b>{' '}
            <time dateTime={formatInstant(now)}>{wallDay(now, exercise)}</time>
            {known < now ? (
              <b>
                , as it was known at <time dateTime={formatInstant(known)}>{wallDay(known, exercise)}</time>
              </b>
            ) : null}
            <span class="quiet">
              {newest === undefined ? '. Nothing has come yet.' : `. Last came: ${calm(clipped(newest.title, 80))}.`}
            </span>
          </p>
          <p class="go">
            {before === undefined ? null : (
              <a href={hrefOf(path, before.at)} rel="prev">
                <span aria-hidden="true">← </span>
                <StopText stop={before} now={now} exercise={exercise} way="Earlier" />
              </a>
            )}
            {next === undefined ? null : (
              <a href={hrefOf(path, next.at)} rel="next">
                <StopText stop={next} now={now} exercise={exercise} way="Later" />
                <span aria-hidden="true"> →</span>
              </a>
            )}
          </p>
        </div>
      </section>
      <section class="travel noprint" aria-label="Go to another moment of the story">
        <div class="wrap">
          <div class="line-of-story">
            <Track exercise={exercise} now={now} />
          </div>
          <GoTo path={path} now={now} exercise={exercise} />
        </div>
      </section>
    </>
  );
}

function StopText({
  stop,
  now,
  exercise,
  way,
}: {
  readonly stop: Stop;
  readonly now: Instant;
  readonly exercise: Exercise;
  readonly way: 'Earlier' | 'Later';
}): JSX.Element {
  return (
    <>
      {way}: {wallShort(stop.at, now, exercise).replace(/ in .*/, '')}, {calm(clipped(stop.title, 44))}
    </>
  );
}

/** The whole story as a line: a stroke for each report, a square for each named moment, what has not come yet hatched. */
function Track({ exercise, now }: { readonly exercise: Exercise; readonly now: Instant }): JSX.Element {
  const { from, until, moments, reports } = exercise;
  const share = (at: Instant): string =>
    `${(Math.min(1, Math.max(0, (at - from) / Math.max(1, until - from))) * 100).toFixed(2)}%`;
  return (
    <div class="track-of-story" aria-hidden="true">
      <svg width="100%" height="34" aria-hidden="true">
        <line class="base" x1="0" x2="100%" y1="17" y2="17" />
        <svg x={share(now)} width="100%" height="34" aria-hidden="true">
          <rect class="coming" width="100%" height="34" fill="url(#later)" />
        </svg>
        {reports.map(({ at }) => (
          <line class="came" x1={share(at)} x2={share(at)} y1="9" y2="25" />
        ))}
        {moments.map(({ at }) => (
          <svg x={share(at)} y="12" width="10" height="10" overflow="visible" aria-hidden="true">
            <rect class="named" x="-5" width="10" height="10" />
          </svg>
        ))}
        <line class="here" x1={share(now)} x2={share(now)} y1="0" y2="34" />
      </svg>
      <p>
        <span>{wallMark(from, exercise)}</span>
        <span>{wallMark(until, exercise)}</span>
      </p>
    </div>
  );
}

/** Names every moment one may want, and any other in words. The script adds a slider to the form and takes nothing from it. */
function GoTo({
  path,
  now,
  exercise,
}: {
  readonly path: string;
  readonly now: Instant;
  readonly exercise: Exercise;
}): JSX.Element {
  const value = (at: Instant): string => formatInstant(at).replace('.000Z', 'Z');
  const option = (at: Instant, title: string): JSX.Element => (
    <option value={value(at)} selected={at === now}>
      {wallMark(at, exercise)} – {calm(clipped(title, 90))}
    </option>
  );
  const named = [...exercise.moments, ...exercise.reports].some(({ at }) => at === now);
  return (
    <form
      class="ask"
      method="get"
      action={path}
      data-slider
      data-from={formatInstant(exercise.from)}
      data-until={formatInstant(exercise.until)}
      data-at={formatInstant(now)}
      data-zone={exercise.timeZone}
      data-place={exercise.place}
      data-label="Moment of the story"
    >
      <label for="go-at">Go to a moment, by the clock in {exercise.place}</label>
      <div class="row">
        <select id="go-at" name="at">
          {named ? null : (
            <option value={value(now)} selected>
              {wallMark(now, exercise)} – this page
            </option>
          )}
          <optgroup label="Moments">{exercise.moments.map(({ at, title }) => option(at, title))}</optgroup>
          <optgroup label="When each report came">
            {exercise.reports.map(({ at, title }) => option(at, title))}
          </optgroup>
        </select>
        <button class="btn" type="submit">
          Go
        </button>
      </div>
    </form>
  );
}

/** What is true and what is invented. */
export function About({ exercise }: { readonly exercise: Exercise }): JSX.Element {
  return (
    <p>
      <b>{calm(exercise.title)}.</b> {calm(exercise.about)}
    </p>
  );
}
