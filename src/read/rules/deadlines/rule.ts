/** Deadlines: a day by which something is to be done. None of them is the end of a warning. */
import type { Deadline } from '../../../core/text/reading.ts';
import { type Field, fieldOf, type Span } from '../../../core/text/span.ts';
import type { Layers } from '../../claims/claims.ts';
import { countryWordsIn } from '../../names/countries.ts';
import { within } from '../../within.ts';
import { headOf, tailOf } from '../../words/tokens.ts';
import { type Said, sentencesThat } from '../sentences.ts';

const thing = String.raw`((?:(?:the|its|their|his|her|our|all)\s+)?(?:[\p{L}’-]+\s+){0,3}?(?:withdrawal|evacuation|pull-?out|departure|mission|operation|operations|airlift|registration|applications?|transition|handover|vote|talks|repairs|work|removal|transfer))`;
const doing = `(?:finish|complete|end|conclude|wrap up|leave|withdraw|pull out|evacuate|depart|hand over|submit|register|apply|vote|pay|release|meet|carry out|be out|be done|be completed|be finished)`;
const byThen = new RegExp(
  String.raw`\b(${doing}(?:ing|s|ed)?)\b([^.;:]{0,90}?)\b(?:by|before|until|no later than|not later than|on or before)\s*$`,
  'iu',
);
const asLast = new RegExp(
  String.raw`^\s+(?:as|is|was|remains|stays)\s+(?:(?:the|a|its|their|our)\s+)?(?:last day|last date|final day|final date|maximum date|latest date|deadline|cut-?off(?: date)?|limit|target date|end date)(?:\s+(?:for|of)\s+${thing})?`,
  'iu',
);
const before = /\b(?:deadline|last day|final date|cut-?off)\s+(?:of|is|on|set for|remains|:)?\s*$/i;
const object = new RegExp(String.raw`^\s*${thing}`, 'iu');

export function deadlinesOf(layers: Layers): Deadline[] {
  const found: Deadline[] = [];
  for (const sentence of sentencesThat(layers))
    for (const time of within(layers.times, sentence)) {
      const value = dayOf(time.value);
      if (value === null) continue;
      const day = dateOnly(layers.document.text, time);
      const what = whatFor(layers.document.text, sentence, day);
      if (!what) continue;
      found.push({
        ...day,
        ...{ value, text: layers.document.text.slice(day.start, day.end), zone: sentence.passage.zone },
        what: fieldOf(
          layers.document.text,
          what,
          sentence.passage.zone,
          layers.document.text.slice(what.start, what.end),
        ),
        holder: holderOf(layers, sentence, what),
      });
    }
  return found;
}

/** A day or month; a year or a vague time is no deadline. */
function dayOf(edtf: string | null): string | null {
  const value = edtf?.replace(/^\.\.\/|\/\.\.$/g, '') ?? '';
  return /^\d{4}-\d\d(?:-\d\d)?$/.test(value) ? value : null;
}

/** Without “by” or “before”, where the time's words begin with it. */
function dateOnly(text: string, { start, end }: Span): Span {
  const lead = /^(?:by|before|until|on or before|no later than|not later than|till)\s+/i.exec(text.slice(start, end));
  return { start: start + (lead?.[0].length ?? 0), end };
}

function whatFor(text: string, { start, end }: Said, day: Span): Span | null {
  const after = headOf(text, { start: day.end, end }, 200);
  const last = asLast.exec(after);
  if (last) {
    const at = last[1] === undefined ? -1 : last[0].lastIndexOf(last[1]);
    if (last[1] !== undefined && at >= 0)
      return { start: day.end + at, end: day.end + at + extended(after, at, last[1]) };
    return { start: day.end + last[0].search(/\S/), end: day.end + last[0].length };
  }
  const left = tailOf(text, { start, end: day.start }, 200);
  const done = byThen.exec(left);
  const offset = day.start - left.length;
  if (done) {
    const verb = offset + done.index;
    const inner = object.exec(done[2] ?? '');
    if (inner?.[1]) {
      const at = verb + (done[1]?.length ?? 0) + inner[0].lastIndexOf(inner[1]);
      return { start: at, end: at + extended(text.slice(0, day.start), at, inner[1]) };
    }
    return { start: verb, end: verb + `${done[1]}${done[2]}`.trimEnd().length };
  }
  const stated = before.exec(left);
  return stated ? { start: offset + stated.index, end: offset + stated.index + stated[0].trimEnd().length } : null;
}

/** “the withdrawal of its staff and troops”: with all that it is of. */
function extended(after: string, at: number, what: string): number {
  const more =
    /^\s+of(?:\s+(?!(?:by|before|until|in|on|at|from|as|that|which|who|said|is|was|has|will)\b)[\p{L}’'-]+){1,7}/u.exec(
      after.slice(at + what.length),
    );
  return what.length + (more?.[0].length ?? 0);
}

/** Whoever the sentence is about: the first country or actor named before. */
function holderOf({ document, places, names }: Layers, sentence: Said, what: Span): Field<string> | null {
  const span = { start: sentence.start, end: Math.max(what.start, sentence.start) };
  const country = within(places, { start: sentence.start, end: sentence.end }).find(
    (place) => place.kind === 'country' && place.start - sentence.start < 40,
  );
  if (country)
    return fieldOf(document.text, { start: country.start, end: country.end }, sentence.passage.zone, country.country);
  const [word] = countryWordsIn(headOf(document.text, span, 200));
  if (word)
    return fieldOf(
      document.text,
      { start: span.start + word.start, end: span.start + word.end },
      sentence.passage.zone,
      word.code,
    );
  const name = within(names, span)[0];
  return name ? fieldOf(document.text, { start: name.start, end: name.end }, name.zone, name.value) : null;
}
