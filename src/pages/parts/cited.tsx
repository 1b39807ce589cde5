/** Sentences of ours with the numbers of the words they rest on. Without one a sentence does not show, unless it says what is missing. */
import type { ComponentChildren, JSX } from 'preact';
import { type Cite, isCode } from '../../core/situation.ts';
import { parseInstant } from '../../core/time/time.ts';
import type { Passages } from './passages.ts';
import { calm, clipped } from './shown-text.ts';

/** What numbers a page's citations, and where their list stands: '' on the page itself, a path on any other. */
export interface Numbered {
  readonly passages: Passages;
  readonly list: string;
  /** Labels that stand on the page, for a list of them on paper; filled while the page is rendered. */
  readonly used?: Set<string>;
}

interface CitesProps {
  readonly numbered: Numbered;
  readonly cites: readonly (Cite | null | undefined)[];
}

/** `[2b]` for each of the words, each once. Never parted from the word before. */
export function Cites({ numbered, cites }: CitesProps): JSX.Element | null {
  const found = known(numbered, cites);
  if (found.length === 0) return null;
  for (const { label } of found) numbered.used?.add(label);
  return (
    <>
      {'\u2060'}
      {found.map(({ label, id }) => (
        <a class="cite" href={`${numbered.list}#${id}`} aria-label={`Source ${label}`}>
          {label}
        </a>
      ))}
    </>
  );
}

const known = (numbered: Numbered, cites: CitesProps['cites']) => [
  ...new Map(
    cites.flatMap((cite) => {
      const passage = cite ? numbered.passages.of(cite) : null;
      return passage ? [[passage.label, passage] as const] : [];
    }),
  ).values(),
];

/** Words and what was read beside them. */
export const withBeside = ({ passages }: Numbered, cites: readonly Cite[]): readonly Cite[] =>
  cites.flatMap((cite) => [cite, ...passages.beside(cite)]);

/** One sentence with its numbers; nothing at all when there is none to give. */
export function Said({
  numbered,
  cites,
  children,
}: CitesProps & { readonly children: ComponentChildren }): JSX.Element | null {
  if (known(numbered, cites).length === 0) return null;
  return (
    <>
      {children}
      <Cites numbered={numbered} cites={cites} />
    </>
  );
}

/** Elements whose words CAP itself lists (CAP 1.2, 3.2): the sender chose among them and wrote none. */
const listed = /\/(?:category|responseType|urgency|severity|certainty)(?:\[\d+\])?$/;

/** A value of a machine format: a code by its form, a word of CAP's own lists, or a time as machines write it. */
export const isCoded = ({ text, zone }: Pick<Cite, 'text' | 'zone'>): boolean =>
  isCode(text) || listed.test(zone) || (/^\d{4}-\d\d-\d\dT/.test(text) && parseInstant(text) !== null);

/** In quotation marks, for they are a source's own; a code of a machine format is nobody's words and stands as a code. */
export function Words({
  cite,
  max,
}: {
  readonly cite: Pick<Cite, 'text' | 'zone'>;
  readonly max: number;
}): JSX.Element {
  const shown = calm(clipped(cite.text, max));
  return isCoded(cite) ? (
    <>
      the code <code class="code">{shown}</code>
    </>
  ) : (
    <q class="theirs" dir="auto">
      {shown}
    </q>
  );
}

/** A source's own words with their number: serif, in quotation marks. `whole`: with the numbers of who says it and what else was read beside it. */
export function Quoted({
  numbered,
  cite,
  max = 300,
  whole = false,
}: {
  readonly numbered: Numbered;
  readonly cite: Cite;
  readonly max?: number;
  readonly whole?: boolean;
}): JSX.Element {
  return (
    <>
      <Words cite={cite} max={max} />
      <Cites numbered={numbered} cites={whole ? withBeside(numbered, [cite]) : [cite]} />
    </>
  );
}
