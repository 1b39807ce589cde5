/** What changed between what somebody was told and what holds now. "Was" is said only where it is beyond doubt. */
import { instructionOf, severityRank } from '../../core/cap/meaning.ts';
import type { CapInfo } from '../../core/cap/model.ts';
import type { Change } from '../../core/model.ts';
import type { Envelope } from '../channel.ts';
import { isolated, oneLine } from '../foreign-text.ts';
import type { Matter } from '../matter.ts';
import { stampWords } from '../stated-time.ts';
import type { Sentence } from './letter.ts';
import * as en from './strings/en.ts';

const areaCharacters = 160;

export function whatChanged({ notice, before }: Envelope, { info }: Matter): Sentence[] {
  if (notice.changes.length === 0 || !info) return [[en.newRevision]];
  return notice.changes.map((change) => [
    en.changed(
      change,
      agreed(before?.infos ?? [], (old) => wordsFor(change, old)),
      wordsFor(change, info),
    ),
  ]);
}

/** What all infos of the earlier revision say alike: which of them a person was told is not kept. */
function agreed(infos: readonly CapInfo[], of: (info: CapInfo) => string | null): string | null {
  const values = new Set(infos.map(of));
  const [only = null] = values;
  return values.size === 1 ? only : null;
}

function wordsFor(change: Change, info: CapInfo): string | null {
  switch (change) {
    case 'instruction': {
      const instruction = instructionOf(info);
      return instruction ? en.doWords(instruction, info.urgency === 'Immediate') : en.noInstruction;
    }
    case 'severity':
      return en.severityShort(severityRank(info));
    case 'urgency':
      return oneLine(info.urgency, 40).toLowerCase();
    case 'begin': {
      const begin = info.onset ?? info.effective;
      return begin && stampWords(begin);
    }
    case 'until':
      return (info.expires && stampWords(info.expires)) ?? en.noEndShort;
    case 'area':
      return isolated(oneLine(info.areas.map(({ areaDesc }) => areaDesc).join('; '), areaCharacters)) || null;
    case 'words':
      return null;
  }
}
