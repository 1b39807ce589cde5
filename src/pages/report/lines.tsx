/** The bytes of a report as numbered lines, with what an alert or the picture cites of each. */
import type { JSX } from 'preact';
import type { AlertView, Report } from '../../core/model.ts';
import { lineStarts, positionAt, type Span } from '../../core/text/span.ts';
import { at, type Dated } from '../layout.tsx';
import { spanId } from '../parts/passages.ts';
import { laidBare } from '../parts/shown-text.ts';
import { linesShown, type Shown, type SourceText } from '../parts/source-text.ts';
import type { Noted } from './notes.tsx';
import { CitedIn } from './prose.tsx';
import { type Piece, piecesOf } from './spans.ts';

interface LinesProps {
  readonly report: Report;
  readonly alerts: readonly AlertView[];
  readonly source: SourceText;
  /** What the picture cites of it. */
  readonly noted: readonly Noted[];
  readonly surround: Dated;
}

export function Lines({ report, alerts, source, noted, surround }: LinesProps): JSX.Element {
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
  const read = readLines(alerts);
  const starts = lineStarts(source.text);
  const shown = linesShown(source.text, [
    ...noted.map(({ start }) => positionAt(starts, start).line),
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
            <Line
              part={part}
              from={starts[part.number - 1] ?? 0}
              notes={read.get(part.number) ?? []}
              noted={noted}
              wrong={wrong.has(part.number)}
              surround={surround}
            />
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
  /** Offset of its first character in the text. */
  readonly from: number;
  readonly notes: readonly Note[];
  readonly noted: readonly Noted[];
  readonly wrong: boolean;
  readonly surround: Dated;
}

function Line({ part, from, notes, noted, wrong, surround }: LineProps): JSX.Element {
  const to = from + part.text.length;
  const here = noted.filter(({ start, end }) => start < to && end > from);
  const kinds = ['ln', ...(notes.length + here.length > 0 ? ['read'] : []), ...(wrong ? ['wrong'] : [])];
  const first = notes[0];
  return (
    <li class={kinds.join(' ')} id={`L${part.number}`}>
      <a class="no" href={`#L${part.number}`} aria-label={`Line ${part.number}`}>
        {part.number}
      </a>
      <code dir="ltr">
        <Cut text={part.text} from={from} spans={here} />
        {part.left > 0 ? <i>{` … ${part.left.toLocaleString('en')} more characters of this line`}</i> : null}
      </code>
      {first || here.length > 0 ? (
        <div class="margin">
          {first ? (
            <p>
              <a href={at(`/alerts/${first.alert}`, surround.moment)}>
                {first.path}
                {notes.length > 1 ? `, ${notes.length - 1} more` : ''}
              </a>
            </p>
          ) : null}
          {here
            .filter(({ start }) => start >= from)
            .map((one) => (
              <CitedIn one={one} moment={surround.moment} />
            ))}
        </div>
      ) : null}
    </li>
  );
}

/** The line with the spans that the picture cites, each an anchor where it begins. Offsets count in the whole text. */
function Cut({
  text,
  from,
  spans,
}: {
  readonly text: string;
  readonly from: number;
  readonly spans: readonly Noted[];
}): JSX.Element {
  const local = spans.map((one) => ({ start: one.start - from, end: one.end - from, id: spanId(one) }));
  return (
    <>
      {piecesOf(text, 0, text.length, local).map((piece) => (
        <CutPiece piece={piece} />
      ))}
    </>
  );
}

function CutPiece({ piece }: { readonly piece: Piece<Span & { readonly id: string }> }): JSX.Element {
  if (typeof piece === 'string') return <>{laidBare(piece)}</>;
  return (
    <mark id={piece.first ? piece.span.id : undefined} class="claim-words">
      {piece.inside.map((one) => (
        <CutPiece piece={one} />
      ))}
    </mark>
  );
}
