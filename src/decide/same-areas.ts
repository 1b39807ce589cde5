/** Which info of a revision speaks of the areas that somebody was told of, and whether another asks more of them. */
import { instructionOf, severityRank } from '../core/cap/meaning.ts';
import type { CapInfo } from '../core/cap/model.ts';
import { strengthOf } from '../core/instruction.ts';
import type { AlertView } from '../core/model.ts';
import type { Told } from '../store/outbox/told.ts';

/** Whoever moves from the edge to the gate is told what the same notice says of the gate. */
export function asksMore({ alert }: AlertView, now: number | null, told: number | null): boolean {
  const rank = (info: number | null): [number, number] => {
    const said = alert.infos[info ?? 0];
    const instruction = said ? instructionOf(said) : null;
    return [instruction === null ? -1 : strengthOf(instruction), (said && severityRank(said)) ?? 0];
  };
  const [[nowAsked, nowGrave], [wasAsked, wasGrave]] = [rank(now), rank(told)];
  return nowAsked > wasAsked || (nowAsked === wasAsked && nowGrave > wasGrave);
}

/** What an earlier revision of prose said of the very areas that this info is about, whatever of it they were told last. */
export function sameAreasIn(before: AlertView, view: AlertView, info: number | null): number | null {
  const now = view.alert.infos[info ?? 0];
  if (!before.advice || !view.advice || !now) return null;
  const same = before.alert.infos.findIndex((one) => areaNames(one) === areaNames(now));
  return same < 0 ? null : same;
}

const areaNames = (info: CapInfo | undefined): string => JSON.stringify(info?.areas.map(({ areaDesc }) => areaDesc));

/** What this revision says of the very areas that they were told of last. */
export function infoForSameAreas(
  view: AlertView,
  revisions: ReadonlyMap<string, AlertView>,
  ended: readonly Told[],
): number | null {
  const last = ended.flatMap(({ heard }) => heard ?? []).at(-1);
  const was = last && revisions.get(last.alert);
  return was ? sameAreasIn(view, was, last.info) : null;
}
