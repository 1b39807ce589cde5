/** The small words of a page: their voice in serif and quotes, citations, tags, times. */
import type { ComponentChildren, JSX } from 'preact';
import type { Stamp } from '../../core/cap/model.ts';
import { formatInstant, type Instant } from '../../core/time/time.ts';
import { clockText, stampText } from './clock-text.ts';
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

/** A time of ours. */
export function When({ at, text }: { readonly at: Instant; readonly text?: string }): JSX.Element {
  return <time dateTime={formatInstant(at)}>{text ?? clockText(at)}</time>;
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

/** The lines of a report that something was read from. */
export interface Source {
  readonly report: string;
  /** Line of each element's path, as core's CapAlert.at has it. */
  readonly at: Readonly<Record<string, { readonly line: number }>>;
}

/** `[L12]`: the line of the report where it stands. Without a known line it leads to the report. Never parted from its word. */
export function Cite({ source, path }: { readonly source: Source; readonly path: string }): JSX.Element {
  const line = Object.hasOwn(source.at, path) ? source.at[path]?.line : undefined;
  const [name, told, anchor] =
    line === undefined
      ? ['report', 'report, line not known', '']
      : [`L${line}`, `L${line}, line of the report`, `#L${line}`];
  return (
    <>
      {'\u2060'}
      <a class="cite" href={`/reports/${source.report}${anchor}`} aria-label={told}>
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
