/** What came in the day before, newest first: warnings, what took their place, what was read besides, what was withdrawn, what ran out. */
import type { ComponentChildren, JSX } from 'preact';
import { type AlertView, mayTell } from '../../core/model.ts';
import type { ReadingView, Situation } from '../../core/situation.ts';
import { day, type Instant } from '../../core/time/time.ts';
import { at, type Moment } from '../layout.tsx';
import { Words } from '../parts/cited.tsx';
import { spanId } from '../parts/passages.ts';
import { leadOf } from '../parts/rank.ts';
import { calm, clipped } from '../parts/shown-text.ts';
import { LogTime, Tag, Theirs, When } from '../parts/words.tsx';
import { SituationTitle } from '../situation/words.tsx';
import { capital, plural, trustTag } from '../strings/en.ts';
import { eventText } from '../strings/picture.ts';
import { NameOf, nameOf } from './heard.tsx';

interface SinceProps {
  readonly situations: readonly Situation[];
  readonly readings: readonly ReadingView[];
  readonly alerts: readonly AlertView[];
  readonly moment: Moment;
}

interface Entry {
  readonly at: Instant;
  readonly tag: string;
  /** Solid: something came; dashed: something is missing, ended or taken back. */
  readonly kind: 'solid' | 'dash' | '';
  readonly text: ComponentChildren;
}

const shown = 12;

export function Since(props: SinceProps): JSX.Element {
  const now = props.moment.valid;
  const entries = [...ofAlerts(props), ...ofReadings(props), ...ofWithdrawals(props)]
    .filter((entry) => entry.at > now - day && entry.at <= now)
    .sort((a, b) => b.at - a.at);
  const left = entries.length - shown;
  return (
    <section aria-labelledby="h-c">
      <h2 id="h-c">
        Since <When at={now - day} near={now} />
      </h2>
      {entries.length === 0 ? (
        <p class="quiet">Nothing came in these 24 hours.</p>
      ) : (
        <Log entries={entries.slice(0, shown)} now={now} />
      )}
      {left > 0 ? (
        <details>
          <summary>{capital(plural(left, 'entry', 'entries'))} more, older</summary>
          <Log entries={entries.slice(shown)} now={now} />
        </details>
      ) : null}
    </section>
  );
}

function Log({ entries, now }: { readonly entries: readonly Entry[]; readonly now: Instant }): JSX.Element {
  return (
    <ol class="log">
      {entries.map((entry) => (
        <li>
          <LogTime at={entry.at} near={now} />
          <p>
            <Tag kind={entry.kind}>{entry.tag}</Tag> {entry.text}
          </p>
        </li>
      ))}
    </ol>
  );
}

function ofAlerts({ alerts, situations, moment }: SinceProps): Entry[] {
  // The worst that it stands in.
  const inSituation = new Map(situations.toReversed().flatMap((one) => one.alerts.map((id) => [id, one] as const)));
  return alerts.flatMap((view): Entry[] => {
    const lead = leadOf(view.alert);
    const situation = inSituation.get(view.id);
    const words = lead?.info.headline ?? lead?.info.event ?? view.alert.identifier;
    const body = (
      <>
        <NameOf name={nameOf(view)} max={60} />:{' '}
        <a href={at(`/alerts/${view.id}`, moment)}>
          <Theirs text={words} language={lead?.info.language ?? null} max={110} />
        </a>
        {situation === undefined ? null : (
          <>
            . <SituationTitle situation={situation} max={90} />
          </>
        )}
        {mayTell(view.trust) ? '' : `. ${capital(trustTag[view.trust])}`}.
      </>
    );
    const update =
      view.alert.msgType === 'Update' ||
      situation?.issuers.some((one) => one.alert === view.id && one.earlier.length > 0);
    const tag =
      view.state === 'not-actual'
        ? 'Not real'
        : view.alert.msgType === 'Cancel'
          ? 'Cancel'
          : update || view.state === 'superseded'
            ? update
              ? 'Update'
              : 'Warning'
            : 'Warning';
    const ended = view.state === 'expired' ? (lead?.info.expires?.at ?? null) : null;
    return [
      { at: view.recorded.at, tag, kind: tag === 'Cancel' || tag === 'Not real' ? 'dash' : 'solid', text: body },
      ...(ended === null ? [] : [{ at: ended, tag: 'Ended', kind: 'dash' as const, text: body }]),
    ];
  });
}

/** Documents that hold no warning of their own: what officials and news say. */
function ofReadings({ readings, alerts, moment }: SinceProps): Entry[] {
  const warned = new Set(alerts.map(({ report }) => report));
  return readings
    .filter(({ report }) => !warned.has(report))
    .map((reading) => ({
      at: reading.fetchedAt,
      tag: 'Report',
      kind: '',
      text: (
        <>
          {reading.publisher === null ? null : (
            <>
              <Theirs text={reading.publisher} max={60} />:{' '}
            </>
          )}
          <a href={at(`/reports/${reading.report}`, moment)}>
            {reading.title === null ? `document ${reading.report}` : <Theirs text={reading.title} max={110} />}
          </a>
          .
        </>
      ),
    }));
}

function ofWithdrawals({ situations, readings, moment }: SinceProps): Entry[] {
  const came = new Map(readings.map((reading) => [reading.report, reading.fetchedAt]));
  return situations.flatMap((situation) =>
    situation.events.flatMap((event): Entry[] => {
      const by = event.withdrawnBy;
      const when = by === null ? undefined : came.get(by.report);
      if (by === null || when === undefined) return [];
      return [
        {
          at: when,
          tag: 'Withdrawn',
          kind: 'dash',
          text: (
            <>
              {calm(clipped(eventText(event), 100))}:{' '}
              <a href={`${at(`/reports/${by.report}`, moment)}#${spanId(by)}`}>
                <Words cite={by} max={110} />
              </a>
              .
            </>
          ),
        },
      ];
    }),
  );
}
