/**
 * Where a notice or advice in prose stands among the revisions of its series. It has no identifier that another could reference, so
 * the later one is made an Update of the one before it; the same words again are no news.
 */
import type { CapAlert } from '../core/cap/model.ts';
import { type AlertView, mayTell } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import type { SeriesEntry } from '../store/as-of.ts';
import { nameOf, referenceTo } from './name-key.ts';

/** A revision as far as this is about. */
export type Revision = Pick<AlertView, 'id' | 'alert' | 'advice' | 'trust' | 'situation'>;

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

export type Newcomer = Pick<AlertView, 'alert' | 'advice' | 'trust'> & { readonly sentAt: Instant };

export async function standingOf(newcomer: Newcomer, series: Series): Promise<Standing> {
  const { sentAt } = newcomer;
  const upToIt = series.entries.filter((entry) => entry.sentAt <= sentAt);
  for (const [number, { alert, sentAt: when }] of upToIt.entries()) {
    // The last word before it, or this very alert, read from another document.
    if (number > 0 && when < sentAt) break;
    const known = await series.load(alert);
    const isIt = number === 0 || (known && nameOf(known.alert) === nameOf(newcomer.alert));
    if (known && isIt && isSame(known, newcomer)) return { same: known.id };
  }
  const earlier = upToIt.filter((entry) => entry.sentAt < sentAt);
  const later = series.entries.filter((entry) => entry.sentAt > sentAt).toReversed();
  return { same: null, before: await upToTrusted(series, earlier), after: await upToTrusted(series, later) };
}

/** As it is kept: an Update of what it takes the place of. What states by itself what it is stays so. */
export const asUpdate = (alert: CapAlert, before: readonly Revision[]): CapAlert =>
  alert.msgType !== 'Alert' || alert.references.length > 0 || before.length === 0
    ? alert
    : { ...alert, msgType: 'Update', references: before.map((one) => referenceTo(one.alert)) };

/** The nearest, and on to the first that may tell people: what nobody has vouched for must not stand between two that count. */
async function upToTrusted(series: Series, entries: readonly SeriesEntry[]): Promise<Revision[]> {
  const found: Revision[] = [];
  let last: Instant | null = null;
  for (const { alert, sentAt } of entries) {
    // Those sent at the same time stand side by side.
    if (last !== null && sentAt !== last) break;
    const revision = await series.load(alert);
    if (!revision) continue;
    found.push(revision);
    if (mayTell(revision.trust)) last = sentAt;
  }
  return found;
}

/** A copy that nobody has vouched for does not make one that may tell people needless. */
const isSame = (known: Revision, newcomer: Newcomer): boolean =>
  (mayTell(known.trust) || !mayTell(newcomer.trust)) && wordsOf(known) === wordsOf(newcomer);

/** All that it says; not when and under which name it was sent, nor where in its document each word stands. */
function wordsOf({ alert, advice }: Pick<AlertView, 'alert' | 'advice'>): string {
  const { at, sent, identifier, msgType, references, ...said } = alert;
  return JSON.stringify(bare([said, advice]));
}

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
