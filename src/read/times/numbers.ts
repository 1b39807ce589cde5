/** Number words, units of time and the durations they make. */

const small: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value]),
);
const tens: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const values: Readonly<Record<string, number>> = { ...small, ...tens, a: 1, an: 1 };

const ones = 'one|two|three|four|five|six|seven|eight|nine';
const words = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-| )(?:${ones})|${[...Object.keys(small), ...Object.keys(tens)].join('|')})`;
/** A number in digits or words, or a vague one. */
export const number = `(?:\\d{1,3}(?:,\\d{3})+|\\d{1,5}(?:\\.\\d{1,2})?|a couple of|a few|a dozen|(?:a|one) hundred|${words}(?: dozen| hundred)?|several|few|many|some|dozens of|an?)`;
export const unit =
  '(?:seconds?|minutes?|hours?|days?|weeks?|weekends?|months?|quarters?|years?|decades?|centur(?:y|ies))';

/** null for a vague one. */
export function numberIn(text: string): number | null {
  const low = text.toLowerCase().replaceAll(',', '').replace(/\s+/g, ' ');
  if (/^\d/.test(low)) return Number(low);
  if (low === 'a couple of') return 2;
  if (/few|several|many|some|dozens/.test(low)) return null;
  if (low === 'a dozen') return 12;
  if (/^(?:a|one) hundred$/.test(low)) return 100;
  let sum = 0;
  for (const word of low.split(/[- ]/)) {
    if (word === 'hundred') sum *= 100;
    else if (word === 'dozen') sum *= 12;
    else sum += values[word] ?? 0;
  }
  return sum;
}

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';
export const unitIn = (text: string): Unit => text.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '') as Unit;

/** ISO 8601: `PT36H`, `P2W`. */
export function durationOf(count: number, what: Unit): string {
  const days: Partial<Record<Unit, string>> = { day: 'D', weekend: 'W', week: 'W', month: 'M', year: 'Y' };
  if (what === 'second' || what === 'minute' || what === 'hour') return `PT${count}${what[0]?.toUpperCase()}`;
  if (what === 'quarter') return `P${count * 3}M`;
  if (what === 'decade') return `P${count * 10}Y`;
  return what === 'century' ? `P${count * 100}Y` : `P${count}${days[what]}`;
}
