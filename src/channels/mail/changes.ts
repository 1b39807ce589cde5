/** What changed between what somebody was told and what holds now. "Was" is said only where it is beyond doubt. */
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

export function whatChanged({ notice, before }: Envelope, { info }: Matter): Sentence[] {
  if (notice.changes.length === 0 || !info) return [[en.newRevision]];
  return notice.changes.map((change) =>
    en.changed(
      change,
      agreed(before?.infos ?? [], (old) => wordsFor(change, old)),
      wordsFor(change, info),
    ),
  );
}

/** What all infos of the earlier revision say alike: which of them a person was told is not kept. */
function agreed(infos: readonly CapInfo[], of: (info: CapInfo) => Sentence | null): Sentence | null {
  const values = new Map(infos.map(of).map((words) => [JSON.stringify(words), words]));
  const [only = null] = values.values();
  return values.size === 1 ? only : null;
}

function wordsFor(change: Change, info: CapInfo): Sentence | null {
  switch (change) {
    case 'instruction': {
      const instruction = instructionOf(info);
      return [instruction ? en.doWords(instruction, info.urgency === 'Immediate') : en.noInstruction];
    }
    case 'severity':
      return [en.severityShort(severityRank(info))];
    case 'urgency':
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
