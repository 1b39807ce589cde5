/**
 * Whether a notice is an all-clear and nothing else, for the very place and order of an earlier one. Only such a one ends a warning by itself:
 * a word too many may mean another place, another order, a later day, or that a part of the danger is left. So its sentences are
 * known whole, and whatever is worded otherwise is left for a person.
 */
import { distanceMeters } from '../../core/geo/distance.ts';
import { mentionsIn, placeById } from '../../core/geo/gazetteer/gazetteer.ts';
import type { Place, PlaceKind } from '../../core/geo/place.ts';
import { familyIn } from '../../core/hazard.ts';
import type { Instruction } from '../../core/instruction.ts';
import { sentencesOf } from '../sentences.ts';

/** What is to be ended. */
export interface Ended {
  /** Ids of the gazetteer, or names in the issuer's words. */
  readonly where: readonly string[];
  /** What people were told. */
  readonly asked: readonly Instruction[];
}

/** `words`: the text of one notice, `title` what stands above it, without the name of its office. */
export function isPlainClear(words: string, { where, asked }: Ended, title = ''): boolean {
  if (title !== '' && !named.test(bareOf(title, where))) return false;
  const text = words.replaceAll('’', "'");
  const block = { start: 0, end: text.length, zone: 'body' as const };
  const sentences = sentencesOf({
    ...{ text, blocks: [block], title: null, language: null, publisher: null, publishedAt: null, day: null },
  }).map(({ start, end }) => bareOf(text.slice(start, end), where));
  const ends = sentences.filter((sentence) => plain.test(sentence));
  return (
    ends.length > 0 &&
    ends.every((sentence) => endsAll(sentence, asked)) &&
    sentences.every((sentence) => plain.test(sentence) || harmless.test(sentence))
  );
}

/** What people call a place of each kind once they have named it. */
const nouns: Readonly<Partial<Record<PlaceKind, string>>> = {
  airport: 'airport',
  port: '(?:sea)?port|harbou?r',
  building: 'gate|building',
  town: 'city|town',
  admin1: 'province|state|region',
  country: 'country',
};
/** So near lies the town that a place is named after. */
const besideMeters = 50_000;

const isAround = (place: Place, own: Place): boolean =>
  place.country === own.country &&
  (place.kind === 'country' ||
    (['town', 'admin1'].includes(place.kind) && distanceMeters(place.point, own.point) <= besideMeters));

