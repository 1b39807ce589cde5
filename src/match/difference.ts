/** What a revision of an alert changes for the people of the watch list. Who is in it is what match.ts says, what changed what changes.ts says. */
import type { NamedValue } from '../core/cap/model.ts';
import type { ResolvedArea } from '../core/geo/geocodes/areas.ts';
import { schemeKey } from '../core/geo/geocodes/schemes.ts';
import type { AlertView, Change, Match, Person, WatchedPerson } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { changesBetween } from './changes.ts';
import { isOver, matcher, type Rules } from './match.ts';
import { codedIn, insideOf } from './placed.ts';

/** Ids, in the order of the list. Whoever is in none of them was in neither revision, or nothing changed that they would notice. */
export interface Difference {
  /** Only the later revision covers them. */
  readonly came: readonly string[];
  /** Only the earlier one covers them, and the later one is known not to. */
  readonly left: readonly string[];
  /**
   * The earlier one covers them, and of the later one nobody can tell: some of its area has no shape, it names the same
   * code, whose boundary is another now, or it is prose, which takes nothing back.
   */
  readonly unclear: readonly string[];
  /** Both cover them, and what the info that speaks for them says is another thing: its level, instruction, severity, times, area or words. */
  readonly changed: readonly { readonly person: string; readonly changes: readonly Change[] }[];
}

/**
 * Both revisions are held against where people are at `now`, so only the revision makes a difference: positions that are too old, stays
 * that are over and infos that have expired count in neither. Whom an issuer names as audience leaves nobody out.
 */
export function difference(
  before: AlertView,
  after: AlertView,
  people: readonly WatchedPerson[],
  now: Instant,
  rules: Rules,
): Difference {
  const [was, is] = [matcher(before, now, rules, 'new'), matcher(after, now, rules, 'new', before)];
  const ends = after.alert.msgType === 'Cancel';
  const [came, left, unclear]: [string[], string[], string[]] = [[], [], []];
  const changed: { person: string; changes: Change[] }[] = [];
  for (const person of people) {
    const [old, held] = [was(person), is(person)];
    const isIn = held.show && !ends;
    if (!old.show && isIn) came.push(person.id);
    const isLeft = (): boolean => ends || (isOut(after, held) && !isStillNamed(before, after, person.person, now));
    if (old.show && !isIn) (isLeft() ? left : unclear).push(person.id);
    if (!old.show || !isIn) continue;
    const changes = changesBetween({ ...before, info: old.info }, { ...after, info: held.info });
    if (changes.length > 0) changed.push({ person: person.id, changes });
  }
  return { came, left, unclear, changed };
}

const isOut = ({ advice }: AlertView, { why }: Match): boolean =>
  advice === null &&
  why.some(({ code }) => code === 'outside') &&
  why.every(({ code }) => code !== 'area-unresolved' && code !== 'near-edge');

type Revision = Pick<AlertView, 'alert' | 'resolved'>;

/**
 * A code that held them by the boundary it had then is still a code of an info of `after` that has not expired. So the issuer did not
 * take the warning back for them, whatever the boundary that is known for the code now.
 */
export function isStillNamed(before: Revision, after: Revision, person: Person, now: Instant): boolean {
  const held = before.resolved.flatMap(codedIn).flatMap((placed) => insideOf(placed, person));
  if (held.length === 0) return false;
  const open = after.alert.infos.filter((_, info) => isOpen(after, info, now));
  // As the issuer wrote them, too: a code may be set aside by now for finer ones.
  const written = open.flatMap(({ areas }) => areas.flatMap(({ geocodes }) => geocodes.flatMap(keysOf)));
  const named = new Set([
    ...written,
    ...after.resolved.filter(({ info }) => isOpen(after, info, now)).flatMap(codesOf),
  ]);
  return held.some(({ geocode }) => geocode !== undefined && named.has(keyOf(geocode.scheme, geocode.value)));
}

const isOpen = ({ alert }: Revision, info: number, now: Instant): boolean => {
  const one = alert.infos[info];
  return one !== undefined && !isOver(one, now);
};
const codesOf = ({ resolved }: ResolvedArea): string[] => resolved.map(({ scheme, code }) => keyOf(scheme, code));
const keysOf = ({ valueName, value }: NamedValue): string[] =>
  value.split(/[\s,;]+/).map((code) => keyOf(valueName, code));
/** An import may spell its scheme in another way than the one before. */
const keyOf = (scheme: string, code: string): string => JSON.stringify([schemeKey(scheme), code.toUpperCase()]);
