/** Facilities that a text names and the gazetteer does not know: what is said of one is said of nothing wider, and of no other place. */
import type { InstructionField, Reading } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import { overlaps, within } from '../within.ts';
import { leadsTo } from './roles.ts';

const named =
  /(?<![\p{L}’'-])(?:\p{Lu}[\p{L}’'-]+ ){1,4}(?:Gate|Hotel|Square|Market|Bazaar|Bridge|Mosque|Church|Cathedral|Temple|Station|Checkpoint|Camp|Stadium|University|Hospital|School|Street|Road|Avenue|Park|Crossing|Terminal|Compound|Palace|Parliament|Assembly|Mall|Barracks|Prison|Airport|Airfield|Seaport|airport|airfield|seaport|stadium|hotel|university|hospital|bridge)(?!\p{L})/gu;
/** An address near a known place, and the way there, are not that place. */
const onTheWay = /\b(?:roads?|routes?|streets?|way|highway|motorway) (?:to|from|towards?|into|out of) (?:the )?$/i;

/** Words that open a sentence and are no part of the name. */
const opening = /^(?:(?:The|Avoid|Leave|Near|At|All|Please|Do|Stay|Keep|From|In|On|If|When|Citizens|People) )+/;

const definite = /\b[Tt]he (?:\p{Ll}+ )?(?:airport|airfield|air base|seaport)(?!\p{L})/gu;

/** “The airport” of a text that has named none. */
const unnamedFacilities = (reading: Reading, words: string, from: number): string[] =>
  Array.from(words.matchAll(definite), ({ 0: text, index }) => ({ text, start: from + index }))
    .filter(({ text, start }) => around(reading.places, { start, end: start + text.length }).length === 0)
    .filter(({ start }) => !leadsTo(words.slice(0, start - from)))
    .map(({ text }) => text);

/** What only says where something else is. */
const besideIt = /\b(?:near|close to|beside|next to|behind|opposite|outside|located (?:at|on|in)) (?:the )?$/i;

/** Those that lie across a span; none is as long as what is looked at beside it. */
const around = <T extends Span>(fields: readonly T[], span: Span): T[] =>
  within(fields, { start: span.start - 100, end: span.end + 100 }).filter((one) => overlaps(one, span));

/** Names in `span` of the reading's text, in order. */
export function unknownFacilities(reading: Reading, span: Span): string[] {
  const { document, places } = reading;
  const words = document.text.slice(span.start, span.end);
  const bearing = [...words.matchAll(named)].flatMap((match) => {
    const start = span.start + match.index;
    const end = start + match[0].length;
    // “The North Gate” is known as “North Gate”, and “Kabul Serena Hotel” is not known as “Kabul”.
    const known = around(places, { start, end }).some((place) => place.end >= end);
    const beside = besideIt.test(words.slice(Math.max(0, match.index - 30), match.index));
    return known || beside || leadsTo(words.slice(0, match.index)) ? [] : [match[0].replace(opening, '')];
  });
  return bearing.length > 0 ? bearing : unnamedFacilities(reading, words, span.start);
}

const name = String.raw`\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*`;
const division =
  '(?:district|province|region|state|county|city|town|village|island|prefecture|governorate|department|municipalit)(?:y|ies|s)?';
const before = '(?:the )?(?:[a-z]+ (?:of|in) (?:the )?)?';
/** Behind “travel to”, and behind a verb alone where the words say that it is a place. */
const destinations = [
  new RegExp(
    `^(?<lead>(?: (?:[a-z-]+ ){0,3}travel(?:l?ing)? (?:to|in|into|within|through)) ${before})(?<name>${name})`,
    'u',
  ),
  new RegExp(String.raw`^(?<lead> (?:the )?)(?<name>${name}(?:(?:,| and|, and| or) ${name}){0,4} ${division})\b`, 'u'),
];
const behindTo = [
  new RegExp(`^(?<lead> ${before})(?<name>${name})`, 'u'),
  /^(?<lead> )(?<name>(?:the |these |those )(?:(?:border|coastal|\p{Ll}+ern) \p{Ll}+|(?:north|south)(?:-?(?:east|west))?|east|west|border|coast|interior))(?!\p{L})/u,
];

/** “Avoid travel to Mubende”: where an instruction leads, by a name that nobody here knows and that is no group, office or person. */
export function unknownDestination(
  { document: { text }, places, names }: Reading,
  { end, text: words, sentence }: InstructionField,
): string | null {
  const rest = text.slice(end, sentence.end);
  const patterns = /\b(?:to|from|of)$/i.test(words) ? [...behindTo, ...destinations] : destinations;
  const found = patterns.map((one) => one.exec(rest)?.groups).find((groups) => groups !== undefined);
  if (found?.name === undefined) return null;
  const start = end + (found.lead?.length ?? 0);
  const span = { start, end: start + found.name.length };
  return [places, names].some((known) => around<Span>(known, span).length > 0) ? null : found.name;
}

const whoIsIn = String.raw`\b(?:you(?:['’]re| are)|(?:citizens|nationals|people|residents|visitors|travell?ers|those|anyone|anybody|everyone)(?: who are| that are)?)(?: \w+ly| now| already| still| living| staying)? (?:in|near|at|around|within|throughout|across) (?:the )?|\b(?:[Rr]esidents|[Ii]nhabitants|[Pp]eople) of (?:the )?`;
const wheres = [
  new RegExp(`(?<lead>(?:${whoIsIn}))(?<name>${name}(?:(?:,| and|, and| or) ${name}){0,4}(?: ${division})?)`, 'u'),
  new RegExp(
    String.raw`(?<lead>\b[Ii]n (?:the )?)(?<name>${name}(?:(?:,| and|, and| or) ${name}){0,4} ${division})\b`,
    'u',
  ),
];

const anywhere = new RegExp(String.raw`(?<lead>\b(?:in|at|near|around|for) (?:the )?)(?<name>${name})`, 'u');

/** “If you are in Sanma province, shelter”, “The threat in Sanma is over”: where those are whom an instruction is for, by a name that nobody here knows. */
export function unknownWhere(
  { document: { text }, places, names, times }: Reading,
  { value, start, sentence }: InstructionField,
): string | null {
  const isClear = value === 'all-clear';
  const words = text.slice(sentence.start, isClear ? sentence.end : start);
  for (const one of isClear ? [...wheres, anywhere] : wheres) {
    const found = one.exec(words);
    const { lead = '', name: named } = found?.groups ?? {};
    if (!found || named === undefined) continue;
    const at = sentence.start + found.index + lead.length;
    const span = { start: at, end: at + named.length };
    if (![places, names, times].some((known) => around<Span>(known, span).length > 0)) return named;
  }
  return null;
}

/** Whether the text before `start` makes what stands there the end of a road and not the place that is meant. */
export const isOnTheWay = ({ document }: Reading, start: number): boolean =>
  onTheWay.test(document.text.slice(Math.max(0, start - 40), start));
