/** Who did it or threatens to, as sources tell it; and, apart from that, how the groups they name are related. */
import type { JSX } from 'preact';
import type { ReadingView, Situation } from '../../core/situation.ts';
import type { Instant } from '../../core/time/time.ts';
import { type Numbered, Quoted, Said, withBeside } from '../parts/cited.tsx';
import { authorshipOf, relationsOf } from '../parts/passages.ts';
import { relationSentence } from '../strings/picture.ts';
import { Spoken, verbOf } from './voices.tsx';
import { Named } from './words.tsx';

export const behindTitle = 'Who is behind it, as its sources tell it';
export const relatedTitle = 'How the groups that are named are related, as its sources tell it';

interface Part {
  readonly situation: Situation;
  readonly readings: readonly ReadingView[];
  readonly numbered: Numbered;
}

/** One item for each statement; empty where none names anybody. */
export function behindIn({ situation, readings, numbered, near }: Part & { readonly near: Instant }): JSX.Element[] {
  const { issuers, claims } = authorshipOf(situation, readings);
  return [
    ...issuers.map(({ issuer, cite }) => (
      <li>
        <Named situation={situation} issuer={issuer} />: <Quoted numbered={numbered} cite={cite} max={260} />
      </li>
    )),
    ...claims.map((claim) => (
      <li>
        <Spoken claim={claim} situation={situation} numbered={numbered} near={near} verb={verbOf(claim)} />
      </li>
    )),
  ];
}

/** One sentence for each relation; names as the reader of the document resolved them. */
export const relatedIn = ({ situation, readings, numbered }: Part): JSX.Element[] =>
  relationsOf(situation, readings).map(({ relation, cite }) => (
    <li>
      <Said numbered={numbered} cites={withBeside(numbered, [cite])}>
        {relationSentence(relation)}
      </Said>
    </li>
  ));

const mostShown = 12;

function Section({
  id,
  title,
  items,
}: {
  readonly id: string;
  readonly title: string;
  readonly items: readonly JSX.Element[];
}): JSX.Element | null {
  if (items.length === 0) return null;
  const more = items.length - mostShown;
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="plain">{items.slice(0, mostShown)}</ul>
      {more > 0 ? <p class="quiet">{more} more stand in the reports below.</p> : null}
    </section>
  );
}

export const Behind = (part: Part & { readonly near: Instant }): JSX.Element => (
  <Section id="h-b" title={behindTitle} items={behindIn(part)} />
);

export const Related = (part: Part): JSX.Element => <Section id="h-re" title={relatedTitle} items={relatedIn(part)} />;
