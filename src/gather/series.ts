/**
 * Where a notice or advice in prose stands among the revisions of its series. It has no identifier that another could reference, so
 * the later one is made an Update of the one before it; the same words again are no news.
 */
import type { AdvicePart } from '../core/advice.ts';
import type { CapAlert } from '../core/cap/model.ts';
import { type AlertView, mayTell } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { isStanding } from '../match/country.ts';
import type { SeriesEntry } from '../store/as-of.ts';
import { nameOf, referenceTo } from './name-key.ts';

/** A revision as far as this is about. */
export type Revision = Pick<AlertView, 'id' | 'alert' | 'advice' | 'trust' | 'situation'> &
  Partial<Pick<AlertView, 'state'>>;

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
  // Under one stamp the one that came later is the correction.
  const later = series.entries.filter((entry) => entry.sentAt > sentAt).toReversed();
  const before = (await standing(series, upToIt)).filter((one) => answers(newcomer, one));
  const after = (await standing(series, later)).filter((one) => answers(one, newcomer));
  return { same: null, before, after };
}

/** As it is kept: an Update of what it takes the place of. What states by itself what it is stays so. */
export const asUpdate = (alert: CapAlert, before: readonly Revision[]): CapAlert =>
  alert.msgType !== 'Alert' || alert.references.length > 0 || before.length === 0
    ? alert
    : { ...alert, msgType: 'Update', references: before.map((one) => referenceTo(one.alert)) };

/** How far is looked: what stands beyond has been answered by those between, or nobody ever vouched for any of them. */
const mostLookedAt = 40;

/** The nearest first: those in force that may tell people, and those nobody vouched for that came after the first of them. */
async function standing(series: Series, entries: readonly SeriesEntry[]): Promise<Revision[]> {
  const found: Revision[] = [];
  let vouched = false;
  for (const { alert } of entries.slice(0, mostLookedAt)) {
    const revision = await series.load(alert);
    if (!revision) continue;
    const trusted = mayTell(revision.trust);
    if (trusted ? (revision.state ?? 'in-force') === 'in-force' || !vouched : !vouched) found.push(revision);
    vouched ||= trusted;
  }
  return found;
}

type Advised = Pick<AlertView, 'alert' | 'advice'>;

/**
 * Whether `later` may take the place of `earlier`. The next edition of a page may, whatever it says. A notice may only where it
 * speaks of all that the earlier one told people to do about: what it leaves out may hold as before, or be about another danger.
 */
function answers(later: Advised, earlier: Advised): boolean {
  const parts = earlier.advice?.parts ?? [];
  if (parts.some(isStanding)) return true;
  return parts.every((part, info) => {
    const asked = strengthOf(part);
    if (asked === null) return true;
    const areas = areasOf(earlier, info);
    return (later.advice?.parts ?? []).some((own, number) => {
      const said = own.instructions.some(({ value }) => value === 'all-clear') ? 0 : strengthOf(own);
      if (said === null || said > asked || own.place !== part.place) return false;
      const covering = areasOf(later, number);
      return widest(covering) > widest(areas) || areas.every(({ name }) => covering.some((one) => one.name === name));
    });
  });
}

/** 0 leave or shelter, which answer each other; 1 avoid; null for what asks nothing of anybody at once. */
function strengthOf({ instructions }: AdvicePart): 0 | 1 | null {
  const values = instructions.map(({ value }) => value);
  if (values.includes('leave') || values.includes('shelter')) return 0;
  return values.includes('avoid') ? 1 : null;
}

interface Area {
  readonly name: string;
  readonly radiusMeters: number;
}
const areasOf = ({ alert }: Advised, info: number): Area[] =>
  (alert.infos[info]?.areas ?? []).map(({ areaDesc, circles }) => ({
    name: areaDesc,
    radiusMeters: Math.max(0, ...circles.map(({ shape }) => (shape?.kind === 'circle' ? shape.radiusMeters : 0))),
  }));
const widest = (areas: readonly Area[]): number => Math.max(0, ...areas.map(({ radiusMeters }) => radiusMeters));

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
