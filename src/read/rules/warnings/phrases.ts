/** Verb phrases that tell people what to do, by what they tell. */
import type { Instruction } from '../../../core/instruction.ts';

const safe = `(?:an? |the )?(?:safer?|secure|higher?|sheltered) (?:place|location|area|spot|ground|zone|distance)s?`;

const length = String.raw`(?:(?:at least|a minimum of|more than|over|about|approximately|some|well) )*(?:\d[\d.,]*|half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few)(?:(?: to | or | ?[–-] ?)(?:\d[\d.,]*|two|three|four|five|six|ten))?[ -]?(?:kms?|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|m|yards?|feet)`;
const side = `(?:(?:north|south)?-?(?:east|west|north|south)(?:wards?)? )?(?:away )?`;

/** What each phrase means as it stands, and what it means after “do not”; null: nothing. */
export interface Phrase {
  readonly value: Instruction | null;
  readonly negated: Instruction | null;
  readonly words: string;
  /** Whether the rest of the sentence lets it mean that: one may also leave a bag. */
  readonly before?: (rest: string) => boolean;
}

/** What people leave when they go: places, not things. */
const place = `areas?|approach(?:es)?|surroundings|parts? of|vicinity|countr(?:y|ies)|regions?|city|cities|towns?|villages?|provinces?|districts?|zones?|airports?|gates?|sites?|premises|buildings?|homes?|houses?|hotels?|rooms?|apartments?|flats?|shelters?|compounds?|residences?|accommodation|beach(?:es)?|coasts?|coastline|shores?|islands?|valleys?|(?:river ?)?banks?|places?|locations?|grounds?|streets?|roads?|neighbou?rhoods?|borders?|ports?|harbou?rs?|camps?|schools?|offices?|terminals?|stations?|territory|mountains?|forests?|venues?|crowds?|demonstrations?|protests?|scene|perimeter|parks?|quarters?|facilit(?:y|ies)`;
const toPlace = new RegExp(
  String.raw`^\s+(?:(?!(?:in|at|on|with|to|for|by|inside|near|behind)\b)[\p{L}’'-]+\s+){0,4}?(?:${place})(?![\p{L}-])`,
  'iu',
);
const toName = /^\s+(?:(?:the whole|all) of )?(?:the )?\p{Lu}/u;
/** Whether words name a place or a kind of place: “the airport”, “Kabul”. */
export const isPlace = (words: string): boolean => toPlace.test(` ${words}`) || toName.test(` ${words}`);
const noObject =
  /^(?:\s*$|\s*[.,;:!?)\]”"»–—•-]|\s+(?:now|immediately|at once|today|tonight|tomorrow|as|without|while|if|when|before|until|by|via|through|from|for|and|or|but|urgently|quickly|early|safely|promptly|calmly|ahead|unless|because|only|there|here|straight|right)\b)/i;
const aPlace = (rest: string): boolean => toPlace.test(rest) || toName.test(rest) || noObject.test(rest);
/** “At the airport”, not “in contact”; how long a visa lets people stay is another matter. */
const atPlace = (rest: string): boolean => {
  const where = /^\s+(?:(?:at|in|near|around|inside|within|on|close to)(?= )|(?:there|here)\b)/i.exec(rest)?.[0];
  if (where === undefined || /\b(?:longer|beyond|overnight|visas?|permits?|illegally)\b/i.test(rest)) return false;
  return /(?:there|here)$/i.test(where) || isPlace(rest.slice(where.length + 1));
};

