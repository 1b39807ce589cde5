/** Which sources were heard, and when. What a source ought to have said, nobody has told this desk yet: so silence is not counted. */
import type { ComponentChild, JSX } from 'preact';
import type { AlertView } from '../../core/model.ts';
import type { ReadingView } from '../../core/situation.ts';
import { day, hour, type Instant } from '../../core/time/time.ts';
import type { Moment } from '../layout.tsx';
import { useExercise } from '../parts/around.tsx';
import { wallMark } from '../parts/clock-text.ts';
import { leadOf } from '../parts/rank.ts';
import { calm, clipped } from '../parts/shown-text.ts';
import { Mark, Theirs, When } from '../parts/words.tsx';
import { capital, count, plural } from '../strings/en.ts';
import { countryName } from '../strings/reasons.ts';

/** Somebody who was heard, with every time something of theirs came, newest first. */
export interface Heard {
  readonly name: Name;
  /** Code of the country whose government it speaks for; null where that is not known. */
  readonly country: string | null;
  /** Ids of source plug-ins it came through. */
  readonly through: string;
  readonly times: readonly Instant[];
  readonly warnings: number;
}

/** Who a document is from. `ours`: we call it so; otherwise it is what they call themselves. */
export interface Name {
  readonly text: string;
  readonly ours: boolean;
}

/** Who an alert is from, as people know them. */
export const nameOf = (view: AlertView): Name =>
  view.advice === null
    ? { text: leadOf(view.alert)?.info.senderName ?? view.alert.sender, ours: false }
    : { text: view.advice.office, ours: true };

export function NameOf({ name, max }: { readonly name: Name; readonly max: number }): ComponentChild {
  return name.ours ? calm(clipped(name.text, max)) : <Theirs text={name.text} max={max} />;
}

const hostOf = (url: string | null): string | null => /^https?:\/\/([^/:?#]+)/.exec(url ?? '')?.[1] ?? null;

/** Everybody heard up to `now`, the newest first. A document with a warning counts for its issuer, any other for its publisher. */
export function heardOf(readings: readonly ReadingView[], alerts: readonly AlertView[], now: Instant): Heard[] {
  const issuers = new Map(alerts.map((view) => [view.report, nameOf(view)]));
  const countries = new Map(
    alerts.flatMap(({ advice }) => (/^[A-Z]{2}$/.test(advice?.issuer ?? '') ? [[advice?.office, advice?.issuer]] : [])),
  );
  const read = new Set(readings.map(({ report }) => report));
  const events = [
    ...readings.map((one) => ({
      name: issuers.get(one.report) ?? publisherOf(one),
      through: one.source,
      at: one.fetchedAt,
      warning: issuers.has(one.report),
    })),
    ...alerts
      .filter(({ report }) => !read.has(report))
      .map((view) => ({ name: nameOf(view), through: 'cap-file', at: view.recorded.at, warning: true })),
  ].filter(({ at }) => at <= now);
  const byName = new Map<string, typeof events>();
  for (const event of events) byName.set(event.name.text, [...(byName.get(event.name.text) ?? []), event]);
  return [...byName.values()]
    .map((list) => ({
      name: list[0]?.name ?? { text: '', ours: true },
      country: countries.get(list[0]?.name.text) ?? null,
      through: [...new Set(list.map(({ through }) => through))].join(', '),
      times: list.map(({ at }) => at).sort((a, b) => b - a),
      warnings: list.filter(({ warning }) => warning).length,
    }))
    .sort((a, b) => (b.times[0] ?? 0) - (a.times[0] ?? 0));
}

/** Who published it as it says itself, else the host it came from, else the plug-in that read it. */
export function publisherOf({ publisher, url, source }: ReadingView): Name {
  if (publisher !== null) return { text: publisher, ours: false };
  return { text: hostOf(url) ?? source, ours: true };
}

const named = 3;

/** In one line under the headline. */
export function HeardLine({ heard, now }: { readonly heard: readonly Heard[]; readonly now: Instant }): JSX.Element {
  const wall = useExercise();
  const fresh = heard.filter(({ times }) => now - (times[0] ?? 0) < day);
  return (
    <section class="heard" aria-label="Who was heard, in short">
      <span>Heard in 24 h{wall === null ? ' (UTC)' : ` (${wall.place})`}</span>
      {fresh.length === 0 ? <span>Nobody</span> : null}
      {fresh.slice(0, named).map(({ name, times }) => (
        <span>
          <NameOf name={name} max={42} /> <Mark at={times[0] ?? now} near={now} />
        </span>
      ))}
      {fresh.length > named ? <span>and {count(fresh.length - named)} more</span> : null}
      {heard.length === 0 ? null : <a href="#heard">Everybody heard</a>}
    </section>
  );
}

export function HeardTable({
  heard,
  moment,
}: {
  readonly heard: readonly Heard[];
  readonly moment: Moment;
}): JSX.Element | null {
  const wall = useExercise();
  const now = moment.valid;
  if (heard.length === 0) return null;
  return (
    <section class="sec" id="heard" aria-labelledby="h-cov">
      <h2 id="h-cov">Who was heard, and when</h2>
      <p class="lede">
        A source that is silent is not a source that is calm. Each stroke is a document that came. No coverage figures
        yet: how often each ought to speak is not known here, so nothing is said of what is missing.
      </p>
      <table class="cover">
        <caption class="vh">Sources and when each was last heard</caption>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">24 hours to {wallMark(now, wall).slice(-5)}</th>
            <th scope="col">Last heard</th>
            <th scope="col" class="opt">
              What came
            </th>
          </tr>
        </thead>
        <tbody>
          {heard.map((one) => (
            <tr>
              <th scope="row">
                <NameOf name={one.name} max={80} />
                <small>{one.country === null ? one.through : `${countryName(one.country)}, ${one.through}`}</small>
              </th>
              <td>
                <Strokes times={one.times} now={now} />
              </td>
              <td>
                <When at={one.times[0] ?? now} near={now} />
              </td>
              <td class="opt">{cameText(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const cameText = ({ times, warnings }: Heard): string => {
  const others = times.length - warnings;
  const parts = [
    ...(warnings > 0 ? [plural(warnings, 'warning', 'warnings')] : []),
    ...(others > 0 ? [plural(others, 'report', 'reports')] : []),
  ];
  return `${capital(parts.join(', '))} in all`;
};

/** 24 hours wide; the text beside it says the same. */
function Strokes({ times, now }: { readonly times: readonly Instant[]; readonly now: Instant }): JSX.Element {
  const inDay = times.filter((time) => now - time < day);
  return (
    <>
      <svg width="100%" height="24" aria-hidden="true">
        <line class="base" x1="0" x2="100%" y1="23" y2="23" />
        {inDay.map((time) => {
          const x = `${((1 - (now - time) / day) * 99.5).toFixed(2)}%`;
          return <line class="stroke" x1={x} x2={x} y1="4" y2="23" />;
        })}
      </svg>
      <span class="vh">
        {inDay.length === 0
          ? 'nothing in 24 hours'
          : `${inDay.length} in 24 hours, newest ${Math.floor((now - (inDay[0] ?? now)) / hour)} h ago`}
      </span>
    </>
  );
}
