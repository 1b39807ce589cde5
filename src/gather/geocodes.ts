/** What the geocodes of alerts stand for becomes facts: when an alert is recorded, and again when shapes are imported. */
import { always, type NewFact, type ResolvedCode } from '../core/fact.ts';
import { type ResolvedArea, resolvedAreas } from '../core/geo/geocodes/areas.ts';
import type { GeocodeEntry } from '../core/geo/geocodes/file.ts';
import { openGeocodes } from '../core/geo/geocodes/geocodes.ts';
import type { AlertView } from '../core/model.ts';
import { alertsAsOf, alertsById } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import { keepShapes } from '../store/geocodes/shapes.ts';
import { keepImport, type NewImport, openTables } from '../store/geocodes/tables.ts';
import type { Store, Tx } from '../store/open.ts';
import { appendFacts, takeRecorded, transact } from '../store/transact.ts';

type Given = Pick<AlertView, 'id' | 'alert'>;

/** The fact of one alert; null when it has no area that geocodes alone say. */
export async function resolvedFact(store: Store, tx: Tx, desk: string, given: Given): Promise<NewFact | null> {
  const areas = await resolve(store, tx, desk, given);
  return areas.length === 0 ? null : factOf(tx, desk, given.id, areas);
}

async function factOf(tx: Tx, desk: string, subject: string, areas: readonly ResolvedArea[]): Promise<NewFact> {
  const kept: ResolvedArea<ResolvedCode>[] = [];
  for (const area of areas) {
    const hashes = await keepShapes(
      tx,
      desk,
      area.resolved.map(({ shape }) => shape),
    );
    const resolved = area.resolved.map(({ kind: _, ...code }, n) => ({ ...code, shape: hashes[n] ?? '' }));
    kept.push({ ...area, resolved });
  }
  return { subject, interval: always, body: { kind: 'resolved', areas: kept } };
}

/** Once more for what each round had to fetch: a range asks for its ends before it asks for what lies between. */
async function resolve(store: Store, tx: Tx, desk: string, { alert }: Given): Promise<ResolvedArea[]> {
  const isSaidByCode = alert.infos.some(({ areas }) => areas.some(({ geocodes }) => geocodes.length > 0));
  if (!isSaidByCode) return [];
  const { tables, fetch } = await openTables(tx, desk);
  const geocodes = openGeocodes(store.divisions, tables);
  for (;;) {
    const areas = resolvedAreas(alert, geocodes);
    if (!(await fetch())) return areas;
  }
}

/** Stores the shapes of a scheme, and resolves what waits for them. Gives the number of alerts of which more is known now. */
export async function importGeocodes(
  store: Store,
  desk: string,
  made: NewImport,
  entries: readonly GeocodeEntry[],
  progress: (done: number) => void,
): Promise<number> {
  await transact(store, (tx) => keepImport(tx, desk, { ...made, at: store.clock.now() }, entries, progress));
  return resolveAgain(store, desk);
}

/** Alerts resolved in one commit: nobody else can record anything meanwhile. */
const atOnce = 20;

/**
 * Looks up anew what alerts in force leave unresolved, and records what changed; a running desk decides it as it does any commit. Gives
 * the number of those of which more is known now.
 */
async function resolveAgain(store: Store, desk: string): Promise<number> {
  // Whoever records an alert by what was known before holds the desk's lock; after this they are through.
  const { seq } = await transact(store, (tx) => takeRecorded(store, tx, desk));
  const waiting = await waitingAt(store, desk, seq);
  let gained = 0;
  for (let i = 0; i < waiting.length; i += atOnce)
    gained += await transact(store, (tx) => recordAnew(store, tx, desk, waiting.slice(i, i + atOnce)));
  return gained;
}

/** The same at a start, for an import that was cut short before it came to this; nothing is recorded when nothing waits. */
export async function resolveWaiting(store: Store, desk: string): Promise<number> {
  const { seq } = await currentRecorded(store, desk);
  return (await waitingAt(store, desk, seq)).length === 0 ? 0 : resolveAgain(store, desk);
}

async function waitingAt(store: Store, desk: string, seq: number): Promise<AlertView[]> {
  const views = await alertsAsOf(store.db, desk, { valid: store.clock.now(), seq });
  return views.filter(({ state }) => state === 'in-force' || state === 'not-actual').filter(isWaiting);
}

/** Some code is unresolved, or it was recorded before codes were looked up. */
const isWaiting = ({ alert, advice, resolved }: AlertView): boolean =>
  advice === null &&
  (resolved.some(({ unresolved }) => unresolved.length > 0) ||
    (resolved.length === 0 && alert.infos.some(({ areas }) => areas.some(({ geocodes }) => geocodes.length > 0))));

async function recordAnew(store: Store, tx: Tx, desk: string, waiting: readonly AlertView[]): Promise<number> {
  const recorded = await takeRecorded(store, tx, desk);
  const asOf = { valid: store.clock.now(), seq: recorded.seq };
  const ids = waiting.map(({ id }) => id);
  const facts: NewFact[] = [];
  let gained = 0;
  for (const view of await alertsById(tx, desk, asOf, ids)) {
    const areas = keeping(view.resolved, await resolve(store, tx, desk, view));
    if (areas.length === 0 || saidOf(areas) === saidOf(view.resolved)) continue;
    facts.push(await factOf(tx, desk, view.id, areas));
    if (hasGained(view.resolved, areas)) gained++;
  }
  await appendFacts(tx, desk, recorded, facts);
  return gained;
}

/** Some code has a shape that had none; another reason why it has none is no more than said. */
function hasGained(before: readonly ResolvedArea[], areas: readonly ResolvedArea[]): boolean {
  const codesOf = (all: readonly ResolvedArea[]): string[] =>
    all.flatMap(({ info, area, resolved }) =>
      resolved.map(({ scheme, code }) => [info, area, scheme, code].join('\n')),
    );
  const known = new Set(codesOf(before));
  return codesOf(areas).some((code) => !known.has(code));
}

/**
 * A code that has a shape keeps it for this alert, whatever edition came since, and whatever finer code has a shape by now: whoever was
 * told was told by that one.
 */
const keeping = (before: readonly ResolvedArea[], areas: readonly ResolvedArea[]): ResolvedArea[] =>
  areas.map((one) => {
    const known = before.find(({ info, area }) => info === one.info && area === one.area)?.resolved ?? [];
    const fresh = one.resolved.filter((found) => !known.some((had) => isSame(had, found)));
    const isKnown = (code: Code): boolean => known.some((had) => isSame(had, code));
    return { ...one, resolved: [...known, ...fresh], unresolved: one.unresolved.filter((code) => !isKnown(code)) };
  });

interface Code {
  readonly scheme: string | null;
  readonly code: string;
}

const isSame = (a: Code, b: Code): boolean => a.scheme === b.scheme && a.code === b.code;

/** All but the shapes, which go with source and edition. */
const saidOf = (areas: readonly ResolvedArea[]): string =>
  JSON.stringify(
    areas.map(({ info, area, resolved, unresolved }) => [
      ...[info, area, unresolved.map(({ code, why }) => [code, why])],
      resolved.map(({ scheme, code, source, edition }) => [scheme, code, source, edition]),
    ]),
  );
