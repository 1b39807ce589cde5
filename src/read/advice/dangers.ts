/** Which danger a notice ties to which place: “a terrorist threat at the airport and flooding in the province of Kabul” are two. */
import { placeById } from '../../core/geo/gazetteer.ts';
import type { Place } from '../../core/geo/place.ts';
import { familyIn } from '../../core/hazard.ts';
import type { Reading } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import { isLeftOut } from '../places/part.ts';
import { sentencesOf } from '../sentences.ts';
import { within } from '../within.ts';
import { withoutPassed } from '../words/passed.ts';
import { headOf } from '../words/tokens.ts';
import { unknownFacilities } from './unknown.ts';

/** The place an issuer speaks of as a whole: a country, or what the notice calls its location. */
export interface MainPlace {
  /** As the issuer writes it. */
  readonly name: string;
  /** null when the gazetteer does not know it. */
  readonly place: Place | null;
  /** Only a part of it is meant: “northern Mali”. */
  readonly isPart?: boolean;
}

/** Its span is the clause that names the danger, with what goes on from it. */
export interface Danger extends Span {
  readonly family: string;
  /** Gazetteer ids, and names of facilities that nobody here knows; empty where its clause names no place. */
  readonly places: readonly string[];
}

/** Where one clause ends and another may speak of another danger. */
const joint = /(?:;|,)?\s+(?:and|while|but|as well as|whereas)\s+|[;,]\s+/gi;

/** No notice names more in so many sentences; of an endless sentence the beginning is looked at. */
const mostDangers = 200;
const longestSentence = 2000;

/** In the order of the text: of the sentences within `lead` that are body text. */
export function dangersIn(reading: Reading, lead: readonly Span[]): Danger[] {
  const found: Danger[] = [];
  const sentences = sentencesOf(reading.document).filter(({ zone, duplicate, start, end }) => {
    const isOwn = !duplicate && (zone === 'body' || zone === 'list');
    return isOwn && lead.some((span) => span.start <= start && end <= span.end);
  });
  for (const sentence of sentences) {
    if (found.length >= mostDangers) break;
    found.push(...ofSentence(reading, sentence));
  }
  return found.slice(0, mostDangers);
}

function ofSentence(reading: Reading, sentence: Span): Danger[] {
  const { text } = reading.document;
  const said = withoutPassed(headOf(text, sentence, longestSentence));
  const found: { start: number; end: number; family: string }[] = [];
  let from = 0;
  for (const to of [...Array.from(said.matchAll(joint), ({ index }) => index), said.length]) {
    const family = familyIn(said.slice(from, to));
    const last = found.at(-1);
    const clause = { start: sentence.start + from, end: sentence.start + to };
    // What names no danger goes on from what did; before the first it belongs to that one.
    if (last && (family === null || family === last.family)) last.end = clause.end;
    else if (family !== null) found.push({ ...clause, start: last ? clause.start : sentence.start, family });
    from = to;
  }
  return found.map(({ family, ...clause }) => ({
    family,
    ...trimmed(text, clause),
    places: placesIn(reading, clause),
  }));
}

function placesIn(reading: Reading, clause: Span): string[] {
  const named = within(reading.places, clause).filter((one) => !one.metonym && !isLeftOut(reading.document.text, one));
  return [...new Set([...named.map(({ value }) => value), ...unknownFacilities(reading, clause)])];
}

/** Without the words that join it to what stands before. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const lead = /^(?:[\s,;]|and\b|while\b|but\b|as well as\b|whereas\b)*/i.exec(words)?.[0].length ?? 0;
  return { start: start + lead, end: start + words.trimEnd().length };
}

/**
 * The dangers that stand at different places, each with its own; one that is said of no place stands where the notice is about. Empty where
 * all stand at one place.
 */
export function severalIn(dangers: readonly Danger[], about: readonly MainPlace[]): readonly Danger[] {
  const here = about.map(({ name, place }) => place?.id ?? name);
  const countries = about.flatMap(({ place }) => place?.country ?? []);
  // “The fighting in Ukraine” is no danger of a notice on Georgia.
  const isAbroad = (id: string): boolean => {
    const country = placeById(id)?.country;
    return countries.length > 0 && country !== undefined && !countries.includes(country);
  };
  const tied = dangers
    .map((one) => (one.places.length > 0 ? one : { ...one, places: here }))
    .filter(({ places }) => !places.every(isAbroad));
  const apart = tied.some((one) =>
    tied.some((other) => one.family !== other.family && !one.places.some((id) => other.places.includes(id))),
  );
  return apart ? tied : [];
}
