/** Passages: the sentences of a document, those joined that one quotation runs through, with their words and quotations. */
import type { Findings } from '../core/finding.ts';
import type { Document, Zone } from '../core/text/reading.ts';
import type { Span } from '../core/text/span.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { bareSentence } from './words/labels.ts';
import { headOf, type Word, wordsOf } from './words/tokens.ts';

/** A stretch of words, by number; end is exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Passage extends Span {
  readonly block: number;
  readonly zone: Zone;
  readonly duplicate: boolean;
  /** It opens its block. */
  readonly first: boolean;
  readonly words: readonly Word[];
  /** Quotations with their marks. */
  readonly quotes: readonly Range[];
  /** For each word the number of the quotation it stands in, or -1. */
  readonly quoteOf: readonly number[];
  readonly sentences: readonly Span[];
}

/** In UTF-16 units. Hardly a sentence of any writer is longer; what is cut off belongs to no claim, and no rule looks at it. */
const longest = 2000;
/** More than a text by people holds; those after them are no passages. */
const mostSentences = 200_000;

/** `findings` are told what was not read. */
export function passagesOf(document: Document, findings: Findings): Passage[] {
  const passages: Passage[] = [];
  const all = sentencesOf(document);
  if (all.length > mostSentences) {
    const message = `The text holds ${all.length} sentences; those after the first ${mostSentences} were not looked at for what they say. Look at the text for them.`;
    findings.add('warning', 'read.sentences.too-many', message);
  }
  const bare = all.slice(0, mostSentences).map((one) => bareSentence(document.text, one, one.zone === 'caption'));
  const sentences = beginnings(document.text, bare, findings);
  for (let at = 0; at < sentences.length; ) {
    let next = at + 1;
    while (next < sentences.length && sentences[next]?.block === sentences[at]?.block) next++;
    // One by one: a block may hold more sentences than a call takes arguments.
    for (const passage of passagesOfBlock(document.text, sentences.slice(at, next))) passages.push(passage);
    at = next;
  }
  return passages;
}

/** Sentences cut where their reading ends; one finding for all, at the first. */
function beginnings(text: string, sentences: readonly Sentence[], findings: Findings): Sentence[] {
  const cut = sentences.filter(({ start, end }) => end - start > longest);
  const [first] = cut;
  if (first === undefined) return [...sentences];
  const read = (one: Sentence): Sentence => ({ ...one, end: one.start + headOf(text, one, longest).trimEnd().length });
  const beyond = cut.reduce((sum, one) => sum + one.end - read(one).end, 0);
  const message = `Sentences longer than ${longest} characters: ${cut.length}. The last ${beyond} characters of them were not looked at for what they say. Look at the text for them.`;
  findings.add('warning', 'read.sentence.cut', message, { start: first.start, end: first.end });
  return sentences
    .map((one) => (one.end - one.start > longest ? read(one) : one))
    .filter(({ start, end }) => end > start);
}

function passagesOfBlock(text: string, sentences: readonly Sentence[]): Passage[] {
  const passages: Passage[] = [];
  let open: Sentence[] = [];
  let words: Word[] = [];
  let length = 0;
  const close = (): void => {
    const [head] = open;
    const last = open.at(-1);
    if (!head || !last) return;
    const quotes = quotations(words);
    const quoteOf = new Array<number>(words.length).fill(-1);
    for (const [number, { from, to }] of quotes.entries()) quoteOf.fill(number, from, to);
    const { block, zone, duplicate, start } = head;
    passages.push({
      ...{ block, zone, duplicate, start, end: last.end, first: passages.length === 0 },
      ...{ words, quotes, quoteOf, sentences: open },
    });
    open = [];
    words = [];
    length = 0;
  };
  for (const sentence of sentences) {
    const { start, end } = sentence;
    if (open.length > 0 && (length > longest || !unclosed(words))) close();
    open.push(sentence);
    words.push(...wordsOf(text.slice(start, end), start));
    length += end - start;
  }
  close();
  return passages;
}

const opening = /^[“"„«]$/;
const closing = /^[”"»]$/;

/** Whether a quotation is open after the last word. */
function unclosed(words: readonly Word[]): boolean {
  let open = false;
  for (const { text } of words) open = open ? !closing.test(text) : opening.test(text);
  return open;
}

/** One that is never closed runs to the end, when it is more than a stray mark. */
function quotations(words: readonly Word[]): Range[] {
  const found: Range[] = [];
  let from = -1;
  words.forEach(({ text }, at) => {
    if (from < 0) {
      if (opening.test(text)) from = at;
    } else if (closing.test(text)) {
      found.push({ from, to: at + 1 });
      from = -1;
    }
  });
  if (from >= 0 && words.length - from > 4) found.push({ from, to: words.length });
  return found;
}
