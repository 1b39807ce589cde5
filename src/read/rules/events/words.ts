/** The stretch of a sentence that tells of one event. Offsets count from the start of the sentence. */
import type { Span } from '../../../core/text/span.ts';
import { tailOf } from '../../words/tokens.ts';

const article =
  /(?<![\p{L}\p{N}])(?:(?:at least|at most|up to|about|some|around|nearly|more than|another|one|two|three|several|further|second|third|first|large|more|the|a|an|new|big|huge|small|loud|deadly|powerful|terrorist|twin|earlier|no|reports? of|an?other|\d{1,3})\s+)+$/iu;
const place = /^\s*(?:(?:at or near|at|near|outside|inside|in|on|around|close to|next to)\s+)/i;
const befell =
  /^\s+(?:has|have|had|was|were|is|are)\s+(?:been\s+)?(?:also\s+)?(?:reported|heard|confirmed|occurred|seen|felt)\b|^\s+(?:occurred|happened|took place)\b/i;

/** `placeEnds` are the ends of place names in the sentence. */
export function eventWords(sentence: string, at: Span, places: readonly Span[]): Span {
  const lead = article.exec(tailOf(sentence, { start: 0, end: at.start }, 80));
  const start = at.start - (lead?.[0].length ?? 0);
  const verb = befell.exec(sentence.slice(at.end, at.end + 60));
  let end = at.end + (verb?.[0].length ?? 0);
  const link = place.exec(sentence.slice(end, end + 30));
  const named =
    link && places.find((one) => one.start >= end && one.start - (end + link[0].length) < 12 && one.start - end >= 0);
  if (named) end = named.end;
  return { start, end };
}
