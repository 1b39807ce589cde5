/** One passage under work: which words are taken already, and where clauses begin and end. */
import type { Passage, Range } from '../passages.ts';
import { verbal } from '../words/closed.ts';
import { endsSentence, type Word } from '../words/tokens.ts';

export type Kind = 'according' | 'inverted' | 'trailing' | 'clause' | 'object' | 'label' | 'alone';

/** An attribution as ranges of words. `speaker: null` is whoever spoke last. */
export interface Draft {
  readonly speaker: Range | null;
  readonly via: Range | null;
  readonly cue: Range | null;
  readonly content: Range;
  readonly kind: Kind;
}

export class Sheet {
  readonly drafts: Draft[] = [];
  readonly passage: Passage;
  readonly #taken: Uint8Array;
  constructor(passage: Passage) {
    this.passage = passage;
    this.#taken = new Uint8Array(passage.words.length);
  }
  get length(): number {
    return this.passage.words.length;
  }
  word(at: number): Word | undefined {
    return this.passage.words[at];
  }
  low(at: number): string {
    return this.passage.words[at]?.low ?? '';
  }
  text(at: number): string {
    return this.passage.words[at]?.text ?? '';
  }
  /** Number of the quotation a word stands in, or -1. */
  quote(at: number): number {
    return this.passage.quoteOf[at] ?? -1;
  }
  taken(at: number): boolean {
    return this.#taken[at] === 1;
  }
  free(range: Range | null): boolean {
    for (let at = range?.from ?? 0; at < (range?.to ?? 0); at++) if (this.#taken[at]) return false;
    return true;
  }
  /** Belongs to what was said, though not to the words that are kept of it. */
  mark({ from, to }: Range): void {
    this.#taken.fill(1, from, to);
  }
  take(draft: Draft): void {
    if (draft.content.to <= draft.content.from) return;
    for (const range of [draft.speaker, draft.cue, draft.content]) if (range) this.#taken.fill(1, range.from, range.to);
    this.drafts.push(draft);
  }
  verbIn(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (verbal(this.low(at), this.low(at - 1))) return true;
    return false;
  }
  /** A quotation that is a statement of its own, not a few words of one. */
  whole(number: number): boolean {
    const quote = this.passage.quotes[number];
    if (!quote) return false;
    const size = quote.to - quote.from;
    const last = this.text(quote.to - 2);
    return (size > 5 && this.verbIn(quote.from, quote.to)) || (size > 3 && /^[,.?!]$/.test(last));
  }
  /** First word of the sentence that a word stands in; a sentence goes on through a quotation. */
  sentenceStart(at: number): number {
    let start = at;
    while (start > 0 && !this.#ends(start - 1)) start--;
    return start;
  }
  sentenceEnd(at: number): number {
    let end = at;
    while (end < this.length && !this.#ends(end)) end++;
    return Math.min(end + 1, this.length);
  }
  #ends(at: number): boolean {
    const word = this.word(at);
    const next = this.word(at + 1);
    if (!word || !next) return false;
    const quoted = this.quote(at) >= 0 && this.quote(at) === this.quote(at + 1);
    if (quoted) return false;
    const mark = endsSentence(word) || (/^[”"»]$/.test(word.text) && /^[.!?]$/.test(this.text(at - 1)));
    return mark && /^[\p{Lu}\p{N}“"„«]/u.test(next.text);
  }
}
