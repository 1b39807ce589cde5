/** What a situation rests on: each document with its number, each passage with its letter, so that it reads on paper too. */
import type { JSX } from 'preact';
import type { Report } from '../../core/model.ts';
import type { Cite, ReadingView } from '../../core/situation.ts';
import { type Instant, parseInstant } from '../../core/time/time.ts';
import { at, type Moment } from '../layout.tsx';
import { Cites, type Numbered, Quoted, Words } from '../parts/cited.tsx';
import { statesHour } from '../parts/clock-text.ts';
import { type Origin, spanId } from '../parts/passages.ts';
import { leadOf } from '../parts/rank.ts';
import { calm, clipped } from '../parts/shown-text.ts';
import { Theirs, When } from '../parts/words.tsx';
import { type Name, NameOf, nameOf } from '../picture/heard.tsx';
import { capital, plural } from '../strings/en.ts';
import { dayText } from '../strings/picture.ts';
import type { SituationData } from './data.ts';

interface SourcesProps {
  readonly data: SituationData;
  readonly numbered: Numbered;
  readonly moment: Moment;
}

export function Sources({ data, numbered, moment }: SourcesProps): JSX.Element {
  const { origins } = numbered.passages;
  return (
    <section class="sec" id="sources" aria-labelledby="h-src">
      <h2 id="h-src">Sources</h2>
      <p class="lede">
        {capital(plural(origins.length, 'document', 'documents'))}. A number is a document, a letter a passage in it, so
        the same number twice is one voice.
      </p>
      <SourceList data={data} numbered={numbered} moment={moment} />
    </section>
  );
}

/** Of a page that keeps which numbers stand on it only those, so it comes after all that bear one. */
export function SourceList({ data, numbered, moment }: SourcesProps): JSX.Element {
  const readings = new Map(data.readings.map((reading) => [reading.report, reading]));
  const reports = new Map(data.reports.map((report) => [report.id, report]));
  return (
    <ol class="sources">
      {originsOn(numbered, (report) => issuedIn(data, report)).map((origin) => (
        <Source
          origin={origin}
          reading={readings.get(origin.report)}
          report={reports.get(origin.report)}
          name={nameFor(data, origin.report)}
          heading={headingFor(data, origin.report)}
          issued={issuedIn(data, origin.report)}
          day={data.documents.get(origin.report)?.day ?? null}
          numbered={numbered}
          moment={moment}
        />
      ))}
    </ol>
  );
}

/** A document that is listed may be dated in its own words: then these are listed with it. */
function originsOn({ passages, used }: Numbered, dayOf: (report: string) => Cite | null): readonly Origin[] {
  if (used === undefined) return passages.origins;
  const stand = new Set(used);
  return passages.origins
    .filter((origin) => origin.passages.some(({ label }) => stand.has(label)))
    .map((origin) => {
      const words = dayOf(origin.report);
      const day = words === null ? null : passages.of(words);
      return { ...origin, passages: origin.passages.filter(({ label }) => stand.has(label) || label === day?.label) };
    });
}

const nameFor = ({ alerts }: SituationData, report: string): Name | null => {
  const view = alerts.find((one) => one.report === report);
  return view ? nameOf(view) : null;
};

/** Of a warning: one document may hold several, and one in CAP has no title of its own. */
const headingFor = ({ alerts }: SituationData, report: string): string | null => {
  const view = alerts.find((one) => one.report === report);
  const info = view && leadOf(view.alert)?.info;
  return info?.headline ?? info?.event ?? null;
};

/** Its day or time as its issuer states it. */
function issuedIn({ situation, alerts, aroundIssued }: SituationData, report: string): Cite | null {
  const word = situation.issuers.find((one) => one.report === report && one.issued !== null);
  const field = alerts.find((one) => one.report === report)?.advice?.issued;
  return word?.issued ?? (field ? { ...field, report } : aroundIssued?.report === report ? aroundIssued : null);
}

interface SourceProps {
  readonly origin: Origin;
  readonly reading: ReadingView | undefined;
  readonly report: Report | undefined;
  /** The issuer, when it is a warning. */
  readonly name: Name | null;
  readonly heading: string | null;
  readonly issued: Cite | null;
  /** EDTF, where its document bears one. */
  readonly day: string | null;
  readonly numbered: Numbered;
  readonly moment: Moment;
}

