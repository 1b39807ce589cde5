/** What happened and what was taken back, what lapses and when, what is not known, what figures are given. */
import type { JSX } from 'preact';
import type { ReadingView, Situation, SituationCount, SituationEvent } from '../../core/situation.ts';
import type { TimeField } from '../../core/text/reading.ts';
import type { Instant } from '../../core/time/time.ts';
import type { Moment } from '../layout.tsx';
import { Cites, type Numbered, Quoted, Said, Words, withBeside } from '../parts/cited.tsx';
import { statesHour } from '../parts/clock-text.ts';
import { timeOf } from '../parts/passages.ts';
import { calm, clipped, isolated } from '../parts/shown-text.ts';
import { Tag, Theirs, When } from '../parts/words.tsx';
import { capital } from '../strings/en.ts';
import { asOfText, dayText, estimateText, eventStatus, eventText } from '../strings/picture.ts';
import { countryName } from '../strings/reasons.ts';
import { isRange } from './versus.tsx';
import { BackMark } from './voices.tsx';
import { unplacedIn } from './where/unplaced.tsx';
import { Named, NotTold, NotToldBy } from './words.tsx';

interface Part {
  readonly situation: Situation;
  readonly numbered: Numbered;
}

interface HappenedProps extends Part {
  readonly readings: readonly ReadingView[];
  readonly moment: Moment;
}

export function Happened({ situation, readings, numbered, moment }: HappenedProps): JSX.Element | null {
  const { events } = situation;
  if (events.length === 0) return null;
  const back = events.some(({ status }) => status === 'withdrawn');
  return (
    <section class="sec" aria-labelledby="h-e">
      <h2 id="h-e">What happened{back ? ', and what was withdrawn' : ''}</h2>
      <p class="lede">
        As reported, the newest report first. When it happened is said in the words of the reports, or is not stated.
        What was taken back stays here, marked, beside the words that took it back.
      </p>
      <ol class="log wide">
        {[...events]
          .sort((a, b) => b.at - a.at)
          .map((event) => (
            <li>
              <EventTime event={event} readings={readings} />
              <EventText event={event} numbered={numbered} near={moment.valid} />
            </li>
          ))}
      </ol>
    </section>
  );
}

/** When it happened, in the words of whoever states it; the hour of a report is not that of the deed. */
function EventTime({
  event,
  readings,
}: {
  readonly event: SituationEvent;
  readonly readings: readonly ReadingView[];
}): JSX.Element {
  const time = statedTime(event, readings);
  return (
    <p class="when">
      {time === null ? <small>hour not stated</small> : <Theirs text={time.text} max={40} />}
      {time === null || statesHour(time.text) ? null : (
        <>
          <br />
          <small>hour not stated</small>
        </>
      )}
    </p>
  );
}

/** The first that names an hour, else the first that names a time at all. */
export function statedTime(event: SituationEvent, readings: readonly ReadingView[]): TimeField | null {
  const times = [event.cite, ...event.cites].flatMap(({ report, start, end }) => {
    const events = readings.find((one) => one.report === report)?.said.events ?? [];
    return events.filter((one) => one.start === start && one.end === end).flatMap((one) => timeOf(one) ?? []);
  });
  return times.find(({ text }) => statesHour(text)) ?? times[0] ?? null;
}

interface EventTextProps {
  readonly event: SituationEvent;
  readonly numbered: Numbered;
  readonly near: Instant;
}

function EventText({ event, numbered, near }: EventTextProps): JSX.Element {
  const gone = event.status === 'withdrawn' || event.status === 'denied';
  return (
    <p>
      <Tag kind={event.status === 'happened' ? 'solid' : 'dash'}>{eventStatus[event.status]}</Tag>{' '}
      <Said numbered={numbered} cites={withBeside(numbered, [event.cite, ...event.cites])}>
        <b>{gone ? <s>{calm(clipped(eventText(event), 120))}</s> : calm(clipped(eventText(event), 120))}.</b>{' '}
        <Words cite={event.cite} max={240} />
        {saying(event.speaker)}, <FirstReported event={event} near={near} />.
      </Said>
      {event.withdrawnBy === null ? null : (
        <>
          {' '}
          {event.status === 'denied' ? 'Denied' : 'Withdrawn'}
          {event.withdrawnSpeaker === null ? '' : ` by ${isolated(event.withdrawnSpeaker, 60)}`}:{' '}
          <Quoted numbered={numbered} cite={event.withdrawnBy} max={240} whole />
        </>
      )}
      <PartsTakenBack event={event} numbered={numbered} />
    </p>
  );
}

/** What was told of a deed that stands, and was taken back. */
export const PartsTakenBack = ({ event, numbered }: Omit<EventTextProps, 'near'>): JSX.Element => (
  <>
    {event.takenBack.map(({ cite, withdrawnBy, withdrawnSpeaker }) => (
      <>
        {' '}
        Withdrawn of this: <Quoted numbered={numbered} cite={cite} max={120} whole />
        {withdrawnSpeaker === null ? '' : `, by ${isolated(withdrawnSpeaker, 60)}`}:{' '}
        <Quoted numbered={numbered} cite={withdrawnBy} max={240} whole />
      </>
    ))}
  </>
);

