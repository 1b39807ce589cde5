/**
 * Where a notice or advice in prose stands among the revisions of its series. It has no identifier that another could reference, so
 * the later one is made an Update of the one before it; the same words again are no news.
 */
import type { Advice, AdvicePart } from '../core/advice.ts';
import type { CapAlert } from '../core/cap/model.ts';
import { isNamed } from '../core/hazard.ts';
import { type AlertView, mayTell } from '../core/model.ts';
import { day, type Instant } from '../core/time/time.ts';
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
  const known = await knownAs(newcomer, series, upToIt);
  if (known) return { same: known.id };
  // Under one stamp the one that came later is the correction.
  const later = series.entries.filter((entry) => entry.sentAt > sentAt).toReversed();
  const earlier = await standing(series, upToIt);
  const before = earlier.filter((one) => answers(newcomer, one, earlier));
  const after = (await standing(series, later)).filter((one) => answers(one, newcomer, [...earlier, newcomer]));
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
    if (!known) continue;
    const isIt = nameOf(known.alert) === nameOf(newcomer.alert);
    const isEdition = documentOf(known) === documentOf(newcomer);
    const counts = isIt || isLast || (isEdition && isNewestEdition);
    if (counts && isSame(known, newcomer) && !isGivenAgain(known, sentAt, newcomer)) return known;
    isLast &&= !isOfSame(known, newcomer);
    isNewestEdition &&= !isEdition;
  }
  return null;
}

const documentOf = ({ alert: { sender, identifier } }: Advised): string => JSON.stringify([sender, identifier]);

/** The same words with another day of their own, when the earlier ones had ended or were a day old. Advice on a page only stands. */
const isGivenAgain = (known: Revision, knownSentAt: Instant, { advice, sentAt }: Newcomer): boolean =>
  advice !== null &&
  advice.issued !== null &&
  advice.issued.value !== known.advice?.issued?.value &&
  !advice.parts.some(isStanding) &&
  sentAt > knownSentAt &&
  ((known.state ?? 'in-force') !== 'in-force' || sentAt - knownSentAt >= day);

/** As it is kept: an Update of what it takes the place of. What states by itself what it is stays so. */
export const asUpdate = (alert: CapAlert, before: readonly Revision[]): CapAlert =>
  alert.msgType !== 'Alert' || alert.references.length > 0 || before.length === 0
    ? alert
    : { ...alert, msgType: 'Update', references: before.map((one) => referenceTo(one.alert)) };

/** Where the words name no danger, the one it answers is meant. */
export const asAnswer = (advice: Advice, before: readonly Revision[]): Advice => {
  const dangers = new Set(before.flatMap(dangersOf));
  const [danger] = dangers;
  return danger === undefined || dangers.size > 1 ? advice : withDanger(advice, danger);
};

const withDanger = (advice: Advice, family: string): Advice => ({
  ...advice,
  parts: advice.parts.map((part) => (isNamed(part.family) ? part : { ...part, family })),
});

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

const partsOf = ({ advice }: Advised): readonly AdvicePart[] => advice?.parts ?? [];
const dangersOf = (one: Advised): string[] => partsOf(one).flatMap(({ family }) => (isNamed(family) ? [family] : []));
const isOfSame = (one: Advised, other: Advised): boolean => subjectOf(one) === subjectOf(other);
const subjectOf = (one: Advised): string =>
  JSON.stringify(
    partsOf(one)
      .map(({ place }) => place)
      .toSorted(),
  );

/**
 * Whether `later` may take the place of `earlier`. The next edition of a page may, whatever it says. A notice may only where it
 * speaks of the same danger and of all that the earlier one told people to do about: what it leaves out may hold as before. One
 * that names no danger means the one that stands there; where two do (`standing`), nobody can say which.
 */
function answers(later: Advised, earlier: Advised, standing: readonly Advised[]): boolean {
  const parts = partsOf(earlier);
  if (parts.some(isStanding)) return true;
  const named = dangersOf(later);
  const there = standing.filter((one) =>
    partsOf(one).some(({ place }) => partsOf(later).some((own) => own.place === place)),
  );
  const isOne = new Set(there.flatMap(dangersOf)).size <= 1;
  return parts.every((part, info) => {
    if (named.length > 0 ? !named.includes(part.family) : isNamed(part.family) && !isOne) return false;
    const asked = strengthOf(part);
    const areas = areasOf(earlier, info);
    return partsOf(later).some((own, number) => {
      if (own.place !== part.place) return false;
      if (asked === null) return true;
      const said = own.instructions.some(({ value }) => value === 'all-clear') ? 0 : strengthOf(own);
      if (said === null || said > asked) return false;
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
function isSame(known: Revision, { alert, advice, trust }: Newcomer): boolean {
  if (!mayTell(known.trust) && mayTell(trust)) return false;
  const [danger] = dangersOf(known);
  const meant = advice && danger !== undefined ? withDanger(advice, danger) : advice;
  return wordsOf(known) === wordsOf({ alert, advice: meant });
}

/** All that it says; not when and under which name it was sent, nor where in its document each word stands. */
function wordsOf({ alert, advice }: Pick<AlertView, 'alert' | 'advice'>): string {
  const { at, sent, identifier, msgType, references, ...said } = alert;
  return JSON.stringify(bare([said, advice]));
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
