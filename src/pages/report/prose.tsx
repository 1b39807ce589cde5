/** A report of prose: its zones, its text with every cited span underlined, and beside it what was read there. Letters lead both ways. */
import type { ComponentChildren, JSX } from 'preact';
import type { Block, Document, Zone } from '../../core/text/reading.ts';
import { at, type Moment } from '../layout.tsx';
import { spanId } from '../parts/passages.ts';
import { dirOf, laidBare, langOf } from '../parts/shown-text.ts';
import { SituationTitle } from '../situation/words.tsx';
import { plural } from '../strings/en.ts';
import type { Noted } from './notes.tsx';
import { type Piece, piecesOf } from './spans.ts';

const zoneName: Record<Zone, string> = {
  title: 'Title',
  status: 'Status',
  heading: 'Heading',
  body: 'Body',
  list: 'List',
  caption: 'Caption',
  related: 'Related',
  boilerplate: 'Around it',
};

/** Characters shown before only blocks that something was read from go on. */
const wholeCharacters = 300_000;
/** A shorter block counts as so many: each has a row of its own. */
const leastOfRow = 60;
/** Pairs of mark and note that light together in one block; more than these light one by one. */
const pairs = 16;

interface ProseProps {
  readonly document: Document;
  readonly noted: readonly Noted[];
  readonly moment: Moment;
}

type Row = { readonly kind: 'block'; readonly block: Block } | { readonly kind: 'gap'; readonly blocks: number };

export function Prose({ document, noted, moment }: ProseProps): JSX.Element {
  return (
    <div class="report">
      {rowsOf(document, noted).map((row) =>
        row.kind === 'gap' ? (
          <p class="gap">{plural(row.blocks, 'block', 'blocks')} left out here; the bytes hold everything.</p>
        ) : (
          <BlockRow document={document} block={row.block} noted={noted} moment={moment} />
        ),
      )}
    </div>
  );
}

function rowsOf({ blocks }: Document, noted: readonly Noted[]): Row[] {
  const rows: Row[] = [];
  let [spent, gap] = [0, 0];
  for (const block of blocks) {
    if (spent >= wholeCharacters && !noted.some((one) => one.start < block.end && one.end > block.start)) {
      gap++;
      continue;
    }
    if (gap > 0) rows.push({ kind: 'gap', blocks: gap });
    gap = 0;
    spent += Math.max(leastOfRow, block.end - block.start);
    rows.push({ kind: 'block', block });
  }
  if (gap > 0) rows.push({ kind: 'gap', blocks: gap });
  return rows;
}

interface BlockProps {
  readonly document: Document;
  readonly block: Block;
  readonly noted: readonly Noted[];
  readonly moment: Moment;
}

function BlockRow({ document, block, noted, moment }: BlockProps): JSX.Element {
  const here = noted.filter((one) => one.start < block.end && one.end > block.start);
  const begun = here.filter((one) => one.start >= block.start);
  const pairOf = (one: Noted): string => (here.indexOf(one) < pairs ? `x${here.indexOf(one) + 1}` : '');
  const noise = block.zone === 'related' || block.zone === 'boilerplate' || block.duplicateOf !== undefined;
  const { language } = document;
  return (
    <div class={noise ? 'blk noise' : 'blk'}>
      <p class="zone">
        {zoneName[block.zone]}
        {block.duplicateOf === undefined ? '' : ', again'}
        {block.path === undefined ? null : <code>{block.path}</code>}
      </p>
      <div class={`txt theirs z-${block.zone}`} lang={langOf(language)} dir={dirOf(language)}>
        <p>
          {piecesOf(document.text, block.start, block.end, here).map((piece) => (
            <PieceOf piece={piece} pairOf={pairOf} />
          ))}
        </p>
      </div>
      {begun.length === 0 ? null : (
        <ul class="notes">
          {begun.map((one) => (
            <NoteItem one={one} pair={pairOf(one)} moment={moment} />
          ))}
        </ul>
      )}
    </div>
  );
}

function PieceOf({
  piece,
  pairOf,
}: {
  readonly piece: Piece<Noted>;
  readonly pairOf: (one: Noted) => string;
}): JSX.Element {
  if (typeof piece === 'string') return <>{laidBare(piece)}</>;
  const { span, first, last, inside } = piece;
  const letter: ComponentChildren = last ? (
    <a class="n" href={`#n${span.start}-${span.end}`} aria-label={`${span.letter}, note in the margin`}>
      {span.letter}
    </a>
  ) : null;
  return (
    <mark id={first ? spanId(span) : undefined} class={`${span.mark} ${pairOf(span)}`.trim()}>
      {inside.map((one) => (
        <PieceOf piece={one} pairOf={pairOf} />
      ))}
      {letter}
    </mark>
  );
}

function NoteItem({
  one,
  pair,
  moment,
}: {
  readonly one: Noted;
  readonly pair: string;
  readonly moment: Moment;
}): JSX.Element {
  return (
    <li class={`note-of ${pair}`.trim()} id={`n${one.start}-${one.end}`}>
      <p class="k">
        <a href={`#${spanId(one)}`} aria-label={`${one.letter}, show in the text`}>
          {one.letter}
        </a>{' '}
        {one.notes.length === 0 ? 'Cited' : one.notes[0]?.kind}
      </p>
      {one.notes
        .filter((note, n) => n > 0 || note.text !== '' || note.meta !== '')
        .map((note) => (
          <p>
            {note === one.notes[0] ? null : <b>{note.kind}. </b>}
            {note.text}
            {note.meta === '' ? null : <small>{note.meta}</small>}
          </p>
        ))}
      <CitedIn one={one} moment={moment} />
    </li>
  );
}

/** The way back to where the picture says so. */
export function CitedIn({ one, moment }: { readonly one: Noted; readonly moment: Moment }): JSX.Element | null {
  if (one.citedIn.length === 0) return null;
  return (
    <p class="m">
      {one.citedIn.slice(0, 3).map(({ situation, label, anchor }, n) => (
        <>
          {n > 0 ? '; ' : 'As '}
          <a href={`${at(`/situations/${situation.id}`, moment)}#${anchor}`}>
            {label} in <SituationTitle situation={situation} max={60} />
          </a>
        </>
      ))}
    </p>
  );
}