export const saying = (speaker: string | null): string => (speaker === null ? '' : `, says ${isolated(speaker, 60)}`);

/** The words that say most may be later ones: each hour stands with the words that were said at it. */
export function FirstReported({ event, near }: Pick<EventTextProps, 'event' | 'near'>): JSX.Element {
  const { cite, citeAt, at, first } = event;
  if (citeAt === at)
    return (
      <>
        first reported <When at={at} near={near} />
      </>
    );
  return (
    <>
      reported <When at={citeAt} near={near} />; first reported <When at={at} near={near} />
      {first.cite.text === cite.text ? '' : ': '}
      {first.cite.text === cite.text ? null : <Words cite={first.cite} max={120} />}
      {saying(first.speaker)}
    </>
  );
}

export const noneStated = 'No source says of anything that it is not known.';

export function NotKnown({ situation, numbered, near }: Part & { readonly near: Instant }): JSX.Element {
  const unplaced = unplacedIn(situation);
  return (
    <section class="sec" aria-labelledby="h-u">
      <h2 id="h-u">Not known</h2>
      {situation.unknowns.length + unplaced.length === 0 ? <p class="quiet">{noneStated}</p> : null}
      <ul class="unknown">
        {unplaced.map((sentence) => (
          <li>
            <p>{sentence}</p>
          </li>
        ))}
        {situation.unknowns.map((unknown) => (
          <li>
            <p>
              <NotTold situation={situation} unknown={unknown} />{' '}
              {unknown.cite === null ? null : (
                <>
                  <NotToldBy unknown={unknown} near={near} />:{' '}
                  <Quoted numbered={numbered} cite={unknown.cite} max={160} whole />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Lapses({ situation, numbered }: Part): JSX.Element | null {
  const { deadlines, issuers } = situation;
  const ending = issuers.filter(({ expires }) => expires !== null);
  if (deadlines.length + ending.length === 0) return null;
  return (
    <section class="sec" id="lapses" aria-labelledby="h-la">
      <h2 id="h-la">What lapses, and when</h2>
      <p class="lede">A deadline of something else is not the end of a warning.</p>
      <dl class="pairs wide">
        {ending.map((one) => (
          <>
            <dt>
              <When at={one.expires ?? 0} />
            </dt>
            <dd>
              The warning of <Named situation={situation} issuer={one.issuer} /> ends.
              <Cites numbered={numbered} cites={[one.expiresCite ?? one.words]} />
            </dd>
          </>
        ))}
        {deadlines.map(({ value, what, holder, cites }) => (
          <>
            <dt>{calm(clipped(dayText(value), 40))}</dt>
            <dd>
              {capital(isolated(what, 120))}
              {holder === null ? '' : ` (${calm(clipped(countryName(holder), 60))})`}:{' '}
              {cites.map((cite, n) => (
                <>
                  {n > 0 ? ', ' : ''}
                  <Quoted numbered={numbered} cite={cite} max={90} whole />
                </>
              ))}
              {cites.every(({ zone }) => zone === 'caption') ? '. Stands only in a caption.' : '.'}
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}

/** Whose count it is, when it was reported, and its words: “at least 90” is no more than that. */
export const Count = ({
  count: { speaker, at, cite },
  situation,
  numbered,
  near,
}: Part & { readonly count: SituationCount; readonly near: Instant }): JSX.Element => (
  <>
    <BackMark situation={situation} cite={cite} numbered={numbered} />
    {speaker === null ? 'A report' : capital(isolated(speaker, 60))}, <When at={at} near={near} />:{' '}
    <Quoted numbered={numbered} cite={cite} max={200} whole />
  </>
);

/** Counts and estimates that are one figure: each with its source. Ranges face each other where sources disagree. */
export function Figures({ situation, numbered, near }: Part & { readonly near: Instant }): JSX.Element | null {
  const single = situation.estimates.filter((one) => !isRange(one));
  const { casualties } = situation;
  if (single.length + casualties.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="h-es">
      <h2 id="h-es">Figures that are given</h2>
      <dl class="pairs wide">
        {casualties.length === 0 ? null : (
          <>
            <dt>Dead and hurt</dt>
            {casualties.map((count) => (
              <dd>
                <Count count={count} situation={situation} numbered={numbered} near={near} />
              </dd>
            ))}
          </>
        )}
        {single.map(({ of, source, asOf, cite, ...one }) => (
          <>
            <dt>{capital(isolated(of, 60))}</dt>
            <dd>
              {capital(estimateText(one, cite.text))}
              {asOfText(asOf)}
              {source === null ? '' : `, by ${isolated(source, 80)}`}:{' '}
              <Quoted numbered={numbered} cite={cite} max={200} whole />.
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}
