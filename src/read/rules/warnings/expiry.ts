/** Until when a warning says that it holds; a deadline of something else is none. */
import { type Field, fieldOf, type Span } from '../../../core/text/span.ts';
import type { Layers } from '../../claims/claims.ts';
import { within } from '../../within.ts';

const until = /\b(?:until|till|through|expires?(?: on| at)?|valid (?:until|to)|in effect (?:until|through))\s*$/i;
const ofTheWarning =
  /\b(?:alert|warning|advisory|advice|notice|curfew|order|restrictions?|avoid|stay|keep|shelter|remain|leave|do not|expires?|valid|in effect)\b/i;
const otherwise = /\b(?:withdraw\w*|pull ?out|deadline|evacuation (?:will )?(?:end|continue)s?|finish)\b/i;

export function expiryIn(layers: Layers, sentence: Span): Field<string> | null {
  const { text } = layers.document;
  for (const time of within(layers.times, sentence)) {
    const before = text.slice(sentence.start, time.start);
    const says = until.test(before) || until.test(/^\w+\s/.exec(time.text)?.[0] ?? '');
    const value = time.value?.replace(/^\.\.\/|\/\.\.$/g, '') ?? '';
    if (says && /^\d{4}-\d\d-\d\d/.test(value) && ofTheWarning.test(before) && !otherwise.test(before))
      return fieldOf(text, { start: time.start, end: time.end }, time.zone, value);
  }
  return null;
}
