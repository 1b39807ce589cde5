/** Who was hurt and how many, as a sentence counts them. Offsets count from its start. */
import type { Span } from '../../../core/text/span.ts';
import { number, numberIn } from '../../words/numbers.ts';

export interface Harm {
  readonly killed: number | null;
  readonly injured: number | null;
  readonly victims: readonly Span[];
}

const some = `(?:at least |about |around |some |more than |nearly |up to )?`;
const who = String.raw`(?: (?:\p{Ll}[\p{L}-]*|\p{Lu}[\p{L}-]+)){0,4}?`;
const killing = new RegExp(
  String.raw`\b(?:killed|killing|kills|killed and injured|murdered|slaughtered) ${some}(${number})((?: [\p{L}-]+(?![\p{L}\p{N}])){1,5})?`,
  'iu',
);
const wereKilled = new RegExp(
  String.raw`(?<![\d,.])(${number})(${who}) (?:(?:were|was|have been|had been|are) )?(?:killed|dead|died)\b`,
  'iu',
);
const injuring = new RegExp(String.raw`\b(?:injured|injuring|wounded|wounding|hurt) ${some}(${number})\b`, 'iu');
const wereInjured = new RegExp(
  String.raw`(?<![\d,.])(${number})(?:${who}) (?:(?:were|was|have been|had been) )?(?:injured|wounded|hurt)\b`,
  'iu',
);
const stops =
  /^(?:in|on|at|by|when|after|before|who|which|near|outside|during|with|as|from|inside|while|were|was|since|to|of)$/i;

export function harmIn(sentence: string): Harm {
  const dead = killing.exec(sentence) ?? wereKilled.exec(sentence);
  const hurt = injuring.exec(sentence) ?? wereInjured.exec(sentence);
  const victims: Span[] = [];
  if (dead?.[2]?.trim()) {
    const words = dead[2].trim().split(' ');
    const until = words.findIndex((word) => stops.test(word));
    const kept = (until < 0 ? words : words.slice(0, until)).join(' ');
    const start = dead.index + dead[0].lastIndexOf(dead[2]) + dead[2].length - dead[2].trimStart().length;
    if (kept !== '') victims.push({ start, end: start + kept.length });
  }
  return { killed: dead ? numberIn(dead[1] ?? '') : null, injured: hurt ? numberIn(hurt[1] ?? '') : null, victims };
}