export const phrases: readonly Phrase[] = [
  { value: 'shelter', negated: null, words: `shelter(?: in place)?` },
  { value: 'shelter', negated: null, words: `(?:take|seek|find) (?:immediate )?(?:shelter|cover|refuge|safety)` },
  { value: 'leave', negated: null, words: `(?:look for|seek|find) high(?:er)? ground` },
  { value: 'shelter', negated: null, words: `(?:look for|seek|find) ${safe}` },
  {
    value: 'shelter',
    negated: null,
    words: `(?:go|move|get|proceed|head|report)(?: immediately| now| at once| quickly)? to (?:an? |the |your |their )?(?:nearest |closest )?(?:(?:bomb|storm|air[- ]raid|tornado|underground) )?shelters?`,
  },
  {
    value: 'shelter',
    negated: null,
    words: `(?:stay|remain|keep) (?:indoors?|inside|at home|in place|put|where you are|in (?:your|their) (?:homes?|houses?|rooms?|hotels?|buildings?|accommodation))`,
  },
  { value: 'shelter', negated: null, words: `(?:go|move) (?:indoors|inside)` },
  {
    value: 'leave',
    negated: null,
    words: `(?:move|go|get|relocate|proceed|head)(?: away)?(?: immediately| now| at once)? to ${safe}`,
  },
  { value: 'leave', negated: null, words: `move (?:away|out)(?: (?:from|of|to ${safe}))?` },
  { value: 'leave', negated: null, words: `(?:move|go|get) ${length} ${side}from` },
  { value: 'leave', negated: null, words: `get (?:out|away)(?: (?:of|from))?` },
  { value: 'leave', negated: 'shelter', words: `(?:leave|vacate)`, before: aPlace },
  { value: 'leave', negated: 'shelter', words: `(?:evacuate|depart(?: from)?|flee|relocate)` },
  {
    value: 'avoid',
    negated: null,
    words: `avoid(?: (?:all |any )?(?:travel(?:l?ing)?(?: to)?|going(?: to)?|the areas?(?: (?:of|around|near))?))?`,
  },
  { value: 'avoid', negated: null, words: `(?:stay|keep|remain) (?:well )?(?:away|clear|out|off)(?: (?:from|of))?` },
  { value: 'avoid', negated: null, words: `(?:stay|keep|remain) ${length} ${side}from` },
  {
    value: 'avoid',
    negated: null,
    words: `(?:keep|maintain|stay at|remain at) (?:a |the )?(?:(?:safe|minimum) )?distance (?:of ${length} )?(?:away )?from`,
  },
  { value: null, negated: 'leave', words: `(?:remain|stay|linger)`, before: atPlace },
  { value: 'avoid', negated: null, words: `steer clear(?: of)?` },
  {
    value: null,
    negated: 'avoid',
    words: `(?:travel|go|come|drive|fly|head|walk|return|venture)(?: (?:anywhere )?(?:to|near|into|out|outside))?`,
  },
  { value: null, negated: 'avoid', words: `(?:approach|enter|visit|attend|cross|gather|swim|touch|use)` },
  {
    value: 'prepare',
    negated: null,
    words: `(?:have|make|keep) (?:an? |your |their )?(?:[a-z-]+ ){0,2}plans?(?: ready)?`,
  },
  { value: 'prepare', negated: null, words: `(?:be|get) (?:ready|prepared)` },
  { value: 'prepare', negated: null, words: `prepare(?: (?:for|to))?` },
  {
    value: 'prepare',
    negated: null,
    words: `review (?:your|their|the) (?:[a-z’'-]+ ){0,2}(?:plans?|checklists?|arrangements?)`,
  },
  { value: 'prepare', negated: null, words: `(?:pack|stock up|charge your|keep your (?:travel )?documents)` },
  { value: 'monitor', negated: null, words: `monitor` },
  {
    value: 'monitor',
    negated: null,
    words: `(?:follow|watch|listen to|check) (?:the |our |your |local |official |latest ){0,3}(?:media|news|radio|updates?|broadcasts?|forecasts?|developments|weather)`,
  },
  { value: 'monitor', negated: null, words: `watch (?:what happens|for|out for|your surroundings)` },
  {
    value: 'monitor',
    negated: null,
    words: `(?:be|stay|remain|keep) (?:aware|alert|vigilant|informed|tuned|up to date|watchful)`,
  },
  { value: 'monitor', negated: null, words: `(?:exercise|use) (?:\\w+ )?(?:caution|vigilance)` },
];

const capture = phrases.map(({ words }) => `(${words})`).join('|');
/** All phrases at once; the number of the group that matched is the phrase's, plus one. Use with `matchAll`. */
export const anyPhrase = new RegExp(String.raw`(?<![\p{L}’'-])(?:${capture})(?![\p{L}’'-])`, 'giu');

/** Nouns of the public: whom an instruction of a sentence with a subject may be for. */
const public_ = `citizens?|nationals?|residents?|people|persons?|anyone|anybody|everyone|everybody|nobody|travell?ers?|tourists?|visitors?|passengers?|civilians?|inhabitants|motorists|drivers|homeowners|households|families|population|public|compatriots|those|expatriates?|villagers|communities|you|all of them|subjects|students|parents|swimmers|walkers|no one|[A-Z]\\w+(?:ians|icans|ans|ese|ish|ders|eans)`;
export const thePublic = new RegExp(String.raw`(?<![\p{L}’'-])(?:${public_})(?![\p{L}’'-])`, 'u');
export const isPublic = (words: string): boolean => thePublic.test(words) || thePublic.test(words.toLowerCase());

