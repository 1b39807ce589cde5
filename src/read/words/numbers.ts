/** Numbers as news writes them. */
import type { Estimate } from '../../core/text/reading.ts';

const units: Readonly<Record<string, number>> = {
  ...{
    no: 0,
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
  },
  ...{
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
  },
  ...{ thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
};
const scales: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1e6 };

/** The value of `500`, `1,500`, `two thousand`, `twenty-one`; null for `thousands`, which states none. */
export function numberIn(words: string): number | null {
  const low = words.toLowerCase().trim();
  const digits = /^(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s+(hundred|thousand|million))?$/.exec(low);
  if (digits) return Number((digits[1] ?? '').replaceAll(',', '')) * (scales[digits[2] ?? ''] ?? 1);
  let total: number | null = null;
  for (const part of low.split(/[\s-]+/)) {
    if (part === 'and') continue;
    const unit = units[part];
    const scale = scales[part];
    if (scale !== undefined) total = (total ?? 1) * scale;
    else if (unit !== undefined) total = (total ?? 0) + unit;
    else return null;
  }
  return total;
}

const word =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
/** A stated number, to be built into expressions. */
export const number = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,3})?|(?:${word})(?:-(?:${word}))?)(?: (?:hundred|thousand|million))?`;
/** One that states only its size. */
export const vague = `(?:(?:tens|hundreds) of thousands|dozens|scores|hundreds|thousands|millions)`;
const sizes = new RegExp(String.raw`\b${vague}\b`, 'giu');
const anyNumber = new RegExp(String.raw`(?<![\d,.\p{L}])${number}(?![\d\p{L}])`, 'iu');

/**
 * The two ends of a range as its text states them, in its order: `thousands` and `500` of “from thousands of fighters to 500”. null
 * where no end states only its size.
 */
export function endsIn(text: string): readonly [string, string] | null {
  const [first, second] = [...text.matchAll(sizes)];
  if (!first) return null;
  const [size] = first;
  if (second) return [size, second[0]];
  const figure = anyNumber.exec(text.replaceAll(sizes, (words) => ' '.repeat(words.length)));
  if (!figure) return null;
  return figure.index < first.index ? [figure[0], size] : [size, figure[0]];
}

/** Whether an estimate states two ends that differ, be one of them no figure; “at least 500” states one. */
export const hasTwoEnds = ({ min, max, text }: Pick<Estimate, 'min' | 'max' | 'text'>): boolean =>
  min !== null && max !== null ? min !== max : endsIn(text) !== null;
