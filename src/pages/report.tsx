/** One document as it came: its text, what was read from which words of it, and what was found wrong. Prose by zones, all else by lines. */
import type { JSX } from 'preact';
import type { AlertView, Report } from '../core/model.ts';
import type { ReadingView, Situation } from '../core/situation.ts';
import type { Document } from '../core/text/reading.ts';
import { at, type Dated, page } from './layout.tsx';
import { H1 } from './parts/around.tsx';
import { Words } from './parts/cited.tsx';
import { statesHour } from './parts/clock-text.ts';
import { FindingList } from './parts/finding-list.tsx';
import type { Passages } from './parts/passages.ts';
import { leadOf } from './parts/rank.ts';
import { calm, clipped } from './parts/shown-text.ts';
import type { SourceText } from './parts/source-text.ts';
import { Theirs, When } from './parts/words.tsx';
import { Lines } from './report/lines.tsx';
import { type Noted, notedOf } from './report/notes.tsx';
import { Prose } from './report/prose.tsx';
import { capital, plural } from './strings/en.ts';
import { dayText } from './strings/picture.ts';

export interface ReportData {
  readonly report: Report;
  /** Alerts read from it, as they stand at the moment of the page. */
  readonly alerts: readonly AlertView[];
  readonly source: SourceText;
  /** The text that spans of its reading point into; null for a report without prose. */
  readonly document: Document | null;
  readonly reading: ReadingView | null;
  /** Situations that rest on it, with the numbers of their passages. */
  readonly situations: readonly { readonly situation: Situation; readonly passages: Passages }[];
}

export function reportPage(surround: Dated, data: ReportData): string {
  const { report, alerts, document } = data;
  // A copy of a warning that came before keeps the places of the document it was read from.
  const own = alerts.filter((view) => view.report === report.id);
  const noted = notedOf(report.id, data.reading, own, data.situations, document);
  const name = document?.title ?? data.reading?.title ?? null;
  return page({
    surround,
    title: name === null ? `Document ${report.id}` : calm(clipped(name, 120)),
    children: (
      <>
        <nav class="crumb" aria-label="You are here">
          <a href={at('/', surround.moment)}>Picture</a> <span aria-hidden="true">/</span> Document{' '}
          <span class="code">{report.id}</span>
        </nav>
        <div class="top">
          <H1>
            {name === null ? (
              <>
                Document <span class="code nowrap">{report.id}</span>
              </>
            ) : (
              <Theirs text={name} language={document?.language ?? null} max={160} />
            )}
          </H1>
          <p class="counts">
            {document === null ? null : `${countText(noted)} `}
            {alerts.length === 0 ? 'No alert was read from it.' : 'Read as: '}
            {alerts.map((view, n) => (
              <>
                {n > 0 ? ', ' : ''}
                <a href={at(`/alerts/${view.id}`, surround.moment)}>
                  <Theirs text={leadOf(view.alert)?.info.event ?? view.alert.identifier} max={80} />
                </a>
              </>
            ))}
          </p>
        </div>
        <Facts data={data} />
        <section class="sec" aria-labelledby="h-t">
          <h2 id="h-t">The text, and what was read in it</h2>
          {document === null ? (
            <Lines report={report} alerts={own} source={data.source} noted={noted} surround={surround} />
          ) : (
            <>
              <p class="lede">
                Underlined words carry what was read; their letter leads to the margin and back. A heavy line is a
                warning, a broken one something that is not known. Grey blocks were kept and not read as news.
              </p>
              <Prose document={document} noted={noted} moment={surround.moment} />
            </>
          )}
        </section>
        <section class="sec" aria-labelledby="h-f">
          <h2 id="h-f">What the reader found wrong</h2>
          <FindingList
            findings={report.findings}
            page={at(`/reports/${report.id}`, surround.moment)}
            lines={document === null}
          />
        </section>
      </>
    ),
  });
}

function countText(noted: readonly Noted[]): string {
  const read = noted.filter(({ notes }) => notes.length > 0);
  const gaps = read.filter(({ mark }) => mark === 'gap').length;
  const gapped = gaps === 0 ? '' : `, ${plural(gaps, 'of them a gap', 'of them gaps')}`;
  return `${capital(plural(read.length, 'passage', 'passages'))} read${gapped}, by rules alone, by no model.`;
}

function Facts({ data }: { readonly data: ReportData }): JSX.Element {
  const { report, source, document } = data;
  const own = data.alerts.filter((view) => view.report === report.id);
  // Of several notices only the words of the day that the document bears date it.
  const stated = own.flatMap(({ advice }) => advice?.issued ?? []).find(({ value }) => value === document?.day);
  return (
    <dl class="facts">
      <div>
        <dt>From</dt>
        <dd>
          {document?.publisher ? <Theirs text={document.publisher} max={80} /> : report.source}
          <small>
            {document?.publisher ? `through ${report.source}, ` : ''}
            {report.url === null ? 'handed in, no address' : <Theirs text={report.url} max={120} />}
            {report.alsoAt.map((url) => (
              <>
                , also at <Theirs text={url} max={120} />
              </>
            ))}
          </small>
        </dd>
      </div>
      <div>
        <dt>Came here</dt>
        <dd>
          <When at={report.fetchedAt} />
          <small>{report.by === null ? 'fetched by the desk' : `handed in by ${report.by}`}</small>
        </dd>
      </div>
      {document === null ? null : (
        <div>
          <dt>Dated</dt>
          <dd>
            {document.publishedAt === null ? (
              document.day === null ? (
                'Not stated'
              ) : (
                dayText(document.day)
              )
            ) : (
              <When at={document.publishedAt} />
            )}
            <small>
              {document.publishedAt !== null ? (
                'as the document says'
              ) : document.day === null ? (
                'so its “today” and “Sunday” stay open'
              ) : stated === undefined ? (
                'the hour is not stated'
              ) : (
                <>
                  <Words cite={stated} max={60} />, {statesHour(stated.text) ? 'zone' : 'hour'} not stated
                </>
              )}
            </small>
          </dd>
        </div>
      )}
      {document === null ? <ReadAs report={report} source={source} /> : null}
      <div>
        <dt>Kept as</dt>
        <dd>
          {report.size.toLocaleString('en')} bytes, unchanged
          <small>
            sha-256 <span class="code">{report.hash.slice(0, 16)}…</span>{' '}
            <a href={`/reports/${report.id}/raw`}>the bytes</a>
          </small>
        </dd>
      </div>
    </dl>
  );
}

function ReadAs({ report, source }: { readonly report: Report; readonly source: SourceText }): JSX.Element {
  return (
    <div>
      <dt>Read as</dt>
      <dd>
        {source.kind === 'text' ? 'text' : 'bytes that are no text'}
        <small>
          {report.type === null ? (
            'no type stated'
          ) : (
            <>
              stated as <Theirs text={report.type} max={60} />
            </>
          )}
        </small>
      </dd>
    </div>
  );
}
