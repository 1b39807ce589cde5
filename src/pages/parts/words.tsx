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
  /** The report is prose: its places are words of its text and no lines. */
  readonly prose: boolean;
}

/** `[L12]`: the line of the report where it stands, `[text]` its words in prose. Without a known place it leads to the report. Never parted from its word. */
export function Cite({ source, path }: { readonly source: Source; readonly path: string }): JSX.Element {
  const place = Object.hasOwn(source.at, path) ? source.at[path] : undefined;
  const [name, told, anchor] =
    place === undefined
      ? ['report', 'report, place not known', '']
      : source.prose
        ? ['text', 'text, words of the report', `#${spanId(place)}`]
        : [`L${place.line}`, `L${place.line}, line of the report`, `#L${place.line}`];
  return (
    <>
      {'\u2060'}
      <a class="cite" href={`${source.page}${anchor}`} aria-label={told}>
        {name}
      </a>
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