/** “The threat is over”, not “over the next 24 hours”, “over 90 percent”. */
export const isOver = String.raw`over(?=\s*(?:[.,;:!?)”"]|$)|\s+(?:and|now|but|at|in|for|on|near)\b)`;
const whoMay = `(?:citizens|nationals|residents|people|persons|everyone|everybody|anyone|evacuees|travell?ers|passengers|visitors|families|public|you)`;

/** That a danger is gone, or that people may go back. Said of attackers who may return it is none, nor of an all-clear that was not given. */
export const allClear = new RegExp(
  [
    String.raw`^\W*all[- ]clear\b`,
    String.raw`\ball[- ]clear (?:has (?:now )?been|is (?:now )?|is hereby) ?(?:given|sounded|announced|declared)\b`,
    String.raw`\b(?:gives?|sounds?|declares?|announces?|has (?:given|sounded|declared|announced)) (?:the |an )?all[- ]clear\b`,
    String.raw`\b(?:it is|now) (?:again )?safe to (?:return|go|travel)\b`,
    String.raw`\b${whoMay}(?: who [^.,;]{1,60})? may (?:now |safely )?return\b`,
    String.raw`\b(?:warning|alert|order|advice|curfew|advisory|threat)s? (?:has|have|is|are|was|were) (?:now )?(?:been )?(?:lifted\b|cancell?ed\b|withdrawn\b|${isOver})`,
    String.raw`\bthere (?:is|are) no longer (?:an? |any )?(?:[\w-]+ ){0,2}?(?:threats?|dangers?|risks?)\b`,
    String.raw`\b(?:threat|danger|risk|emergency|incident)(?: (?!but\b|and\b|which\b|who\b|that\b)[\w’'-]+){0,8}? (?:has (?:now )?(?:passed|ended|subsided|been resolved)\b|is (?:now )?${isOver}|no longer exists?\b)`,
    String.raw`\bsituation(?: [\w’'-]+){0,6}? has (?:now )?returned to normal\b`,
  ].join('|'),
  'i',
);

const noPreposition = `(?!(?:in|at|on|with|to|for|by|from|inside|near|behind|of)\\b)`;
const isPlaceWhole = new RegExp(
  String.raw`^\s*(?:(?:please )?note that )?(?:${noPreposition}[\p{L}’'-]+\s+){0,4}?(?:${place})(?:\s+(?:in|of|at|near|around|within|and)\s[^,;:]{0,60})?\s*$`,
  'iu',
);
const isTravel =
  /^\s*(?:(?:all|any|non-essential|unnecessary|further)\s+)*(?:travel(?:l?ing)?|trips|journeys|crowds|gatherings)\b/i;
const mustBe = `(?:must|ha(?:s|ve) to|needs? to|(?:is|are) to)(?: now| immediately| all)? be(?: \\w+ly)?`;

/** What is to be done with a place, or with people: said of it and not to them. `of`: whether the words before speak of such. */
export const passives: readonly {
  readonly value: Instruction;
  readonly words: RegExp;
  readonly of: (subject: string) => boolean;
}[] = [
  {
    value: 'leave',
    words: new RegExp(String.raw`\b${mustBe} (?:evacuated|vacated)\b(?!\s+by\b)`, 'gi'),
    of: (subject) => isPlaceWhole.test(subject) || isPublic(subject),
  },
  {
    value: 'avoid',
    words: new RegExp(String.raw`\b(?:${mustBe}|should(?: now)? be(?: \w+ly)?) avoided\b`, 'gi'),
    of: (subject) => isPlaceWhole.test(subject) || isTravel.test(subject),
  },
  {
    value: 'avoid',
    words:
      /\b(?:is|are) (?:(?:currently|still|now|therefore|strongly) )*(?:not (?:currently )?(?:advised|recommended|advisable)|inadvisable|discouraged|advised against)\b/gi,
    of: (subject) => isTravel.test(subject),
  },
];

export const againstTravel =
  /\b(?:advis(?:es?|ed|ing)|recommend(?:s|ed|ing)?|warn(?:s|ed|ing)?|caution(?:s|ed|ing)?) against (?:all |any |all but essential |non-essential )?(?:travel(?:l?ing)?(?: to)?|going(?: to)?|visiting|coming(?: to)?)\b/gi;
