/** What the rules on single sentences share: the sentences that speak, each with its passage and words. */
import type { Claim } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import type { Layers } from '../claims/claims.ts';
import type { Passage } from '../passages.ts';
import { headOf } from '../words/tokens.ts';

export interface Said extends Span {
  readonly passage: Passage;
  /** At most 2,000 characters. */
  readonly words: string;
}

const speaking = new Set(['body', 'caption', 'list']);

/** `also` are further zones that speak for a rule. */
export function* sentencesThat({ document, passages }: Layers, also: readonly string[] = []): Generator<Said> {
  for (const passage of passages) {
    if (passage.duplicate || !(speaking.has(passage.zone) || also.includes(passage.zone))) continue;
    for (const { start, end } of passage.sentences)
      yield { start, end, passage, words: headOf(document.text, { start, end }, 2000) };
  }
}

/** Claims in order of their content, for looking up those that a span touches. */
export class ClaimsAt {
  readonly #claims: readonly Claim[];
  constructor(claims: readonly Claim[]) {
    this.#claims = claims.toSorted((a, b) => a.content.start - b.content.start);
  }
  /** The innermost claim whose content holds the offset. */
  at(offset: number): Claim | null {
    let low = 0;
    let high = this.#claims.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#claims[middle] as Claim).content.start <= offset) low = middle + 1;
      else high = middle;
    }
    for (let at = low - 1; at >= 0 && low - at < 8; at--) {
      const claim = this.#claims[at] as Claim;
      if (claim.content.end > offset) return claim;
    }
    return null;
  }
}
