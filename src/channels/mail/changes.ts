/** What changed between what somebody was told and what holds now. "Was" is said only where it is beyond doubt. */
import type { AdvicePart } from '../../core/advice.ts';
import { instructionOf, severityRank } from '../../core/cap/meaning.ts';
import type { CapInfo } from '../../core/cap/model.ts';
import type { Change } from '../../core/model.ts';
import type { Envelope } from '../channel.ts';
import { oneLine } from '../foreign-text.ts';
import { type Matter, matterBefore, namesOf } from '../matter.ts';
import { stampWords } from '../stated-time.ts';
import { type Reworded, type Rewording, rewordingOf } from '../wording.ts';
import { type Sentence, type Theirs, theirs } from './letter.ts';
import { placesOf } from './places.ts';
import * as en from './strings/en.ts';

export function whatChanged(envelope: Envelope, matter: Matter): Sentence[] {
  const { info, part } = matter;
  const { changes } = envelope.notice;
  if (changes.length === 0 || !info) return [[en.newRevision]];
  const values = changes.filter((change) => change !== 'words');
  const others = values.map((change) =>
    en.changed(change, was(change, envelope, matter), wordsFor(change, info, matter)),
  );
  if (values.length === changes.length) return others;
  const rewording = rewordingOf(envelope, info);
  const { what, sentences } = rewording ? wording(rewording, info.language, part) : { what: [], sentences: [] };
  const isNamed = what.length + sentences.length > 0;
  return isNamed ? [...what, ...others, ...sentences] : [...others, en.changed('words', null, null)];
}

/** What is the matter stands before the other changes, what they write of it behind them. */
function wording(
  { event, headline, certainty, added, gone }: Rewording,
  language: string | null,
  part: AdvicePart | null,
): { what: Sentence[]; sentences: Sentence[] } {
  const theirLine = (words: string): Sentence => [theirs(oneLine(words, lineCharacters), language)];
  const line = (name: typeof en.changedEvent, { was, now }: Reworded, isSaid = false): Sentence =>
    name(isSaid ? null : was === '' ? [en.notStated] : theirLine(was), theirLine(now));
  // An event in prose may be a sentence of its own, or the start of one that is given in full.
  const startsOne = (sentences: readonly string[], words = ''): boolean =>
    sentences.some((sentence) => sentence.startsWith(words) && sentence.length > words.length + 1);
  const others = event
    ? added.filter((sentence) => startsOne([sentence], event.now) || !sentence.startsWith(event.now))
    : added;
  // Of a headline in prose mostly the date is new, and that stands under the first line.
  const showsHeadline = headline !== null && (part === null || (event === null && added.length + gone.length === 0));
  return {
    what: [
      ...(event && !startsOne(added, event.now) ? [line(en.changedEvent, event, startsOne(gone, event.was))] : []),
      ...(showsHeadline ? [line(en.changedHeadline, headline)] : []),
    ],
    sentences: [
      ...(certainty ? [en.changedCertainty(rating(certainty.was), rating(certainty.now))] : []),
      ...(others.length > 0 ? [en.newWords(...shown(others, language))] : []),
      ...(gone.length > 0 ? [en.goneWords(...shown(gone, language))] : []),
    ],
  };
}

/** Characters of one sentence, and of all that are shown; the others are counted. */
const lineCharacters = 250;
const allCharacters = 700;

function shown(sentences: readonly string[], language: string | null): [Theirs[], number] {
  const lines: string[] = [];
  let length = 0;
  for (const sentence of sentences) {
    const line = oneLine(sentence, lineCharacters);
    length += line.length;
    if (lines.length > 0 && length > allCharacters) break;
    lines.push(line);
  }
  return [lines.map((line) => theirs(line, language)), sentences.length - lines.length];
}

/** What they were told; where that is not known or was about another place, what all infos of the earlier revision say alike. */
function was(change: Change, envelope: Envelope, { part, rated }: Matter): Sentence | null {
  const { notice, before, told } = envelope;
  const infos = before?.infos ?? [];
  const own = told && infos[told.info];
  const earlier = before && own ? matterBefore(envelope, before) : null;
  if (own && earlier) {
    const isSamePlace = part?.place === earlier.part?.place && part?.scope === earlier.part?.scope;
    // A level may be the country's, wherever in it they are.
    const isSameLevel = change === 'level' && rated?.place === earlier.rated?.place;
    // Whoever is where only standing advice holds now was told of a place that it took the place of.
    const isStanding = notice.why.some(({ code }) => code === 'standing');
    if (isSamePlace || isSameLevel || isStanding) return wordsFor(change, own, earlier);
  }
  const values = new Map(
    infos
      .map((old) => wordsFor(change, old, infos.length === 1 ? earlier : null))
      .map((words) => [JSON.stringify(words), words]),
  );
  const [only = null] = values.values();
  return values.size === 1 ? only : null;
}

function wordsFor(change: Change, info: CapInfo, matter: Matter | null): Sentence | null {
  const part = matter?.part ?? null;
  switch (change) {
    case 'instruction': {
      const instruction = instructionOf(info);
      return [instruction ? en.doWords(instruction, info.urgency === 'Immediate', part) : en.noInstruction];
    }
    case 'level':
      return matter?.rated ? [en.levelShort(matter)] : null;
    case 'severity':
      return [en.severityShort(severityRank(info))];
    case 'urgency':
      return rating(info.urgency);
    case 'begin': {
      const begin = info.onset ?? info.effective;
      const words = begin && stampWords(begin);
      return words === null ? null : [words];
    }
    case 'until':
      return [(info.expires && stampWords(info.expires)) ?? en.noEndShort];
    case 'area':
      return placesOf(namesOf(info.areas), info.language);
    case 'words':
      return null;
  }
}

/** CAP's own words for urgency and certainty as such; any other is the issuer's. */
function rating(word: string): Sentence {
  if (word === 'Unknown' || word === '') return [en.notStated];
  const isKnown = Object.hasOwn(en.urgency, word) || Object.hasOwn(en.certainty, word);
  return [isKnown ? word.toLowerCase() : theirs(oneLine(word, 40), null)];
}
