/** Estimates: how many, as a range or about, by whose count. */
import type { Claim, Estimate } from '../../../core/text/reading.ts';
import { fieldOf } from '../../../core/text/span.ts';
import type { Layers } from '../../claims/claims.ts';
import { within } from '../../within.ts';
import { number, numberIn, vague } from '../../words/numbers.ts';
import { ClaimsAt, sentencesThat } from '../sentences.ts';

const count = `${number}|${vague}`;
const noun = String.raw`(?: of)?((?: (?:[\p{Ll}][\p{L}-]*|\p{Lu}[\p{L}-]+)){1,4}?)`;
const ends = String.raw`(?=\s+(?:to|and|in|on|at|by|for|from|who|that|are|were|is|was|have|has|with|under|than|or)\b|[.,;:”")]|$)`;
const patterns = [
  new RegExp(String.raw`\bfrom (${count})${noun} to (${count})(?: \k<2>)?`.replace(String.raw`(?: \k<2>)?`, ''), 'giu'),
  new RegExp(String.raw`\b(?:between|from) (${count})() (?:and|to) (${count})${noun}${ends}`, 'giu'),
  new RegExp(String.raw`(?<![\d,.\p{L}])(${number})()[–-](${number})${noun}${ends}`, 'giu'),
];
const single = new RegExp(
  String.raw`\b(?:(?:an )?estimated|estimated at|estimates? (?:of|that|at)) (?:about |around |some |up to |at least |more than )?(${number})${noun}${ends}`,
  'giu',
);
const things =
  /\b(?:fighters?|members?|people|troops|soldiers|militants|men|women|children|civilians|refugees|residents|deaths|dead|casualties|victims|homes|houses|families|citizens|nationals|passengers|workers|students|Americans|Afghans|patients|cases|evacuees|prisoners|insurgents|combatants|followers|recruits|persons|migrants)\b/i;

export function estimatesOf(layers: Layers, claims: readonly Claim[]): Estimate[] {
  const lookup = new ClaimsAt(claims);
  const found: Estimate[] = [];
  for (const sentence of sentencesThat(layers)) {
    if (!/\d|\b(?:hundreds|thousands|dozens|millions|hundred|thousand|million)\b/i.test(sentence.words)) continue;
    for (const pattern of [...patterns, single])
      for (const match of sentence.words.matchAll(pattern)) {
        const first = match[1] ?? '';
        const second = pattern === single ? first : (match[3] ?? '');
        const unit = (match[2] || match[4] || '').trim();
        const start = sentence.start + match.index;
        const end = start + match[0].length;
        if (!things.test(unit) || found.slice(-4).some((other) => other.start < end && start < other.end)) continue;
        const at = start + match[0].lastIndexOf(unit);
        const claim = lookup.at(start);
        found.push({
          ...{
            id: `n${found.length + 1}`,
            ...(pattern === single ? boundOf(first, match[0]) : bounds(first, second)),
            unit,
            start,
            end,
          },
          of: fieldOf(layers.document.text, { start: at, end: at + unit.length }, sentence.passage.zone, unit),
          source: claim?.speaker ?? null,
          asOf: within(layers.times, sentence).findLast((time) => time.start >= end && time.value !== null) ?? null,
          text: layers.document.text.slice(start, end),
        });
      }
  }
  return found;
}

type Bounds = Pick<Estimate, 'min' | 'max'>;

/** “At least 500” has no upper end, “up to 500” no lower one. */
function boundOf(figure: string, words: string): Bounds {
  const value = numberIn(figure);
  return {
    min: /\bup to\b/i.test(words) ? null : value,
    max: /\b(?:at least|more than)\b/i.test(words) ? null : value,
  };
}

/** A bound that states only its size (“thousands”) is null. */
function bounds(first: string, second: string): Bounds {
  const [a, b] = [numberIn(first), numberIn(second)];
  if (a !== null && b !== null) return { min: Math.min(a, b), max: Math.max(a, b) };
  if (a === null && b === null) return { min: null, max: null };
  const known = (a ?? b) as number;
  const size = sizeOf(a === null ? first : second);
  return size > known ? { min: known, max: null } : { min: null, max: known };
}

const sizeOf = (words: string): number =>
  /million/i.test(words) ? 1e6 : /thousand/i.test(words) ? 1e3 : /hundred/i.test(words) ? 100 : 24;
