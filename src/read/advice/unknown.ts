/** Facilities that a text names and the gazetteer does not know: what is said of one is said of nothing wider, and of no other place. */
import type { Reading } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';

const named =
  /(?<![\p{L}’'-])(?:\p{Lu}[\p{L}’'-]+ ){1,4}(?:Gate|Hotel|Square|Market|Bazaar|Bridge|Mosque|Station|Checkpoint|Camp|Stadium|University|Hospital|School|Street|Road|Avenue|Park|Crossing|Terminal|Compound)(?!\p{L})/gu;
/** An address near a known place, and the way there, are not that place. */
const onTheWay = /\b(?:roads?|routes?|streets?|way|highway|motorway) (?:to|from|towards?|into|out of) (?:the )?$/i;

/** Words that open a sentence and are no part of the name. */
const opening = /^(?:(?:The|Avoid|Leave|Near|At|All|Please|Do|Stay|Keep|From|In|On|If|When|Citizens|People) )+/;

/** What only says where something else is. */
const besideIt = /\b(?:near|close to|beside|next to|behind|opposite|outside|located (?:at|on|in)) (?:the )?$/i;

/** Names in `span` of the reading's text, in order. */
export function unknownFacilities({ document, places }: Reading, span: Span): string[] {
  const words = document.text.slice(span.start, span.end);
  return [...words.matchAll(named)].flatMap((match) => {
    const start = span.start + match.index;
    const end = start + match[0].length;
    // “The North Gate” is known as “North Gate”, and “Kabul Serena Hotel” is not known as “Kabul”.
    const known = places.some((place) => place.start < end && start < place.end && place.end >= end);
    const beside = besideIt.test(words.slice(Math.max(0, match.index - 30), match.index));
    return known || beside ? [] : [match[0].replace(opening, '')];
  });
}

/** Whether the text before `start` makes what stands there the end of a road and not the place that is meant. */
export const isOnTheWay = ({ document }: Reading, start: number): boolean =>
  onTheWay.test(document.text.slice(Math.max(0, start - 40), start));
