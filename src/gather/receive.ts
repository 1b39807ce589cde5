/**
 * A document comes in: bytes are kept first, then read, then recorded as facts. What fails in between is read again at the next start,
 * and so is what a reader failed on, in case it is a better one now.
 */

import type { Finding } from '../core/finding.ts';
import type { AlertView, Report, Trust } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import { sourceById } from '../sources/index.ts';
import type { Source } from '../sources/source.ts';
import { alertsById } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import type { Store } from '../store/open.ts';
import { beginReading, endReading } from '../store/readings.ts';
import {
  failedReports,
  isFailed,
  keepReport,
  newestReading,
  readBytes,
  readerDied,
  readerFailed,
  readReport,
  unreadReports,
} from '../store/reports.ts';
import { type Read, recordReading } from './record.ts';

export interface Incoming {
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly url: string | null;
  readonly type: string | null;
  readonly by: string | null;
  /** Who vouches for what it says, and when it was fetched, as a story states them. Only a drill space takes them. */
  readonly trust?: Trust;
  readonly fetchedAt?: Instant;
}

export interface Received {
  /** These bytes had been read before, and not in vain; nothing new was recorded but an address they were not found at yet. */
  readonly known: boolean;
  readonly report: Report;
  readonly alerts: readonly AlertView[];
  readonly findings: readonly Finding[];
}

/** null when no source of that id exists; nothing is kept then. */
export async function receive(store: Store, desk: string, incoming: Incoming): Promise<Received | null> {
  if (!sourceById(incoming.source)) return null;
  const isTold = incoming.trust !== undefined || incoming.fetchedAt !== undefined;
  if (isTold && desk !== 'drill') throw new Error(`the ${desk} space takes nobody’s word for trust or time`);
  const kept = await keepReport(store, desk, { ...incoming, fetchedAt: incoming.fetchedAt ?? store.clock.now() });
  const read = kept.known ? await newestReading(store, desk, kept.id) : null;
  const isDone = read !== null && !isFailed(read.body);
  if (!isDone) await readOnce(store, desk, kept.id, kept.known);
  return received(store, desk, kept.id, isDone);
}

async function received(store: Store, desk: string, id: string, known: boolean): Promise<Received> {
  const report = await readReport(store, desk, id);
  const reading = await newestReading(store, desk, id);
  if (!report || !reading) throw new Error(`report ${id} was kept and read, and is gone`);
  const { seq } = await currentRecorded(store, desk);
  const asOf = { valid: store.clock.now(), seq };
  const alerts = await alertsById(store.db, desk, asOf, reading.body.alerts);
  return { known, report, alerts, findings: reading.body.findings };
}

/** How a look for unread reports ended. */
export interface UnreadLook {
  readonly read: number;
  /** Why reports could not be read; each is tried again at the next look, and none holds up another. */
  readonly failures: readonly unknown[];
  /** All reports up to this commit have been read: the next look may begin after it. */
  readonly upTo: number;
}

/** Reads every report after commit `since` that a crash left unread; from the start (0) also those that a reader failed on. */
export async function readUnread(store: Store, desk: string, since: number): Promise<UnreadLook> {
  const { seq } = await currentRecorded(store, desk);
  const failures: unknown[] = [];
  const unread = await unreadReports(store, desk, since);
  const ids = since === 0 ? [...unread, ...(await failedReports(store, desk))] : unread;
  for (const id of ids) await readOnce(store, desk, id, false).catch((error: unknown) => failures.push(error));
  return { read: ids.length - failures.length, failures, upTo: failures.length === 0 ? seq : since };
}

/** What this process reads at the moment: who hands the same in meanwhile waits for it. */
const underWay = new WeakMap<Store, Map<string, Promise<void>>>();

function readOnce(store: Store, desk: string, id: string, isHandedIn: boolean): Promise<void> {
  const here = underWay.get(store) ?? new Map<string, Promise<void>>();
  underWay.set(store, here);
  const key = `${desk}/${id}`;
  const reading = here.get(key) ?? readKept(store, desk, id, isHandedIn).finally(() => here.delete(key));
  here.set(key, reading);
  return reading;
}

/** `isHandedIn`: a person gives it once more, and is there to see what becomes of it. */
async function readKept(store: Store, desk: string, id: string, isHandedIn: boolean): Promise<void> {
  const report = await readReport(store, desk, id);
  const bytes = report && (await readBytes(store, desk, report.hash));
  const source = report && sourceById(report.source);
  if (!report || !bytes || !source) throw new Error(`report ${id} has lost its bytes or its source`);
  const record = (read: Read): Promise<void> => recordReading(store, desk, report, `${source.id}/1`, read);
  const begun = await beginReading(store, desk, id);
  if (begun > mostDeaths && !isHandedIn) return record(leftUnread(source));
  const read = parseSafely(source, bytes, report);
  await endReading(store, desk, id);
  return record(read);
}

/** Who reads a document may die of it, in a way that nothing catches; the next start tries once more, and no other after that. */
const mostDeaths = 2;

function leftUnread(source: Source): Read {
  const message = `Twice Tocsin ended while the reader “${source.id}” was at this document, so it is not read a third time. The bytes are kept: read them yourself, hand it in again to have it tried once more, and report it as a bug.`;
  return { alerts: [], reading: null, findings: [{ severity: 'error', code: readerDied, message, where: {} }] };
}

/**
 * A reader never throws; should one do so all the same, that is a reading with a finding, which wakes the desk. The bytes stay, to be
 * read again at the next start or when they are handed in again, and no other report waits behind them.
 */
function parseSafely(source: Source, bytes: Uint8Array, report: Report): Read {
  try {
    return source.parse(bytes, { url: report.url, type: report.type, fetchedAt: report.fetchedAt });
  } catch (error) {
    const message = `The reader “${source.id}” failed on this document (${(error as Error).name}): that is a bug. The bytes are kept, and read again at the next start.`;
    return {
      alerts: [],
      reading: null,
      findings: [{ severity: 'error', code: readerFailed, message, where: {} }],
    };
  }
}
