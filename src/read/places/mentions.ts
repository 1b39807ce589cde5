/** Names of places in a document, without those that are part of another name: of a person, a newspaper, an armed group. */
import { mentionsIn, type NameFound } from '../../core/geo/gazetteer.ts';
import type { Document } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';

/** In order. What lies in one of `skip`, or across it, is left out. */
export function mentionsOf({ text, blocks }: Document, skip: readonly Span[]): NameFound[] {
  const skipped = skip.toSorted((a, b) => a.start - b.start);
  const found = mentionsIn(text);
  let block = 0;
  let past = 0;
  return found.filter((mention, number) => {
    while ((blocks[block]?.end ?? Number.POSITIVE_INFINITY) <= mention.start) block++;
    while ((skipped[past]?.end ?? Number.POSITIVE_INFINITY) <= mention.start) past++;
    if ((skipped[past]?.start ?? Number.POSITIVE_INFINITY) < mention.end) return false;
    const inBlock = (blocks[block]?.start ?? 0) <= mention.start && mention.end <= (blocks[block]?.end ?? 0);
    return inBlock && !isPartOfName(text, mention, found[number - 1], found[number + 1]);
  });
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));
/** Places that people are called by, as first name. */
const firstNames = set(
  'Chad Jordan Georgia Israel Paris Sydney Austin Charlotte Jackson Washington Lincoln Houston Dallas Madison Florence Victoria Santiago Sofia Kent Milan Virginia Carolina Brooklyn Savannah Phoenix Kingston Hamilton Salvador Orlando Boston Jersey Regina Alexandria Norfolk Columbus Rosario Constantine Cali India China Kenya Malta Montana Devon Adelaide Florence Cuba Tyre Bari Perth Nicosia Mary Nice',
);
/** Places that people are called by, as surname. */
const surnames = set(
  'Washington London Lincoln Jackson Houston Paris Berlin Wellington Hamilton York England France Holland Ireland Israel Jordan Dallas Austin Madison Cleveland Florence Kent Norfolk Boston Wales Chad Darwin Lima Santiago Milan Columbus Sucre Victoria Kingston Durham Bristol Raleigh Montgomery Montana Germany Britain Poland Spain Cuba Mali Essex Surrey Devon Lancashire Richmond Birmingham Sheffield Portland Buffalo Albany Springfield Worcester Halifax Stanley Mendoza Valencia Salvador Córdoba Trujillo Medina Granada Toledo Rosario Messina Verona Hanover Moscow Sofia Kyoto Perth Nelson Palmer Mary Mazar Bari',
);
const given = set(
  'John James Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kevin Brian George Edward Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Jose Henry Adam Douglas Nathan Peter Zachary Kyle Walter Harold Jeremy Ethan Carl Keith Roger Gerald Christian Terry Sean Arthur Austin Lawrence Jesse Dylan Bryan Joe Bruce Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Sharon Cynthia Kathleen Amy Angela Anna Ruth Brenda Pamela Nicole Katherine Helen Christine Rachel Carolyn Janet Maria Diane Julie Joyce Kelly Joan Ali Ahmed Mohammad Mohammed Abdul Hamid Denzel Jim Bob Tom Tim Dave Mike Bill Steve Dan Ben Sam Tony Kate Jane Emma Kelly Hank Queen King Prince Princess Lady Lord Sir Saint Lake Mr Mrs Ms Dr Senator Judge Justice',
);
/** What follows a place in the name of something that is elsewhere or nowhere. */
const others = set(
  'Post Times Globe Herald Tribune Journal Review Gazette Chronicle Examiner Observer Mirror Mail Inquirer Dispatch Sun Star United FC Rovers Wanderers Bulls Lakers Knicks Yankees Mets Giants Cowboys Patriots Celtics Warriors Eagles Bears Packers Accord Accords Agreement Agreements Convention Conventions Protocol Treaty Declaration Wall',
);
const groups =
  /\b(?:Islamic State(?: group)?(?: (?:in|of)(?: the)?)?|State group (?:in|of)|ISIS|ISIL|Daesh|Taliban of|Bank of|University of|Duke of|Duchess of|Prince of|Princess of|Republic of)[ -]$/;
const furthestBack = 32;

function isPartOfName(
  text: string,
  { start, end, places }: NameFound,
  last: Span | undefined,
  next: Span | undefined,
): boolean {
  const name = text.slice(start, end);
  const before = text.slice(Math.max(0, start - furthestBack), start);
  if (groups.test(before)) return true;
  // “ISIS-Khorasan”; of “Afghanistan-Pakistan” both are places.
  if (/\p{Lu}\p{L}*-$/u.test(before) && last?.end !== start - 1) return true;
  if (/^US$/.test(name)) return /\p{Lu}{3,} $/u.test(before) && /^ \p{Lu}{2,}/u.test(text.slice(end, end + 4));
  const isPlain = places.every(({ kind }) => kind === 'town' || kind === 'admin1' || kind === 'country');
  if (!isPlain || name.includes(' ')) return false;
  const after = next?.start === end + 1 ? '' : (/^ (\p{Lu}[\p{L}’'-]+)/u.exec(text.slice(end, end + 30))?.[1] ?? '');
  if (others.has(after)) return true;
  if (after !== '' && firstNames.has(name) && !notSurnames.has(after)) return true;
  const previous = last?.end === start - 1 ? '' : (/(?:^|[^\p{L}])(\p{Lu}[\p{L}’'-]*) $/u.exec(before)?.[1] ?? '');
  if (given.has(previous) || /(?:^|\s)(?:\p{Lu}|Mrs?|Ms|Dr|Gen|Col|Sen|Rep|Prof|Capt|Lt|Sgt)\. $/u.test(before))
    return true;
  return (
    previous !== '' && surnames.has(name) && !notNames.has(previous) && isMidSentence(text, start - previous.length - 1)
  );
}

const notSurnames = set(
  'Airport International Air Police City County Province State Government President Prime Minister Foreign Defence Defense Ministry Embassy Street Avenue Road Square Park Bridge Station Hospital University College School Mayor Governor Senator Gov Sen Rep University Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December River Valley Bay Beach Islands Island Harbor Harbour Port Area Region',
);
const notNames = set(
  'The A An In On At From To Of For By With And But Or As If When While After Before Near Around Outside Inside Into Since Until Northern Southern Eastern Western North South East West Central Greater Upper Lower New Old Downtown Modern Why How Did Does Has Is Was Will Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December British American French German Russian Chinese',
);

/** A word in capitals at the start of a sentence is no name for that. */
const isMidSentence = (text: string, at: number): boolean =>
  /[\p{L}\p{N},;:]\s$/u.test(text.slice(Math.max(0, at - 2), at));
