/** What an update says that was not said before, and what it says no more, sentence by sentence in the issuer's own words. */
import type { CapAlert, CapInfo } from '../core/cap/model.ts';
import { sentencesOf } from '../read/sentences.ts';
import type { Envelope } from './channel.ts';
import { cutFairly, oneLine, plain } from './foreign-text.ts';

/** Two values that differ. */
export interface Reworded {
  readonly was: string;
  readonly now: string;
}

/** Each sentence on one line. What was neither taken away nor put in is in none of the lists. */
export interface Rewording {
  readonly event: Reworded | null;
  readonly headline: Reworded | null;
  readonly certainty: Reworded | null;
  /** Sentences of the instruction and the description that no part of the earlier revision has. */
  readonly added: readonly string[];
  /** Sentences they were told that no part of this revision has. */
  readonly gone: readonly string[];
}

const lineCharacters = 300;
/** Of all words of one revision; what stands behind is not compared. */
const comparedCharacters = 20_000;

/** null when it is not known what they were told, or when that was in another language. */
export function rewordingOf({ before, told, alert, advice }: Envelope, info: CapInfo): Rewording | null {
  const old = before && (told ? before.infos[told.info] : before.infos.length === 1 ? before.infos[0] : undefined);
  if (!before || !alert || !old || primary(old.language) !== primary(info.language)) return null;
  const isProse = (advice ?? null) !== null;
  return {
    event: reworded(old.event, info.event),
    headline: reworded(old.headline, info.headline),
    certainty: reworded(old.certainty, info.certainty),
    added: without(saidBy(info, isProse), before, isProse),
    gone: without(saidBy(old, isProse), alert, isProse),
  };
}

const primary = (language: string | null): string => (language ?? 'en').trim().toLowerCase().split('-')[0] ?? '';

function reworded(before: string | null, after: string | null): Reworded | null {
  const [was, now] = [before, after].map((words) => oneLine(words ?? '', lineCharacters)) as [string, string];
  return was === now || now === '' ? null : { was, now };
}

/** The instruction first: it is what they are told to do. A line of prose is a block of its own; lines of CAP may be broken anywhere. */
function saidBy({ instruction, description }: CapInfo, isProse: boolean): string[] {
  const whole = plain([instruction, description].filter(Boolean).join('\n\n'));
  const { text } = cutFairly(whole, comparedCharacters);
  const blocks = [...text.matchAll(isProse ? /[^\n]+/g : /(?:[^\n]|\n(?!\n))+/g)].map(({ 0: words, index }) => ({
    ...{ start: index, end: index + words.length, zone: 'body' as const },
  }));
  const page = { text, blocks, title: null, language: null, publisher: null, publishedAt: null, day: null };
  const sentences = sentencesOf(page).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
  return [...new Map(sentences.map((sentence) => [sameAs(sentence), sentence])).values()];
}

function without(sentences: readonly string[], { infos }: CapAlert, isProse: boolean): string[] {
  const there = new Set(infos.flatMap((info) => saidBy(info, isProse)).map(sameAs));
  return sentences.filter((sentence) => !there.has(sameAs(sentence)));
}

/** Case and marks make no difference that anybody would be told of. */
const sameAs = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
