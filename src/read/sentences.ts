/** Sentences, block by block: captions and headings have no full stop and are one each. Linear time. */
import type { Block, Document, Zone } from '../core/text/reading.ts';
import type { Span } from '../core/text/span.ts';
import { listMark } from './document/cues.ts';

export interface Sentence extends Span {
  /** Number of its block. */
  readonly block: number;
  readonly zone: Zone;
  /** Its block says again what another said. */
  readonly duplicate: boolean;
}

/** In order; the mark of a list item is left out. */
export function sentencesOf(document: Document): readonly Sentence[] {
  return document.blocks.flatMap((block, number) =>
    cut(document.text.slice(block.start, block.end)).map(
      ({ start, end }): Sentence => ({
        start: block.start + start,
        end: block.start + end,
        block: number,
        zone: block.zone,
        duplicate: isDuplicate(block),
      }),
    ),
  );
}

const isDuplicate = ({ duplicateOf }: Block): boolean => duplicateOf !== undefined;

/** Looked for where a run of signs begins: a megabyte of them is one look. */
const end = /(?<![.!?…])[.!?…]+[)\]”’"'»]*(?=\s)|\n/g;
const longestLookBack = 24;

function cut(text: string): Span[] {
  const quoted = quotedStretches(text);
  const spans: Span[] = [];
  let start = listMark(text);
  let quote = 0;
  const push = (to: number): void => {
    let from = start;
    while (from < to && /\s/.test(text[from] as string)) from++;
    let until = to;
    while (until > from && /\s/.test(text[until - 1] as string)) until--;
    if (until > from) spans.push({ start: from, end: until });
    start = to;
  };
  for (const match of text.matchAll(end)) {
    const at = match.index;
    const to = at + match[0].length;
    while ((quoted[quote]?.end ?? Number.POSITIVE_INFINITY) <= at) quote++;
    const inside = (quoted[quote]?.start ?? Number.POSITIVE_INFINITY) < at && (quoted[quote]?.end ?? 0) > to;
    if (inside || at < start) continue;
    if (match[0] === '\n' ? isLineEnd(text, start, at) : isSentenceEnd(text, at, to)) push(to);
  }
  push(text.length);
  return spans;
}

/** Marked with curly quotation marks, or with straight ones where they come in pairs. A mark that nothing closes quotes nothing. */
function quotedStretches(text: string): Span[] {
  const spans: Span[] = [];
  let open: { mark: string; at: number } | null = null;
  for (const { 0: mark, index } of text.matchAll(/[“”"«»]/g)) {
    if (open === null) {
      if (mark === '“' || mark === '«' || mark === '"') open = { mark, at: index };
    } else if (mark === closing[open.mark]) {
      spans.push({ start: open.at, end: index + 1 });
      open = null;
    } else if (mark === '“') open = { mark, at: index };
  }
  return spans;
}
const closing: Readonly<Record<string, string>> = { '“': '”', '«': '»', '"': '"' };

const titles =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Maj|Col|Lt|Sgt|Capt|Cmdr|Adm|Brig|Cpl|Pvt|Sen|Rep|Gov|Hon|Rev|Fr|St|Ste|Mt|Ft|Amb|Supt|Insp|Det|Pres|Messrs|No|Nos|Art|Fig|vs|etc\.|e\.g|i\.e|cf|approx|ca|al)$/;
/** May end a sentence too. */
const either =
  /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|a\.m|p\.m|Inc|Corp|Ltd|Co|Jr|Sr|etc|Calif|Fla|Tex|Mass|Pa|Conn|Ill|Ala|Ariz|Ga|Md|Va|Wash|Ky|Tenn|Minn|Mich|Wis|Okla|Ore|Colo|(?:\p{Lu}\.)+\p{Lu})$/u;
const opener =
  /^[“"‘'([]*(?:The|A|An|It|Its|He|His|She|Her|They|Their|We|Our|I|In|On|At|By|For|From|But|And|Or|So|This|That|These|Those|There|However|Meanwhile|Officials|Authorities|As|After|Before|When|While|If|No|Not|Some|Many|Most|Both|All|What|Who|Why|How|Where|You|Your|According|Do|Please|Two|Three)\b/;
const next = /\s+(\S{1,24})/y;

/** `at` is the first mark, `to` the end of the last with what closes behind it. */
function isSentenceEnd(text: string, at: number, to: number): boolean {
  next.lastIndex = to;
  const after = next.exec(text)?.[1] ?? '';
  if (/^[“"‘'«([]*[\p{Ll},;:]/u.test(after)) return false;
  if (text[at] !== '.' || to - at > 1) return true;
  const word = /[\p{L}\p{N}.'’-]+$/u.exec(text.slice(Math.max(0, at - longestLookBack), at))?.[0] ?? '';
  if (titles.test(word)) return false;
  if (/^\p{Lu}$/u.test(word)) return word === 'I';
  return either.test(word) ? opener.test(after) : true;
}

const shortLine = 50;

/** A line's end ends a sentence where the next line has a label or a mark of its own, or the line was not ended for want of room. */
function isLineEnd(text: string, from: number, at: number): boolean {
  const after = text.slice(at + 1, at + 60).split('\n')[0] ?? '';
  if (listMark(after.trimStart()) > 0 || /^\s*\p{Lu}[\p{L} ]{1,30}:\s/u.test(after)) return true;
  const line = at - Math.max(from, text.lastIndexOf('\n', at - 1) + 1);
  const word = /^\s*(\S*)/.exec(after)?.[1]?.length ?? 0;
  return line + word < shortLine && /^\s*[\p{Lu}\p{N}“"]/u.test(after);
}
