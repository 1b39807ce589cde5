/** What is different, for one person, between two revisions of an alert. */

import { type Advice, levelsHere } from '../core/advice.ts';
import { instructionOf, severityRank } from '../core/cap/meaning.ts';
import type { CapAlert, CapArea, CapInfo } from '../core/cap/model.ts';
import type { Change } from '../core/model.ts';

interface Revision {
  readonly alert: CapAlert;
  /** Absent for an alert in CAP. */
  readonly advice?: Advice | null;
  readonly info: number | null;
}

/** Compares the info somebody was told with the one that covers them now. Empty: nothing they would notice. */
export function changesBetween(before: Revision, after: Revision): Change[] {
  const old = before.alert.infos[before.info ?? 0];
  const now = after.alert.infos[after.info ?? 0];
  if (!old || !now) return ['words'];
  const changes: Change[] = [];
  if (instructionOf(old) !== instructionOf(now)) changes.push('instruction');
  if (levelOf(before) !== levelOf(after)) changes.push('level');
  if (severityRank(old) !== severityRank(now)) changes.push('severity');
  if (old.urgency !== now.urgency) changes.push('urgency');
  if (beginOf(old) !== beginOf(now)) changes.push('begin');
  if ((old.expires?.at ?? null) !== (now.expires?.at ?? null)) changes.push('until');
  if (areasOf(old) !== areasOf(now)) changes.push('area');
  if (wordsOf(old) !== wordsOf(now)) changes.push('words');
  return changes;
}

/** Of what holds at the place, whichever part states it. What may hold there counts: that a level fell is said only when it is sure. */
function levelOf({ advice, info }: Revision): number | null {
  if (!advice) return null;
  const { sure, maybe } = levelsHere(advice, info ?? 0);
  return (maybe ?? sure)?.level?.value ?? null;
}
const beginOf = (info: CapInfo): number | null => info.onset?.at ?? info.effective?.at ?? null;
const areasOf = (info: CapInfo): string => JSON.stringify(info.areas.map(areaWords));
const areaWords = (area: CapArea): unknown => [
  area.areaDesc,
  area.polygons.map((polygon) => polygon.text),
  area.circles.map((circle) => circle.text),
  area.geocodes,
];
const wordsOf = (info: CapInfo): string =>
  JSON.stringify([info.event, info.headline, info.description, info.instruction, info.certainty]);
