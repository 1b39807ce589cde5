/** “Do as the local authorities say”: an instruction that no word of ours ranks. It is shown in its own words beside those that are. */
import type { Document } from '../../core/text/reading.ts';
import { type Field, fieldOf, type Span } from '../../core/text/span.ts';
import { sentencesOf } from '../sentences.ts';

const authorities = String.raw`(?:the |your |any |all )?(?:[a-z-]+ ){0,2}(?:authorities|police|officials?|officers?|services|responders|government|forces)\b`;
const what = `(?:the |all |any |every )?(?:[a-z-]+ )?(?:instructions?|directions?|directives?|orders?|advice|guidance|recommendations?)(?: given| issued| provided)?`;
const verbs = String.raw`(?:(?:follow|obey|heed|observe|abide by|listen to|comply with) ${what} (?:of|from|by) ${authorities}|do (?:as|what|whatever) ${authorities} (?:say|tell|ask|order|instruct|advise)\b)`;
const asked = String.raw`(?:^\W*(?:please |always )?|\b(?:citizens|nationals|people|travell?ers|residents|visitors|everyone|you) (?:should|must|(?:are|is) (?:\w+ )?to) (?:please |always |also )?|^[^.]{0,120}\band )`;
const told = new RegExp(asked + verbs, 'iu');

/** The sentences within `lead`, in order. */
export function leftToAuthorities(document: Document, lead: readonly Span[]): Field<null>[] {
  const { text } = document;
  return sentencesOf(document)
    .filter(({ start, end, zone, duplicate }) => {
      const isOwn = !duplicate && (zone === 'body' || zone === 'list');
      return isOwn && lead.some((span) => span.start <= start && end <= span.end) && told.test(text.slice(start, end));
    })
    .map((one) => fieldOf(text, one, one.zone, null));
}
