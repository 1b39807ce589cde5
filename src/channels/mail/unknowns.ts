/** What a warning leaves open. Unknowns are content: they are said, not left out. */
import { instructionOf, severityRank } from '../../core/cap/meaning.ts';
import type { CapInfo } from '../../core/cap/model.ts';
import { oneLine } from '../foreign-text.ts';
import type { Matter } from '../matter.ts';
import { type Sentence, type Theirs, theirs } from './letter.ts';
import * as en from './strings/en.ts';

/** Who writes in prose rates by a level or not at all; CAP's ratings are no questions put to them. */
export function unknownOf(info: CapInfo, levels: Pick<Matter, 'rated' | 'mayRate' | 'unread'>): Sentence[] {
  return [...unknownDoing(info), ...unknownEnd(info), ...(levels.rated ? unknownLevel(levels) : unknownRatings(info))];
}

/** What was stated and could not be read is not said to be missing. */
function unknownLevel({ rated, mayRate, unread }: Pick<Matter, 'rated' | 'mayRate' | 'unread'>): Sentence[] {
  const parts: Sentence[] = mayRate?.level ? [[en.unknown.levelInParts(mayRate.level.value)]] : [];
  if (unread !== null) return [...parts, en.unknown.levelUnread(word(unread))];
  return rated?.level || parts.length > 0 ? parts : [[en.unknown.level]];
}

/** After a cancel: whether its reason is given. */
export const unknownAfterCancel = (reasonGiven: boolean): Sentence[] =>
  reasonGiven ? [] : [[en.unknown.reason], [en.unknown.danger]];

function unknownDoing(info: CapInfo): Sentence[] {
  if ((info.instruction ?? '').trim() !== '') return [];
  return [[instructionOf(info) === null ? en.unknown.instruction : en.unknown.how]];
}

function unknownEnd({ expires }: CapInfo): Sentence[] {
  if (!expires) return [[en.unknown.end]];
  return expires.at === null ? [en.unknown.endUnreadable(word(expires.text))] : [];
}

function unknownRatings(info: CapInfo): Sentence[] {
  const ratings = [
    ['severity', info.severity, severityRank(info) !== null],
    ['urgency', info.urgency, Object.hasOwn(en.urgency, info.urgency)],
    ['certainty', info.certainty, Object.hasOwn(en.certainty, info.certainty)],
  ] as const;
  return ratings.flatMap(([name, said, known]): Sentence[] => {
    if (known) return [];
    return said === 'Unknown' || said === '' ? [[en.unknown[name]]] : [en.unknown.strange(en.rated[name], word(said))];
  });
}

const word = (text: string): Theirs => theirs(oneLine(text, 60), null);
