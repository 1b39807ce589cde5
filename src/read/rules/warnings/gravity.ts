/** How grave somebody says a danger is, and where it is going: “acute and growing risk”, “the threat is very high”. */
import type { Trend } from '../../../core/text/reading.ts';
import type { Span } from '../../../core/text/span.ts';
import { listed } from '../../words/forms.ts';
import { type Word, wordsOf } from '../../words/tokens.ts';

/** Offsets count from the start of the text that was looked at. */
export interface Gravity {
  readonly level: Span | null;
  readonly trend: (Span & { readonly value: Trend }) | null;
}

const nouns = listed(
  'risk risks threat threats danger dangers hazard hazards situation level levels violence unrest tension tensions water river rainfall storm wind winds fire fires',
);
const dangers = listed('risk risks threat threats danger dangers hazard hazards level levels');
const levels = listed(
  'acute high severe extreme critical serious grave elevated heightened substantial considerable moderate low significant',
);
const rising = listed(
  'growing increasing increased rising mounting escalating worsening deteriorating growing heightening spreading intensifying',
);
const falling = listed(
  'easing falling decreasing declining diminishing receding reduced waning lessening subsiding improving',
);
const steady = listed('unchanged steady stable');
const fills = listed(
  'very extremely highly more most and or but a an the ongoing continuing still terrorist terror security credible specific general overall also now , increasingly',
);
const becoming = listed(
  'is are was were remains remain stays stay has have been being becomes became getting growing continues continue',
);
const roseVerbs =
  /^(?:rises?|rose|risen|grows?|grew|grown|increases?|increased|worsens?|worsened|deteriorates?|deteriorated|escalates?|escalated|mounts?|mounted|intensif(?:y|ies|ied))$/;
const fellVerbs =
  /^(?:falls?|fell|fallen|eases?|eased|decreases?|decreased|declines?|declined|recedes?|receded|diminish(?:es|ed)?|subsides?|subsided|improves?|improved|lessens?|lessened|lowers?|lowered|reduced|downgraded)$/;

const none: Gravity = { level: null, trend: null };

export function gravityOf(text: string): Gravity {
  const words = wordsOf(text, 0);
  let found = none;
  for (let at = 0; at < words.length; at++) {
    if (!nouns.has((words[at] as Word).low)) continue;
    const before = beforeNoun(words, at);
    const after = afterNoun(words, at);
    found = { level: found.level ?? before.level ?? after.level, trend: found.trend ?? before.trend ?? after.trend };
  }
  return found;
}

const trendOf = (low: string): Trend | null =>
  rising.has(low) ? 'rising' : falling.has(low) ? 'falling' : steady.has(low) ? 'steady' : null;
const to = (from: Word, last: Word): Span => ({ start: from.start, end: last.end });

/** Adjectives of the noun: “an acute and growing risk”. The trend's words are all of them with the noun. */
function beforeNoun(words: readonly Word[], noun: number): Gravity {
  let first = noun;
  let level: Span | null = null;
  let trend: Trend | null = null;
  for (let at = noun - 1; at >= 0 && noun - at < 9; at--) {
    const word = words[at] as Word;
    const here = trendOf(word.low);
    if (levels.has(word.low) && dangers.has((words[noun] as Word).low)) level = withDegree(words, at);
    else if (here) trend ??= here;
    else if (!fills.has(word.low)) break;
    if (levels.has(word.low) || here) first = level && at + 1 === noun ? first : at;
    if (levels.has(word.low) || here) first = at;
  }
  return { level, trend: trend === null ? null : { ...to(words[first] as Word, words[noun] as Word), value: trend } };
}

/** “very high” from “high”. */
const withDegree = (words: readonly Word[], at: number): Span => {
  const degree = words[at - 1];
  return to(degree && /^(very|extremely|highly)$/.test(degree.low) ? degree : (words[at] as Word), words[at] as Word);
};

/** “the threat of an attack is continuing and very high”, “the risk has grown”. */
function afterNoun(words: readonly Word[], noun: number): Gravity {
  let be = -1;
  for (let at = noun + 1; at < words.length && at - noun < 11; at++) {
    const { low, text } = words[at] as Word;
    if (/^[.;:,“”"]$/.test(text) || low === 'that' || low === 'which') break;
    const turned = roseVerbs.test(low) ? 'rising' : fellVerbs.test(low) ? 'falling' : null;
    if (turned && at - noun < 8 && !/^(the|a|an|of|this|any)$/.test((words[at - 1] as Word).low))
      return { level: null, trend: { ...to(words[noun] as Word, words[at] as Word), value: turned } };
    if (becoming.has(low)) be = at;
    if (be > 0) break;
  }
  return be < 0 ? none : predicate(words, noun, be);
}

function predicate(words: readonly Word[], noun: number, be: number): Gravity {
  let level: Span | null = null;
  let trend: Gravity['trend'] = null;
  for (let at = be; at < words.length && at - be < 9; at++) {
    const { low } = words[at] as Word;
    const here = trendOf(low) ?? (roseVerbs.test(low) ? 'rising' : fellVerbs.test(low) ? 'falling' : null);
    if (low === 'not' || low === 'no') return none;
    if (levels.has(low) && dangers.has((words[noun] as Word).low)) level ??= withDegree(words, at);
    else if (here) trend ??= { ...to(words[noun] as Word, words[at] as Word), value: here };
    else if (!fills.has(low) && !becoming.has(low)) break;
  }
  return { level, trend };
}
