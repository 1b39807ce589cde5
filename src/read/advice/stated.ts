/** How a source finds again, in the document it built, what it put there: by path. */
import type { Place } from '../../core/geo/place.ts';
import type { Document, Reading } from '../../core/text/reading.ts';
import { type Field, fieldOf, type Span } from '../../core/text/span.ts';
import { lastOf } from '../../core/time/day.ts';
import type { Instant } from '../../core/time/time.ts';
import { DocumentBuilder } from '../document/builder.ts';

/** From the first block with this path to the last, or null when there is none. */
export function spanAt({ blocks }: Document, path: string): Span | null {
  const found = blocks.filter((block) => block.path === path);
  const [first] = found;
  const last = found.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

export const spansAt = (document: Document, paths: readonly string[]): Span[] =>
  paths.map((path) => spanAt(document, path)).filter((span) => span !== null);

/** A stated value of a machine format, cited by the block it stands in; null when there is none. */
export function fieldAt<T>(document: Document, path: string, value: T): Field<T> | null {
  const span = spanAt(document, path);
  return span && fieldOf(document.text, span, path, value);
}

/** Lower case, words joined by `-`: for the names of series. */
export const slugOf = (words: string): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

/** What HTML says as one line: a name in which entities stand. */
export function plainText(html: string): string {
  const builder = new DocumentBuilder();
  builder.addHtml('title', html);
  return builder
    .build({ title: null, language: null, publisher: null, publishedAt: null, day: null })
    .text.replace(/\s+/g, ' ')
    .trim();
}

/** The last part of an address's path, without a trailing `/`. */
export const lastSegment = (url: string): string =>
  URL.canParse(url) ? (new URL(url).pathname.replace(/\/+$/, '').split('/').pop() ?? '') : '';

/** The places named within a span, as the reader resolved them, in order. */
export const placesWithin = (reading: Reading, span: Span, placeById: (id: string) => Place | null): Place[] =>
  reading.places
    .filter(({ start, end, metonym }) => !metonym && span.start <= start && end <= span.end)
    .map(({ value }) => placeById(value))
    .filter((place) => place !== null);

/** The host that a document came from, whatever it is spelled with; `otherwise` for one that was handed in. Series are a sender's own. */
export const senderOf = (url: string | null, otherwise: string): string =>
  url !== null && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : otherwise;

/**
 * When a word was sent whose issuer states no hour: not after the day it bears, and not after we had it. So an old page that is found
 * late does not pass for a new one.
 */
export const sentOn = (day: string | null, fetchedAt: Instant): Instant =>
  Math.min((day === null ? null : lastOf(day)) ?? fetchedAt, fetchedAt);
