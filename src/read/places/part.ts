/** Whether only a part of a place is spoken of: “parts of Islamabad”, “northern Mali”. */
import type { Span } from '../../core/text/span.ts';

const some = `(?:some|many|several|certain|most|few|large|other|various|multiple)`;
const noun = `(?:area|district|neighbou?rhood|suburb|section|sector|quarter|corner|region|province)`;
/** “North of Mali” lies outside of it, “the north of Mali” inside; “the area of Kabul” is Kabul. */
const part = new RegExp(
  String.raw`\b(?:(?:(?:the|an?) )?(?:${some} |\p{L}+ern )*parts?|(?:${some} )*${noun}s|(?:an?|one|another) (?:\p{L}+ )?${noun}|(?:the )?outskirts|the (?:(?:north|south)-?(?:east|west)?|east|west|cent(?:re|er))|half) of (?:the )?(?:(?:city|capital) of )?$`,
  'iu',
);
const side = /\b(?:(?:north|south)-?(?:east|west)?ern|eastern|western|central|downtown) $/iu;
const whole = /\b(?:all|any|every|no|both|entire|whole) (?:the )?$/i;

/** Where the words that make it a part begin, or null when the place as a whole is meant. */
export function partAt(text: string, { start }: Span): number | null {
  const line = text.slice(Math.max(0, start - 60), start);
  const before = line.slice(line.lastIndexOf('\n') + 1);
  const found = part.exec(before) ?? side.exec(before);
  return found && !whole.test(before.slice(0, found.index)) ? start - before.length + found.index : null;
}
