/** Lines that letters are put together from: names, places, how grave, until when, and passages of their words. */
import { severityRank } from '../../core/cap/meaning.ts';
import type { CapInfo } from '../../core/cap/model.ts';
import { cutFairly, oneLine, plain } from '../foreign-text.ts';
import type { Matter } from '../matter.ts';
import { stampWords } from '../stated-time.ts';
import { type Passage, type Sentence, type Theirs, theirs } from './letter.ts';
import { placesOf } from './places.ts';
import * as en from './strings/en.ts';

const headlineCharacters = 300;
const instructionCharacters = 2500;
export const descriptionCharacters = 1500;
export const smallCharacters = 200;
const identifierCharacters = 200;

/** The warning as it names itself: its headline, else its event. */
export function nameOf({ info, event }: Matter): Theirs | null {
  const name = oneLine(info?.headline ?? '', headlineCharacters) || event;
  return name === null ? null : theirs(name, info?.language ?? null);
}
export const headlineOf = (matter: Matter): Theirs => nameOf(matter) ?? identifierOf(matter);
export const shorter = (words: Theirs, most: number): Theirs => theirs(oneLine(words.theirs, most), words.language);

export const languageOf = ({ info }: Matter): string | null => info?.language ?? null;
export const identifierOf = ({ alert }: Matter): Theirs =>
  theirs(oneLine(alert.identifier, identifierCharacters), null);
export const issuerOf = (matter: Matter): Theirs => theirs(matter.issuer, languageOf(matter));
export const eventOf = (matter: Matter): Theirs | null =>
  matter.event === null ? null : theirs(matter.event, languageOf(matter));
export const placeOf = (matter: Matter, most?: number): Sentence | null =>
  placesOf(matter.places, languageOf(matter), most);

export function levelText(matter: Matter): string {
  const { info, rated } = matter;
  const words = [
    rated ? en.adviceLevel(matter) : en.severity(info && severityRank(info)),
    info && en.urgency[info.urgency],
    info && en.certainty[info.certainty],
  ];
  return words.filter((word) => typeof word === 'string').join(' ');
}

export function whenOf({ alert, rated, info }: Matter): Sentence[] {
  if (!info) return [[en.noEnd]];
  const { onset, expires } = info;
  const level = rated?.level ? theirs(oneLine(rated.level.text, smallCharacters), info.language) : null;
  const begins = onset?.at && alert.sent.at && onset.at > alert.sent.at ? stampWords(onset) : null;
  const ends = expires && stampWords(expires);
  return [
    ...(level ? [en.levelWords(level)] : []),
    ...(begins ? [[en.starts(begins)]] : []),
    [ends ? en.holdsUntil(ends) : expires ? en.endUnreadable : en.noEnd],
  ];
}

export function passagesOf(info: CapInfo): Passage[] {
  const { passageLabels: label } = en;
  const { language } = info;
  return [
    ...passage(label.headline, info.headline, language, headlineCharacters),
    ...passage(label.instruction, info.instruction, language, instructionCharacters),
    ...(info.description === info.instruction
      ? []
      : passage(label.description, info.description, language, descriptionCharacters)),
    ...passage(label.audience, info.audience, language, smallCharacters),
    ...passage(label.contact, info.contact, language, smallCharacters),
  ];
}

export function passage(label: string, text: string | null, language: string | null, most: number): Passage[] {
  const { text: kept, leftOut } = cutFairly(plain(text ?? ''), most);
  return kept === '' ? [] : [{ label, ...theirs(kept, language), note: leftOut > 0 ? en.cutHere(leftOut) : null }];
}
