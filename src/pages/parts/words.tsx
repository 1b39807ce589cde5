/** The small words of a page: their voice in serif and quotes, citations, tags, times. */
import type { ComponentChildren, JSX } from 'preact';
import type { Stamp } from '../../core/cap/model.ts';
import type { Trust } from '../../core/model.ts';
import type { Span } from '../../core/text/span.ts';
import { formatInstant, type Instant } from '../../core/time/time.ts';
import { trustReason } from '../strings/en.ts';
import { useExercise } from './around.tsx';
import { clockText, shortClock, stampText, wallLines, wallShort, wallText } from './clock-text.ts';
import { spanId } from './passages.ts';
import { calm, clipped, dirOf, langOf, quotesOf } from './shown-text.ts';

interface TheirsProps {
  readonly text: string;
  readonly language?: string | null;
  /** Cut for a list; the whole stands on the alert's own page. */
  readonly max?: number;
}

/** A source's words inside a line: serif, in quotation marks, on their own in bidirectional text. */
export function Theirs({ text, language = null, max }: TheirsProps): JSX.Element {
  return (
    <q class="theirs" lang={langOf(language)} dir={dirOf(language)}>
      {calm(max === undefined ? text.trim() : clipped(text, max))}
    </q>
  );
}

/** A source's words as a block; its paragraphs stay, its other white space does not. */
export function TheirBlock({
  text,
  language = null,
  cite,
}: TheirsProps & { readonly cite?: ComponentChildren }): JSX.Element {
  const [open, close] = quotesOf(language);
  const paragraphs = text.split(/\n\s*\n/).filter((one) => one.trim() !== '');
  return (
    <blockquote class="theirs" lang={langOf(language)} dir={dirOf(language)}>
      {paragraphs.map((one, n) => (
        <p>
          {n === 0 ? open : ''}
          {calm(one.trim())}
          {n === paragraphs.length - 1 ? close : ''}
          {n === paragraphs.length - 1 ? cite : null}
        </p>
      ))}
    </blockquote>
  );
}

export function Tag({
  kind = '',
  children,
}: {
  readonly kind?: '' | 'solid' | 'dash';
  readonly children: ComponentChildren;
}): JSX.Element {
  return <span class={kind === '' ? 'tag' : `tag ${kind}`}>{children}</span>;
}

/** Why what somebody vouches for may tell people, or may not. */
export function WhyTrusted({ trust }: { readonly trust: Trust }): JSX.Element {
  return <>{trustReason(trust, useExercise() !== null)}</>;
}

/** A time of ours; without its date when it lies on the day of `near`. In a replay by the clock of the place, with UTC beside it. */
export function When({ at, near }: { readonly at: Instant; readonly near?: Instant }): JSX.Element {
  const wall = useExercise();
  const text =
    near === undefined
      ? wall === null
        ? clockText(at)
        : wallText(at, wall)
      : wall === null
        ? shortClock(at, near)
        : wallShort(at, near, wall);
  return <time dateTime={formatInstant(at)}>{text}</time>;
}

/** By the clock a page shows, without saying whose: for tags, and lines that say so themselves. */
export function Mark({ at, near }: { readonly at: Instant; readonly near: Instant }): JSX.Element {
  const [text] = wallLines(at, near, useExercise());
  return <time dateTime={formatInstant(at)}>{text?.replace(' UTC', '')}</time>;
}

/** The time at the head of a row of a log. */
export function LogTime({ at, near }: { readonly at: Instant; readonly near: Instant }): JSX.Element {
  const [first, second] = wallLines(at, near, useExercise());
  return (
    <time dateTime={formatInstant(at)}>
      {first}
      {second === undefined ? null : <small>{second}</small>}
    </time>
  );
}

/** A time as its issuer stated it; when it can't be read, its words. */
export function Stated({ stamp }: { readonly stamp: Stamp }): JSX.Element {
  const text = stampText(stamp);
  if (text === null || stamp.at === null)
    return (
      <>
        <Theirs text={stamp.text} max={60} /> (can’t be read as a time)
      </>
    );
  return <time dateTime={formatInstant(stamp.at)}>{text}</time>;
}

/** The places of a report that something was read from. */
export interface Source {
  /** Path of its page, at the moment that is looked at. */
  readonly page: string;
  /** Place of each element's path, as core's CapAlert.at has it. */
  readonly at: Readonly<Record<string, Span & { readonly line: number }>>;
  /** Of prose, which has no lines: the words of its text by path; what has none here is the desk's own. null for a machine format. */
  readonly words: Readonly<Record<string, readonly Span[]>> | null;
}

const ownOf = <T,>(all: Readonly<Record<string, T>>, path: string): T | undefined =>
  Object.hasOwn(all, path) ? all[path] : undefined;

/**
 * `[L12]`: the line of the report where it stands, without a known place the report; `[text]` for its words in prose, and nothing where
 * prose says no such thing. Never parted from its word.
 */
export function Cite({ source, path }: Place): JSX.Element | null {
  const { page, words } = source;
  if (words !== null) {
    const spans = ownOf(words, path) ?? [];
    return spans.length === 0 ? null : <TextCites page={page} spans={spans} />;
  }
  const place = ownOf(source.at, path);
  const [name, told, anchor] =
    place === undefined
      ? ['report', 'report, place not known', '']
      : [`L${place.line}`, `L${place.line}, line of the report`, `#L${place.line}`];
  return (
    <>
      {'\u2060'}
      <a class="cite" href={`${page}${anchor}`} aria-label={told}>
        {name}
      </a>
    </>
  );
}

interface Place {
  readonly source: Source;
  readonly path: string;
}

/** `[text]` for each of some words of a report. */
export function TextCites({ page, spans }: { readonly page: string; readonly spans: readonly Span[] }): JSX.Element {
  return (
    <>
      {'\u2060'}
      {spans.map((span) => (
        <a class="cite" href={`${page}#${spanId(span)}`} aria-label="text, words of the report">
          text
        </a>
      ))}
    </>
  );
}

/** A value with its place. What an alert of prose bears and its text does not is the desk's own, and never stands in quotation marks. */
export function Stands({ source, path, text, ...more }: Place & TheirsProps): JSX.Element {
  if (source.words !== null && ownOf(source.words, path) === undefined)
    return <span class="code">{calm(clipped(text, more.max ?? 200))}</span>;
  return (
    <>
      <Theirs text={text} {...more} />
      <Cite source={source} path={path} />
    </>
  );
}

/** What is not known, and why we think so. */
export function Unknown({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <ul class="unknown">
      <li>
        <p>{children}</p>
      </li>
    </ul>
  );
}
