/** Whether only a part of a place is spoken of (“parts of Islamabad”, “northern Mali”, “Mali except Bamako”), and which places are left out. */
import type { PlaceField } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import { anyDistance } from './distance.ts';

const some = `(?:some|many|several|certain|most|much|few|large|other|various|multiple|remaining|remote|numerous)`;
const nouns = `(?:area|district|neighbou?rhood|suburb|section|sector|quarter|corner|region|province|swathe|stretch|stretche|citie|town|village|location|place|communitie|state|department|count(?:y|ie)|island)`;
const noun = `(?:area|district|neighbou?rhood|suburb|section|sector|quarter|corner|region|province|state|department|county|island)`;
const side = `(?:north|south|east|west|(?:north|south)-?(?:east|west)|cent(?:re|er)|centr(?:al)|(?:north|south)[- ]?(?:east|west)?ern|eastern|western)`;
const borders = `(?:borders?|borderlands?|frontiers?)`;
/** “Parts of Mali, Niger and Chad”. */
const listed = String.raw`(?:\p{L}[\p{L}’'-]*(?:,| and|, and| or) (?:the )?){0,4}`;
/** “North of Mali” lies outside of it, “the north of Mali” inside; “the area of Kabul” is Kabul. */
const before = new RegExp(
  `(?:${[
    String.raw`\b(?:(?:(?:the|an?) )?(?:${some} |\p{L}+ern )*parts?|(?:${some} )*${nouns}s|(?:an?|one|another) (?:\p{L}+ )?${noun}|(?:the )?outskirts|the (?:(?:north|south)-?(?:east|west)?|east|west|cent(?:re|er))|half|most|much|(?:the )?(?:rest|remainder)) of (?:the )?(?:(?:city|capital) of )?${listed}`,
    String.raw`\b(?:${some} )+${nouns}s (?:in|across|throughout|within) (?:the )?`,
    // “The region of Kabul” is Kabul; of a country it says that less is meant.
    String.raw`\bthe (?:(?!immediate |general |surrounding |whole |entire )[\p{L}-]+ ){1,3}${noun}s? (?:of|in) `,
    String.raw`\b(?:the |its |their )?(?:(?:land|shared|common|\p{L}+ern) )?${borders}(?: (?:areas?|regions?|districts?|provinces?|zones?|crossings?))? (?:(?:with|of|to|from|in) (?:the )?|between (?:the )?(?:(?:\p{L}[\p{L}’'-]* ){1,4}and (?:the )?)?)`,
    String.raw`\b(?:within (?:(?:a|the) radius of )?|in (?:a|the) radius of )${anyDistance}(?:[ -]radius)? (?:of|from|around) (?:the )?`,
    String.raw`\bthe (?:(?:old|new) (?:city|town)|city cent(?:re|er)) of `,
    String.raw`\b(?:(?:north|south)[- ]?(?:east|west)?ern|eastern|western|central|downtown|rural|coastal|inland) `,
  ].join('|')})$`,
  'iu',
);
/** Lower case alone: “North Korea” and “West Bank” are names. */
const bareSide =
  /(?<=\b(?:in|to|of|across|throughout|from|into|and|for) )(?:north|south)?-?(?:east|west|north|south) $/u;
const whole = /\b(?:all|any|every|no|both|entire|whole) (?:the )?$/i;

/** “Except for essential reasons” leaves out no place. */
const leavingOut = `(?:except(?:ing)?(?: for| in| to)?|excluding|not including|(?:other than|apart from|aside from)(?: for| in| to)?|with the exceptions? of|but not|outside(?: of)?)`;
const aPlace = String.raw`(?:(?:the )?(?:(?:capital|main|major|largest|larger)\b|cit(?:y|ies)\b|towns?\b)|(?:the )?(?:[a-z]+ of (?:the )?)?\p{Lu}\p{Ll})`;
/** “The capital, Bamako and Kayes”. */
const names = String.raw`(?:the |in |for |city of |capital(?: city)?,? |(?:main|major|larger|largest) (?:cities|towns) ?)*(?:\p{Lu}[\p{L}’'-]*(?:(?:,| and|, and| or) (?=\p{Lu}))?)*`;
const after = [
  new RegExp(
    String.raw`^['’]s? (?:[\p{L}-]+ ){0,2}?(?:${side}|${borders}|capital|coast|outskirts|${nouns}s?|parts)(?![\p{L}])`,
    'iu',
  ),
  new RegExp(
    `^,? (?:${side} of|beyond|along|(?:with)?in ${anyDistance} of) (?:the |its )?(?:[a-z]+ (?:of|with) )?${names}`,
    'u',
  ),
  new RegExp(`^(?:,| –| -)? \\(?${leavingOut} (?=${aPlace})${names}`, 'u'),
];

/** Where the words that make it a part begin and, of those that follow its name, end; null when the place as a whole is meant. */
export function partAt(text: string, { start, end }: Span): Span | null {
  const line = text.slice(Math.max(0, start - 60), start);
  const left = line.slice(line.lastIndexOf('\n') + 1);
  const found = before.exec(left) ?? bareSide.exec(left);
  if (found && !whole.test(left.slice(0, found.index))) return { start: start - left.length + found.index, end };
  const right = text.slice(end, end + 120);
  for (const one of after) {
    const next = one.exec(right)?.[0];
    if (next !== undefined) return { start, end: end + next.trimEnd().length };
  }
  return null;
}

const excepted = new RegExp(
  String.raw`\b(${leavingOut})\s+(?:(?:the|in|for|capital|main|major|largest|city|cities|towns?|of|and|or|provinces?|regions?|districts?|states?|\p{Lu}[\p{L}’'-]*)[\s,]+)*$`,
  'u',
);
const facilities = ['airport', 'port', 'building'];

/** Whether the text leaves a place out: “except Bamako”, “outside Kabul”. Outside a gate is at the gate. */
export function isLeftOut(text: string, { start, kind }: Pick<PlaceField, 'start' | 'kind'>): boolean {
  const line = text.slice(Math.max(0, start - 120), start);
  const words = excepted.exec(line.slice(line.lastIndexOf('\n') + 1))?.[1];
  return words !== undefined && !(/^outside/.test(words) && facilities.includes(kind));
}

const leftOut = new RegExp(String.raw`\b${leavingOut} (?=${aPlace})${names}`, 'u');

/** The words that leave a place out, whether or not its name is known: “outside Kabul”, “except the capital”. */
export const leavingOutIn = (words: string): string | null => leftOut.exec(words)?.[0].trim() ?? null;
