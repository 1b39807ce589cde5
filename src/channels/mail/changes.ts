/** What changed between what somebody was told and what holds now. "Was" is said only where it is beyond doubt. */
import type { AdvicePart } from '../../core/advice.ts';
import { instructionOf, severityRank } from '../../core/cap/meaning.ts';
import type { CapInfo } from '../../core/cap/model.ts';
import type { Change } from '../../core/model.ts';
import type { Envelope } from '../channel.ts';
import { oneLine } from '../foreign-text.ts';
import { type Matter, namesOf } from '../matter.ts';
import { stampWords } from '../stated-time.ts';
import { type Sentence, theirs } from './letter.ts';
import { placesOf } from './places.ts';
import * as en from './strings/en.ts';

export function whatChanged(envelope: Envelope, { info, part }: Matter): Sentence[] {
  const { changes } = envelope.notice;
  if (changes.length === 0 || !info) return [[en.newRevision]];
  return changes.map((change) => en.changed(change, was(change, envelope, part), wordsFor(change, info, part)));
}

/** What they were told; where that is not known or was about another place, what all infos of the earlier revision say alike. */
function was(change: Change, { notice, before, told }: Envelope, part: AdvicePart | null): Sentence | null {
  const infos = before?.infos ?? [];
  const own = told && infos[told.info];
  const toldPart = told?.advice?.parts[told.info] ?? null;
  const isSamePlace = part?.place === toldPart?.place && part?.scope === toldPart?.scope;
  // Whoever is where only standing advice holds now was told of a place that it took the place of.
  if (own && (isSamePlace || notice.why.some(({ code }) => code === 'standing')))
    return wordsFor(change, own, toldPart);
  const values = new Map(
    infos.map((old) => wordsFor(change, old, null)).map((words) => [JSON.stringify(words), words]),
  );
  const [only = null] = values.values();
  return values.size === 1 ? only : null;
}

function wordsFor(change: Change, info: CapInfo, part: AdvicePart | null): Sentence | null {
  switch (change) {
    case 'instruction': {
      const instruction = instructionOf(info);
      return [instruction ? en.doWords(instruction, info.urgency === 'Immediate', part) : en.noInstruction];
    }
    case 'level':
      return part && [en.levelShort(part)];
    case 'severity':
      return [en.severityShort(severityRank(info))];
    case 'urgency':
      if (info.urgency === 'Unknown' || info.urgency === '') return [en.notStated];
      return [
        Object.hasOwn(en.urgency, info.urgency) ? info.urgency.toLowerCase() : theirs(oneLine(info.urgency, 40), null),
      ];
    case 'begin': {
      const begin = info.onset ?? info.effective;
      const words = begin && stampWords(begin);
      return words === null ? null : [words];
    }
    case 'until':
      return [(info.expires && stampWords(info.expires)) ?? en.noEndShort];
    case 'area':
      return placesOf(namesOf(info.areas), info.language);
    case 'words':
      return null;
  }
}
