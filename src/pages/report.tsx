/** One document as it came: its text with numbered lines, what was read from which line, and what was found wrong. */
import type { JSX } from 'preact';
import type { AlertView, Report } from '../core/model.ts';
import { at, type Dated, page } from './layout.tsx';
import { FindingList } from './parts/finding-list.tsx';
import { leadOf } from './parts/rank.ts';
import { laidBare } from './parts/shown-text.ts';
import { linesShown, type Shown, type SourceText } from './parts/source-text.ts';
import { Theirs, When } from './parts/words.tsx';

export interface ReportData {
  readonly report: Report;
  /** Alerts read from it, as they stand at the moment of the page. */
  readonly alerts: readonly AlertView[];
  readonly source: SourceText;
}

export function reportPage(surround: Dated, data: ReportData): string {
  const { report, alerts } = data;
  return page({
    surround,
    title: `Document ${report.id}`,
    children: (
      <>
        <nav class="crumb" aria-label="You are here">
          <a href={at('/', surround.moment)}>Alerts</a> <span aria-hidden="true">/</span> Document
        </nav>
        <div class="top">
          <h1>
            Document <span class="code nowrap">{report.id}</span>
          </h1>
          <p class="counts">
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
        <Facts report={report} source={data.source} />
        <section class="sec" aria-labelledby="h-f">
          <h2 id="h-f">What the reader found wrong</h2>
          <FindingList findings={report.findings} report={report.id} />
        </section>
        <section class="sec" aria-labelledby="h-t">
          <h2 id="h-t">The text, and what was read in it</h2>
          <Text data={data} surround={surround} />
        </section>
      </>
    ),
  });
}

function Facts({ report, source }: { readonly report: Report; readonly source: SourceText }): JSX.Element {
  return (
    <dl class="facts">
      <div>
        <dt>From</dt>
        <dd>
          {report.source}
          <small>{report.url === null ? 'handed in, no address' : <Theirs text={report.url} max={120} />}</small>
        </dd>
      </div>
      <div>
        <dt>Came here</dt>
        <dd>
          <When at={report.fetchedAt} />
          <small>{report.by === null ? 'fetched by the desk' : `handed in by ${report.by}`}</small>
        </dd>
      </div>
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

function Text({ data, surround }: { readonly data: ReportData; readonly surround: Dated }): JSX.Element {
  const { source, report } = data;
  if (source.kind === 'bytes')
    return (
      <div class="state-box">
        <p>
          <b>{report.size === 0 ? 'It is empty.' : 'These bytes are no text we can read.'}</b>{' '}
          {report.size === 0 ? '' : 'The first of them:'}
        </p>
        {report.size === 0 ? null : <p class="code hex">{source.hex}</p>}
      </div>
    );
  const read = readLines(data.alerts);
  const shown = linesShown(source.text, [
    ...read.keys(),
    ...report.findings.flatMap((finding) => finding.where.line ?? []),
  ]);
  const wrong = new Set(report.findings.flatMap((finding) => finding.where.line ?? []));
  return (
    <>
      <p class="lede">
        {shown.total.toLocaleString('en')} {shown.total === 1 ? 'line' : 'lines'}. A bar marks a line that something was
        read from; a broken one, a line with something wrong.
        {shown.cut
          ? ' Too long to show whole: what is left out is said where it is left out; the bytes hold everything.'
          : ''}
      </p>
      <ol class="lines">
        {shown.parts.map((part) =>
          part.kind === 'gap' ? (
            <li class="gap">{part.lines.toLocaleString('en')} lines left out here</li>
          ) : (
            <Line part={part} notes={read.get(part.number) ?? []} wrong={wrong.has(part.number)} surround={surround} />
          ),
        )}
      </ol>
    </>
  );
}

interface Note {
  readonly alert: string;
  /** Path of the element read there. */
  readonly path: string;
}

/** What an alert's page cites, by line. Container elements and repeats within a line are left out. */
function readLines(alerts: readonly AlertView[]): Map<number, Note[]> {
  const lines = new Map<number, Note[]>();
  for (const view of alerts) {
    for (const [path, { line }] of Object.entries(view.alert.at)) {
      if (/(^|\/)(info|area|resource)\[\d+\]$/.test(path)) continue;
      const notes = lines.get(line) ?? [];
      notes.push({ alert: view.id, path });
      lines.set(line, notes);
    }
  }
  return lines;
}

interface LineProps {
  readonly part: Extract<Shown, { kind: 'line' }>;
  readonly notes: readonly Note[];
  readonly wrong: boolean;
  readonly surround: Dated;
}

function Line({ part, notes, wrong, surround }: LineProps): JSX.Element {
  const kinds = ['ln', ...(notes.length > 0 ? ['read'] : []), ...(wrong ? ['wrong'] : [])];
  const first = notes[0];
  return (
    <li class={kinds.join(' ')} id={`L${part.number}`}>
      <a class="no" href={`#L${part.number}`} aria-label={`Line ${part.number}`}>
        {part.number}
      </a>
      <code dir="ltr">
        {laidBare(part.text)}
        {part.left > 0 ? <i>{` … ${part.left.toLocaleString('en')} more characters of this line`}</i> : null}
      </code>
      {first ? (
        <p class="margin">
          <a href={at(`/alerts/${first.alert}`, surround.moment)}>
            {first.path}
            {notes.length > 1 ? `, ${notes.length - 1} more` : ''}
          </a>
        </p>
      ) : null}
    </li>
  );
}
