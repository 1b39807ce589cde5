/** What stands around a sentence without being a part of it: “Event: ”, the mark of a list, a picture's credit. */
import type { Span } from '../../core/text/span.ts';

const label =
  /^(?:Events?|Locations?|Advice|Summary|Threat|Alert|Note|Important|Warning|Update|Latest update|Security|Actions?(?: to take)?|What to do|Health|Embassy operations|Background):\s+/i;
const mark = /^(?:[-*•◦·▪]|\d{1,2}[.)])\s+/;
const credit = /\s*\([^()]{1,60}\)\s*$/;

/** The same sentence without them; `caption` says whether a credit may close it. */
export function bareSentence<T extends Span>(text: string, sentence: T, caption: boolean): T {
  const { start, end } = sentence;
  const head = text.slice(start, Math.min(end, start + 40));
  const skipped = (label.exec(head) ?? mark.exec(head))?.[0].length ?? 0;
  const tail = caption ? (credit.exec(text.slice(Math.max(start + skipped, end - 64), end))?.[0].length ?? 0) : 0;
  return end - tail > start + skipped ? { ...sentence, start: start + skipped, end: end - tail } : sentence;
}
