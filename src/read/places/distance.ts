/** A distance that a text states around a place: “within 10 km of the airport”, “Abbey Gate, within a radius of one mile”. */
import type { Place, PlaceKind } from '../../core/geo/place.ts';
import type { Span } from '../../core/text/span.ts';
import { number, numberIn } from '../words/numbers.ts';

/** `meters`: null where what is stated is no length we can read (“within walking distance of”), or lies beyond it. Offsets: with the name. */
export interface Distance extends Span {
  readonly meters: number | null;
}

const lengths: readonly (readonly [unit: RegExp, meters: number])[] = [
  [/^(?:km|kms|kilomet)/i, 1000],
  [/^nautical/i, 1852],
  [/^mi/i, 1609.344],
  [/^(?:m$|met)/i, 1],
  [/^y/i, 0.9144],
  [/^f/i, 0.3048],
];
const unit =
  '(?:kms?|kilomet(?:re|er)s?|nautical miles?|miles?|mi|met(?:re|er)s?|m|yards?|yds?|yd|feet|foot|ft)(?![\\p{L}\\d])';
const exact = `(?:(?:about|approximately|roughly|around) )?(?<figure>half an? |half a |an? |${number}[ -]?)(?<unit>${unit})`;
/** Any number of a unit, readable or not. */
export const anyDistance = String.raw`(?:\d[\d.,–-]*|half an?|an?|a few|few|several|some|many|hundreds of|${number})[ -]?${unit}`;
/** “Abbey Gate or ” before the place that is asked about. */
const listed = String.raw`(?:the )?(?:[\p{L}’' -]{2,60}?(?:,| and|, and| or) (?:the )?){0,4}`;
const centered = `(?:of|from|around) ${listed}$`;
const before = [
  `\\b(?:with)?in (?:(?:a|the) (?:radius of )?)?${exact}(?:[ -]radius)? ${centered}`,
  `\\b(?:a |the )?radius of ${exact} ${centered}`,
  `(?<!\\p{L})(?:a |the )?${exact}[ -](?:radius|zone|perimeter|area|exclusion zone|safety zone) ${centered}`,
  `\\b(?:closer|nearer) than ${exact} (?:to|from) ${listed}$`,
  `\\b(?:stay|keep|remain|move|get|go) (?:at least |a minimum of )?${exact} (?:away )?from ${listed}$`,
].map((one) => new RegExp(one, 'iu'));
const after = [
  `^(?:,| and| –| -)? ?\\(?(?:with)?in (?:a |the )?(?:radius of )?${exact}(?:[ -]radius)?\\)?(?! (?:of|from)\\b)`,
  `^(?:,| and| –| -)? ?\\(?(?:a |the )?radius of ${exact}\\)?`,
  `^(?:,| –| -)? ?\\(${exact}[ -]radius\\)`,
  `^(?:,| and| –| -)? ?\\(?(?:for )?up to ${exact} (?:around|from|away from) (?:it|there)\\)?`,
].map((one) => new RegExp(one, 'iu'));

/** A distance, of which none of the above is made: to one side, beyond, or in no figure. */
const otherBefore = new RegExp(
  `(?:${anyDistance}(?: [\\p{L}-]+){0,4} |\\bwithin (?!\\S+ (?:minutes?|hours?|days?) from |(?:the |its )?(?:\\w+ )?(?:vicinity|area|perimeter|grounds|premises|boundar\\w+|confines|limits|walls|compound)\\b)(?:[\\p{L}\\d’'.,½-]+ ){1,6})${centered}`,
  'iu',
);
const otherAfter = new RegExp(
  `^(?:,| and| –| -)? ?\\(?(?:within|in a radius of|and|(?:for )?up to|for) ${anyDistance}`,
  'iu',
);
/** What is farther away. */
const beyond =
  /\b(?:(?:more|farther|further|greater) than|over|beyond|outside(?: of)?|at least|up to|not) (?:a radius of )?$/i;
const reach = 160;

/** Around the name at `span`; null where none is stated. */
export function distanceAt(text: string, { start, end }: Span): Distance | null {
  const left = text.slice(Math.max(0, start - reach), start);
  const line = left.slice(Math.max(left.lastIndexOf('\n'), left.search(/[;.:!?] [^;.:!?]*$/)) + 1);
  const from = start - line.length;
  for (const one of before) {
    const found = one.exec(line);
    if (!found) continue;
    const meters = beyond.test(line.slice(0, found.index)) ? null : metersOf(found.groups);
    return { meters, start: from + found.index, end };
  }
  const right = text.slice(end, end + reach);
  for (const one of after) {
    const found = one.exec(right);
    if (found) return { meters: metersOf(found.groups), start, end: end + found[0].length };
  }
  const other = otherBefore.exec(line);
  if (other) return { meters: null, start: from + other.index, end };
  const next = otherAfter.exec(right);
  return next && { meters: null, start, end: end + next[0].length };
}

/** Nobody means less: by a slip (“1.500 m”) it would leave out those who are there. */
const leastMeters = (kind: PlaceKind): number => (kind === 'building' ? 100 : 1000);

/** The distance around a facility; of one that is smaller than the facility its length is not believed. */
export function distanceAround(text: string, mention: Span, { kind }: Pick<Place, 'kind'>): Distance | null {
  const stated = distanceAt(text, mention);
  return stated?.meters && stated.meters < leastMeters(kind) ? { ...stated, meters: null } : stated;
}

/** Farther no office means by such words; nobody is told by a slip. */
const farthest = 200_000;

function metersOf(groups: Readonly<Record<string, string>> | undefined): number | null {
  const figure = (groups?.['figure'] ?? '').trim().replace(/-$/, '');
  const count = /^half/i.test(figure) ? 0.5 : numberIn(figure);
  const length = lengths.find(([words]) => words.test(groups?.['unit'] ?? ''))?.[1];
  if (count === null || length === undefined) return null;
  const meters = Math.round(count * length);
  return meters > 0 && meters <= farthest ? meters : null;
}

const without = new RegExp(
  `\\b(?:with)?in (?:(?:a|the) (?:radius of )?)?${anyDistance}(?:[ -]radius)? (?:of|from|around) (?:the |this |that )?[\\p{L}’'-]+(?: [\\p{L}’'-]+){0,2}?(?= should| must| are| need| have|[.,;]|$)`,
  'iu',
);

/** Words of a distance around what has no name: “within 1 km of the blast”. null where there are none. */
export const distanceIn = (words: string): string | null => without.exec(words)?.[0] ?? null;

const anyLength = new RegExp(`(?<![\\p{L}\\d])${anyDistance}(?! (?:per|an) hour)`, 'giu');
const reachOut =
  /\b(?:within|radius|zone|perimeter|around|surround\w+|up to|circle|closer|nearer|distance|cordon|in all directions)\b/i;

/** The lengths that a sentence states of how far around something it holds, in its words. */
export const reachesIn = (sentence: string): string[] =>
  reachOut.test(sentence) ? Array.from(sentence.matchAll(anyLength), ([words]) => words) : [];
