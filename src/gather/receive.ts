/** A document comes in: bytes are kept first, then read, then recorded as facts. What fails in between is read again at the next start. */

import type { CapAlert, Reference } from '../core/cap/model.ts';
import { type AlertBody, always, type NewFact } from '../core/fact.ts';
import type { Finding } from '../core/finding.ts';
import type { AlertView, Report, Trust } from '../core/model.ts';
import { parseInstant } from '../core/time/time.ts';
import { endOf } from '../match/match.ts';
import { sourceById } from '../sources/index.ts';
import type { Source, SourceReading } from '../sources/source.ts';
import { alertsById, alertsNamed } from '../store/as-of.ts';
import { currentRecorded } from '../store/facts.ts';
import type { Store, Tx } from '../store/open.ts';
import { isRead, keepReport, newestReading, readBytes, readReport, sha256, unreadReports } from '../store/reports.ts';
import { appendFacts, takeRecorded, transact } from '../store/transact.ts';

export interface Incoming {
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly url: string | null;
  readonly type: string | null;
  readonly by: string | null;
}

export interface Received {
  /** These bytes had been read before; nothing new was recorded. */
  readonly known: boolean;
  readonly report: Report;
  readonly alerts: readonly AlertView[];
  readonly findings: readonly Finding[];
}

/** null when no source of that id exists; nothing is kept then. */
export async function receive(store: Store, desk: string, incoming: Incoming): Promise<Received | null> {
  if (!sourceById(incoming.source)) return null;
  const kept = await keepReport(store, desk, { ...incoming, fetchedAt: store.clock.now() });
  const read = kept.known ? await newestReading(store, desk, kept.id) : null;
  if (!read) await readKept(store, desk, kept.id);
  return received(store, desk, kept.id, read !== null);
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

/** Reads every report after commit `since` that a crash left unread. */
export async function readUnread(store: Store, desk: string, since: number): Promise<UnreadLook> {
  const { seq } = await currentRecorded(store, desk);
  const failures: unknown[] = [];
  const ids = await unreadReports(store, desk, since);
  for (const id of ids) await readKept(store, desk, id).catch((error: unknown) => failures.push(error));
  return { read: ids.length - failures.length, failures, upTo: failures.length === 0 ? seq : since };
}

async function readKept(store: Store, desk: string, id: string): Promise<void> {
  const report = await readReport(store, desk, id);
  const bytes = report && (await readBytes(store, desk, report.hash));
  const source = report && sourceById(report.source);
  if (!report || !bytes || !source) throw new Error(`report ${id} has lost its bytes or its source`);
  const { alerts, findings } = parseSafely(source, bytes, report);
  await transact(store, async (tx) => {
    // Under the desk's lock: a second reader of the same report waits here and then finds it done.
    const recorded = await takeRecorded(store, tx, desk);
    if (await isRead(tx, desk, id)) return;
    const facts: NewFact[] = [];
    const ids = alerts.map((_, n) => `a-${sha256(`${id}/${n}`).slice(0, 16)}`);
    const body = { kind: 'reading' as const, reader: `${source.id}/1`, findings, alerts: ids };
    facts.push({ subject: id, interval: always, body });
    for (const [n, alert] of alerts.entries()) {
      const situations = await situationsOf(tx, desk, recorded.seq, alert, recorded.at);
      const from = Math.min(alert.sent.at ?? recorded.at, recorded.at);
      for (const fact of factsOf(ids[n] as string, id, alert, situations, from)) facts.push(fact);
    }
    await appendFacts(tx, desk, recorded, facts);
  });
}

/**
 * A reader never throws; should one do so all the same, that is a reading with a finding, which wakes the desk. The bytes stay, to be
 * read again by a better reader, and no other report waits behind them.
 */
function parseSafely(source: Source, bytes: Uint8Array, report: Report): Pick<SourceReading, 'alerts' | 'findings'> {
  try {
    return source.parse(bytes, { url: report.url, type: report.type, fetchedAt: report.fetchedAt });
  } catch (error) {
    const message = `The reader “${source.id}” failed on this document (${(error as Error).name}): that is a bug. The bytes are kept.`;
    return { alerts: [], findings: [{ severity: 'error', code: 'report.reader-failed', message, where: {} }] };
  }
}

/** A name key: sender, identifier and sent (as an instant, so that `-00:00` and `+00:00` are one), hashed to a fixed length. */
function nameKey(reference: Reference): string {
  const at = parseInstant(reference.sent);
  return `t-${sha256([reference.sender, reference.identifier, at ?? reference.sent].join('\n')).slice(0, 32)}`;
}

const nameOf = (alert: CapAlert): string =>
  nameKey({ sender: alert.sender, identifier: alert.identifier, sent: alert.sent.text });

const situationOf = (name: string): string => `s-${name.slice(2)}`;

/** The chains an alert speaks for: those of what it references where known, else one named by the reference itself. */
async function situationsOf(tx: Tx, desk: string, seq: number, alert: CapAlert, valid: number): Promise<string[]> {
  if (alert.references.length === 0) return [situationOf(nameOf(alert))];
  const names = alert.references.map(nameKey);
  const known = await alertsNamed(tx, desk, { valid, seq }, names);
  const byName = new Map(known.map((view) => [nameOf(view.alert), view.situation]));
  return [...new Set(names.map((name) => byName.get(name) ?? situationOf(name)))];
}

function factsOf(id: string, report: string, alert: CapAlert, situations: string[], from: number): NewFact[] {
  const name = nameOf(alert);
  const references = alert.references.map(nameKey);
  const trust: Trust = 'unverified';
  const how = alert.msgType === 'Update' ? 'superseded' : alert.msgType === 'Cancel' ? 'cancelled' : null;
  // A Cancel, an Ack or an Error holds at one instant; a warning until it ends.
  const to = alert.msgType === 'Alert' || alert.msgType === 'Update' ? endOf(alert) : from;
  const body: AlertBody = { kind: 'alert', report, alert, name, references, situations, trust };
  const facts: NewFact[] = [
    { subject: id, interval: { from, to }, body },
    { subject: name, interval: always, body: { kind: 'named', alert: id } },
  ];
  if (how)
    for (const subject of references)
      facts.push({ subject, interval: always, body: { kind: 'referenced', by: id, how } });
  return facts;
}
