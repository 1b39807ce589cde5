/**
 * Where a notice or advice in prose stands among the revisions of its series. It has no identifier that another could reference, so
 * the later one is made an Update of the one before it; the same words again are no news.
 */
import type { CapAlert } from '../core/cap/model.ts';
import { referenceTo } from '../core/cap/revisions/name.ts';
import { type AlertView, mayTell } from '../core/model.ts';
import { day, type Instant } from '../core/time/time.ts';
import { isStanding } from '../match/country.ts';
import type { SeriesEntry } from '../store/as-of.ts';
import { type Advised, answers, dangersOf, partsOf, withDanger } from './answers.ts';

/** A revision as far as this is about. */
export type Revision = Pick<AlertView, 'id' | 'alert' | 'advice' | 'trust' | 'situations' | 'state'>;

/** The revisions of one series, with those read just now, which are in no store yet. */
export interface Series {
  /** Newest first. */
  readonly entries: readonly SeriesEntry[];
  load(id: string): Promise<Revision | null>;
}

/** `same`: the id of the alert that says just this already. Else what it takes the place of, and what takes its place at once. */
export type Standing =
  | { readonly same: string }
  | { readonly same: null; readonly before: readonly Revision[]; readonly after: readonly Revision[] };

export type Newcomer = Pick<AlertView, 'alert' | 'advice' | 'trust' | 'state'> & { readonly sentAt: Instant };

export async function standingOf(newcomer: Newcomer, series: Series): Promise<Standing> {
  const { sentAt } = newcomer;
  const upToIt = series.entries.filter((entry) => entry.sentAt <= sentAt);
  const known = await knownAs(newcomer, series, upToIt);
  if (known) return { same: known.id };
  // Under one stamp the one that came later is the correction.
  const later = series.entries.filter((entry) => entry.sentAt > sentAt).toReversed();
  const earlier = await standing(newcomer, series, upToIt);
  const before = earlier.filter((one) => answers(newcomer, one, earlier));
  const after = (await standing(newcomer, series, later)).filter((one) =>
    answers(one, newcomer, [...earlier, newcomer]),
  );
  return { same: null, before, after };
}

/**
 * Which revision says just this: this very alert, read from another document; the same document, fetched again; or the last word
 * before it about the same. A warning that is given again later is a new one.
 */
async function knownAs(newcomer: Newcomer, series: Series, upToIt: readonly SeriesEntry[]): Promise<Revision | null> {
  let isLast = true;
  let isNewestEdition = true;
  for (const { alert, sentAt } of upToIt.slice(0, mostLookedAt)) {
    const known = await series.load(alert);
    if (!known || !isOfOneKind(known, newcomer)) continue;
    const isEdition = documentOf(known) === documentOf(newcomer);
    const counts = isLast || (isEdition && isNewestEdition);
    if (counts && isSame(known, newcomer) && !isGivenAgain(known, sentAt, newcomer)) return known;
    // What said something else of any of its places in between makes the same words news again.
    isLast &&= !isEdition && !isOfSame(known, newcomer);
    isNewestEdition &&= !isEdition;
  }
  return null;
}

const documentOf = ({ alert: { sender, identifier } }: Advised): string => JSON.stringify([sender, identifier]);

/**
 * The same words with another day of their own, when the earlier ones had ended or were a day old. Advice on a page only stands, and the
 * day that a feed stamps on an item says nothing while the item is the same: it may do so whenever it is made.
 */
const isGivenAgain = (known: Revision, knownSentAt: Instant, { alert, advice, sentAt }: Newcomer): boolean =>
  advice !== null &&
  advice.issued !== null &&
  advice.issued.value !== known.advice?.issued?.value &&
  (advice.issued.zone !== 'status' || documentOf(known) !== documentOf({ alert, advice })) &&
  !advice.parts.some(isStanding) &&
  sentAt > knownSentAt &&
  (known.state !== 'in-force' || sentAt - knownSentAt >= day);

/** As it is kept: an Update of what it takes the place of. What states by itself what it is stays so. */
export const asUpdate = (alert: CapAlert, before: readonly Revision[]): CapAlert =>
  alert.msgType !== 'Alert' || alert.references.length > 0 || before.length === 0
    ? alert
    : { ...alert, msgType: 'Update', references: before.map((one) => referenceTo(one.alert)) };

/** How far is looked. What stands beyond is left standing: an all-clear that reaches none of it wakes the desk. */
const mostLookedAt = 100;

/** The nearest first: all in force, whether or not somebody vouches for them yet; and what came after the last that may tell people, with it. */
async function standing(newcomer: Newcomer, series: Series, entries: readonly SeriesEntry[]): Promise<Revision[]> {
  const found: Revision[] = [];
  let vouched = false;
  for (const { alert } of entries.slice(0, mostLookedAt)) {
    const revision = await series.load(alert);
    if (!revision || !isOfOneKind(revision, newcomer)) continue;
    if (revision.state === 'in-force' || !vouched) found.push(revision);
    vouched ||= mayTell(revision.trust);
  }
  return found;
}

/** A drill on the live desk is no word about what is real, nor the other way round. */
const isOfOneKind = (one: Partial<Revision>, other: Partial<Revision>): boolean =>
  (one.state === 'not-actual') === (other.state === 'not-actual');

const isOfSame = (one: Advised, other: Advised): boolean =>
  partsOf(one).some(({ place }) => partsOf(other).some((part) => part.place === place));

/** A copy that nobody has vouched for does not make one that may tell people needless. */
function isSame(known: Revision, { alert, advice, trust }: Newcomer): boolean {
  if (!mayTell(known.trust) && mayTell(trust)) return false;
  const [danger] = dangersOf(known);
  const meant = advice && danger !== undefined ? withDanger(advice, danger) : advice;
  return wordsOf(known) === wordsOf({ alert, advice: meant });
}

/**
 * All that it says; not when and under which name it was sent, nor where in its document each word stands. Its areas follow from the
 * places it names, and from what it ends.
 */
function wordsOf({ alert, advice }: Advised): string {
  const { at, sent, identifier, msgType, references, infos, ...said } = alert;
  const bareInfos = infos.map((info) => ({ ...info, areas: [] }));
  return JSON.stringify(bare([said, bareInfos, advice && { ...advice, issued: null }]));
}

/** The same alert, down to its name; where in its document each word stands may differ. */
export const isVerySame = ({ at: _, ...one }: CapAlert, { at: __, ...other }: CapAlert): boolean =>
  JSON.stringify(bare(one)) === JSON.stringify(bare(other));

const places = new Set(['start', 'end', 'line', 'column']);

/** Without places, members in the order of their names. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name, member]) => !places.has(name) && member !== undefined);
  return Object.fromEntries(
    members.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, bare(member)]),
  );
}