function Source({ origin, reading, report, name, heading, issued, day, numbered, moment }: SourceProps): JSX.Element {
  const { number, passages } = origin;
  const path = at(`/reports/${origin.report}`, moment);
  const who = name ?? (reading?.publisher ? { text: reading.publisher, ours: false } : null);
  const came = reading?.fetchedAt ?? report?.fetchedAt;
  const url = (reading ?? report)?.url ?? null;
  return (
    <li id={`c${number}`}>
      <span class="n" aria-hidden="true">
        {number}
      </span>
      <div>
        <p class="t">
          {who === null ? null : (
            <>
              <NameOf name={who} max={80} />.{' '}
            </>
          )}
          {heading || reading?.title ? (
            <Theirs text={heading || reading?.title || ''} max={140} />
          ) : (
            `Document ${origin.report}`
          )}
        </p>
        <p class="m">
          <Dated reading={reading} issued={issued} day={day} numbered={numbered} />{' '}
          {came === undefined ? null : (
            <>
              Came here <When at={came} />,{' '}
              {url === null ? (
                'handed in'
              ) : (
                <>
                  from <span class="code">{calm(clipped(url, 200))}</span>
                </>
              )}
              {report?.alsoAt.map((also) => (
                <>
                  , also at <span class="code">{calm(clipped(also, 200))}</span>
                </>
              ))}
              .{' '}
            </>
          )}
          {report === undefined ? null : (
            <>
              sha-256 <span class="code">{report.hash.slice(0, 12)}…</span>{' '}
            </>
          )}
          <a class="noprint" href={path}>
            Whole text of {number}
          </a>
        </p>
        <ol class="passages">
          {passages.map(({ id, label, cite }) => (
            <li id={id}>
              <b>{label}</b>
              <p>
                <a href={`${path}#${spanId(cite)}`}>
                  <Words cite={cite} max={400} />
                </a>
                <small>{zoneText(cite.zone)}</small>
              </p>
            </li>
          ))}
        </ol>
      </div>
    </li>
  );
}

/** A time that can be placed. */
const placedTime = (reading: ReadingView | undefined, issued: Cite | null): Instant | null =>
  reading?.publishedAt ?? (issued === null ? null : parseInstant(issued.text));

/** An hour with the words that state it; where these state only the day, they stand beside it. */
export function Stated({
  at: time,
  issued,
  numbered,
}: {
  readonly at: Instant;
  readonly issued: Cite | null;
  readonly numbered: Numbered;
}): JSX.Element {
  const isPlaced = issued !== null && parseInstant(issued.text) !== null;
  return (
    <>
      <When at={time} />
      {issued === null ? null : isPlaced ? (
        <Cites numbered={numbered} cites={[issued]} />
      ) : (
        <>
          , in its own words <Quoted numbered={numbered} cite={issued} max={60} />
        </>
      )}
    </>
  );
}

interface DatedProps {
  readonly reading: ReadingView | undefined;
  readonly issued: Cite | null;
  readonly day: string | null;
  readonly numbered: Numbered;
}

/** As the document states it: a time that can be placed, else its own words, so that an hour without a zone is not called missing. */
function Dated({ reading, issued, day, numbered }: DatedProps): JSX.Element {
  const time = placedTime(reading, issued);
  if (time !== null)
    return (
      <>
        Dated <Stated at={time} issued={issued} numbered={numbered} />.
      </>
    );
  if (issued === null) return <>{day === null ? 'Day not stated.' : `Dated ${dayText(day)}, hour not stated.`}</>;
  return (
    <>
      Dated <Quoted numbered={numbered} cite={issued} max={60} />
      {statesHour(issued.text) ? ', zone not stated.' : ', hour not stated.'}
    </>
  );
}

/** Only what a reader should know of: words of a caption or a title weigh otherwise than those of the text. */
const zoneText = (zone: string): string =>
  zone === 'caption'
    ? 'in a caption'
    : zone === 'title'
      ? 'in the title'
      : zone === 'related'
        ? 'in a related link'
        : '';