const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** What is called, written to or looked at; without the number of an hour or a gate. */
export const contactAddress =
  /(?:https?:\/\/|www\.)[^\s()]+[^\s().,;:!?]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\(?\d[\d ()-]{5,}\d/g;

/** The sentence with a mark for what it may name: `@` its own place, `%` what that lies in, `~` a danger, `¤` a number to call or a page. */
function bareOf(words: string, where: readonly string[]): string {
  const sentence = words.replaceAll('¤', '?').replace(contactAddress, '¤');
  if (/[@%~]/.test(sentence)) return '';
  const own = where.flatMap((id) => placeById(id) ?? []);
  const named = mentionsIn(sentence).reduceRight((left, { start, end, places }) => {
    if (/^U\.?\s?S\.?$/.test(left.slice(start, end))) return left;
    const isOwn = places.some(({ id }) => where.includes(id));
    const mark = isOwn ? '@' : places.some((one) => own.some((it) => isAround(one, it))) ? '%' : null;
    return mark === null ? left : left.slice(0, start) + mark + left.slice(end);
  }, sentence);
  const called = [...where.map(literally), ...own.flatMap(({ kind }) => nouns[kind] ?? [])].join('|');
  return joined(
    named
      .replace(new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${called}|area)(?![\p{L}\p{N}-])`, 'giu'), '@')
      .replace(/\bU\.\s?S\./g, 'US')
      .replace(/[\p{L}-]+/gu, (word) => (familyIn(word) === null ? word : '~'))
      .replace(/\s+/g, ' '),
  ).trim();
}

/** “The airport in Kabul, Afghanistan” is one place. */
function joined(words: string): string {
  const next = words
    .replace(/%(?:'s)?,? (?:the )?(?=@)/g, '')
    .replace(/@,? (?:(?:in|at|of|around) )?(?:the )?[@%](?![\w-])/g, '@')
    .replace(/\bvicinity of (?:the )?@/gi, '@');
  return next === words ? words : joined(next);
}

const there = `(?:at|in|for|near|around|to|from|inside) (?:the )?@`;
const now = `(?: (?:now|today|with immediate effect|effective immediately|at this time|as of (?:now|today)))?`;
const citizens = `(?:US citizens|citizens|americans|people|residents|everyone|everybody|travell?ers|the public|you)`;
const who = `(?:all )?${citizens}(?: ${there})?`;
const embassy = `(?:the )?(?:US )?(?:embassy|consulate)(?: (?:in )?[@%])?`;
const kind = `(?: of (?:an? |the )?(?:(?:an?|flash|high|heavy|armed) )*~(?:(?: |,? or |,? and )(?:an? )?~)*)?`;
const danger = `(?:security )?(?:~ )*(?:threat|danger|risk|emergency|hazard|incident)${kind}(?: ${there}| to ${citizens})?`;
const over = `(?:has (?:now |since )?(?:passed|ended|subsided|been (?:resolved|lifted|removed|eliminated))|is (?:now )?(?:over|past|resolved)|no longer exists)`;
const toDo = `(?:leave|evacuate|depart(?: from)?|shelter(?: in place)?|avoid|(?:stay|keep) away(?: from)?)(?: (?:the )?@)?`;
const order = `(?:earlier |previous )?(?:security )?(?:(?:evacuation|shelter(?:[- ]in[- ]place)?) )?(?:alert|warning|order|advice|instruction|recommendation)${kind}(?: to ${toDo})?(?: ${there})?`;
const ended = `(?:lifted|cancell?ed|withdrawn|rescinded|revoked)`;
const clauses = [
  `all[- ]clear(?: ${there})?`,
  `the all[- ]clear(?: ${there})? (?:has (?:now )?been|is(?: now| hereby)?) (?:given|sounded|announced|declared|issued)(?: ${there})?${now}`,
  `(?:${embassy}|we) (?:now |hereby )?(?:gives?|sounds?|declares?|announces?|ha(?:s|ve) (?:now )?(?:given|sounded|declared|announced)) (?:the|an) all[- ]clear(?: ${there})?${now}`,
  `(?:the|this) ${danger} ${over}(?: ${there})?${now}`,
  `there is (?:now )?no longer (?:an? |any )?${danger}${now}`,
  `(?:the|our|this) ${order} (?:has (?:now )?been ${ended}|is (?:now |hereby )?(?:${ended}|over))(?: ${there})?${now}`,
  `${who} (?:may|can) (?:now |again |safely )*(?:return|go back)(?: home| to their homes| to (?:the )?@)?(?: safely| again)?${now}`,
  `it is (?:now |again )*safe to (?:return|go back|travel)(?: to (?:the )?@)?${now}`,
  `the situation(?: ${there})? has (?:now )?returned to normal${now}`,
];
const clause = `(?:${clauses.join('|')})`;
const care = `(?:(?:remain|stay|be) (?:vigilant|alert|cautious|aware of your surroundings(?: at all times)?(?:, especially in (?:large )?crowds)?)|exercise (?:increased )?caution|monitor (?:the )?(?:local )?(?:media|news)(?: for (?:updates|breaking events))?|review your (?:personal )?security plans)`;
const careful = `(?:,? (?:but|and) (?:${citizens} )?(?:should |are (?:advised|urged) to )?(?:continue to )?${care})?`;
const plain = new RegExp(`^${clause}(?:(?:,| and|, and) ${clause})?${careful}[.!]?$`, 'i');

const state = `(?:the )?(?:US )?(?:state department|department of state)(?:(?:,| [–-]|'s)? (?:bureau of )?consular affairs)?`;
const called = `(?:(?:us|${embassy}|${state})(?:,? (?:at|on) ¤)?|¤)(?:(?:,| or| and|, or) ¤)*`;
/** What offices write below whatever they say. */
const closing = [
  `thank you(?: for your (?:patience|cooperation|understanding|attention))?`,
  `(?:please )?(?:for|if you need) (?:further |emergency |any )?(?:assistance|help|information),? (?:please )?(?:call|contact|see|visit) ${called}`,
  `(?:please )?(?:US citizens should )?(?:continue to )?${care}`,
  `(?:please )?enrol?l in (?:the )?(?:smart travell?er enrol?lment program(?:me)?(?: ?\\(step\\))?|step)(?: at ¤)?(?: to receive (?:alerts|(?:security )?updates)(?: and make it easier to locate you in an emergency)?)?`,
  `follow (?:us|${state}) on (?:facebook|twitter)(?: and (?:facebook|twitter))?`,
  `(?:${embassy}|${state})(?:, [@%])?`,
  `(?:(?:tele)?phone|e-?mail|website): ¤|¤(?:(?:,| or| and) ¤)*`,
  `(?:${embassy}|(?:the )?@) has (?:re-?opened|resumed normal operations)`,
  `(?:the )?@ is (?:open|open again)`,
];
const harmless = new RegExp(`^(?:${closing.join('|')})[.!]?$`, 'i');

/** A title says what kind of word it is, of which office, and perhaps where, and when it was written. */
const named =
  /^(?:(?:security|emergency|weather|health|travel|demonstration|natural disaster) )*(?:alert|message|update|notice)(?: for US citizens)?(?:(?:[,:]| [–—-])? (?:update|all[- ]clear|(?:US )?(?:embassy|consulate|mission)|(?:for )?(?:the )?[@%]|\(?(?:\d{1,2} [a-z]+|[a-z]+ \d{1,2},?) \d{4}\)?))*$/i;

const lifted: readonly (readonly [words: RegExp, value: Instruction])[] = [
  [/\b(?:evacuation|leave|evacuate|depart)\b/i, 'leave'],
  [/\bshelter\b/i, 'shelter'],
  [/\b(?:avoid|away)\b/i, 'avoid'],
];

/** The end of one order (“the shelter-in-place order”) is not that of another, nor of all. */
function endsAll(bare: string, asked: readonly Instruction[]): boolean {
  const named = lifted.flatMap(([words, value]) => (words.test(bare) ? [value] : []));
  return (
    named.length === 0 || asked.every((value) => named.includes(value) || !lifted.some(([, one]) => one === value))
  );
}
