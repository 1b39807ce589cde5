/** A reading becomes facts, in one commit: what the document says, and each alert with its place among those known. */
import { endOf } from '../core/cap/meaning.ts';
import type { CapAlert } from '../core/cap/model.ts';
import { type AlertBody, always, type NewFact, type Prose } from '../core/fact.ts';
import { mayTell, type Report, type Trust } from '../core/model.ts';
import type { Reading } from '../core/text/reading.ts';
import type { Instant, Recorded } from '../core/time/time.ts';
import type { SourceReading, StatedAlert } from '../sources/source.ts';
import { alertsById, alertsNamed, seriesAsOf } from '../store/as-of.ts';
import type { Store, Tx } from '../store/open.ts';
import { keepDocument } from '../store/readings.ts';
import { isFailed, newestReading, sha256, statedTrust } from '../store/reports.ts';
import { appendFacts, takeRecorded, transact } from '../store/transact.ts';
import { asAnswer } from './answers.ts';
import { resolvedFact } from './geocodes.ts';
import { nameKey, nameOf, seriesKey } from './name-key.ts';
import { asUpdate, isVerySame, type Revision, type Series, standingOf } from './series.ts';

export type Read = Pick<SourceReading, 'alerts' | 'reading' | 'findings'>;

/**
 * Records what `reader` (`gov-uk/1`) made of a report that is kept. Nothing when it has been read already, unless the reader failed then
 * and does not now.
 */
export async function recordReading(
  store: Store,
  desk: string,
  report: Pick<Report, 'id' | 'fetchedAt'>,
  reader: string,
  { alerts, reading, findings }: Read,
): Promise<void> {
  await transact(store, async (tx) => {
    const prose = reading && (await proseOf(tx, desk, reading));
    // Under the desk's lock: a second reader of the same report waits here and then finds it done.
    const recorded = await takeRecorded(store, tx, desk);
    const before = await newestReading({ db: tx }, desk, report.id);
    if (before && (!isFailed(before.body) || isFailed({ findings }))) return;
    const trust = (await statedTrust(tx, desk, [report.id])).get(report.id) ?? 'unverified';
    const recording = new Recording(tx, desk, recorded, report.id, trust);
    // In the order they were sent: a feed has the newest first, and each is an update of the one before it.
    const inOrder = [...alerts.entries()].toSorted(([, a], [, b]) => (a.alert.sent.at ?? 0) - (b.alert.sent.at ?? 0));
    for (const [number, stated] of inOrder) await recording.add(number, stated);
    await recording.resolve(store);
    const ids = [...new Set(alerts.flatMap((_, number) => recording.ids.get(number) ?? []))];
    const body = { kind: 'reading' as const, reader, findings, alerts: ids, ...(prose ? { prose } : {}) };
    const from = prose && Math.min(prose.publishedAt ?? report.fetchedAt, recorded.at);
    const interval = prose ? { from, to: null } : always;
    await appendFacts(tx, desk, recorded, [{ subject: report.id, interval, body }, ...recording.facts]);
  });
}

async function proseOf(tx: Tx, desk: string, reading: Reading): Promise<Prose> {
  const { document, findings: _, ...said } = reading;
  const { title, publisher, publishedAt } = document;
  return { document: await keepDocument(tx, desk, document), title, publisher, publishedAt, said };
}

/** The alerts of one report on their way to facts; those before are known to those after. */
class Recording {
  readonly facts: NewFact[] = [];
  /** By the alert's number in the report. */
  readonly ids = new Map<number, string>();
  readonly #tx: Tx;
  readonly #desk: string;
  readonly #recorded: Recorded;
  readonly #report: string;
  readonly #trust: Trust;
  readonly #fresh = new Map<string, Revision>();
  /** A feed may hold an alert twice (ids by all it says), and its updates beside it (chains by name). */
  readonly #own = new Map<string, string>();
  readonly #chains = new Map<string, string>();
  readonly #loaded = new Map<string, Revision | null>();
  readonly #series = new Map<string, Series>();

  constructor(tx: Tx, desk: string, recorded: Recorded, report: string, trust: Trust) {
    this.#tx = tx;
    this.#desk = desk;
    this.#recorded = recorded;
    this.#report = report;
    this.#trust = trust;
  }

  async add(number: number, stated: StatedAlert): Promise<void> {
    const id = `a-${sha256(`${this.#report}/${number}`).slice(0, 16)}`;
    this.ids.set(number, stated.advice ? await this.#addAdvice(id, stated) : await this.#addCap(id, stated.alert));
  }

  /** Gives the id under which this very alert is known: what a page shows again is no news, unless somebody vouches for it now. */
  async #addCap(id: string, alert: CapAlert): Promise<string> {
    const { seq, at: valid } = this.#recorded;
    const named = await alertsNamed(this.#tx, this.#desk, { valid, seq }, [nameOf(alert)]);
    const twice = this.#own.get(wordsKey(alert));
    if (twice !== undefined) return twice;
    const known = named.find((one) => isVerySame(one.alert, alert));
    if (known) {
      const body = { kind: 'trust' as const, trust: this.#trust, by: null };
      if (mayTell(this.#trust) && !mayTell(known.trust)) this.facts.push({ subject: known.id, interval: always, body });
      return known.id;
    }
    this.#keep(id, { alert, advice: null }, await this.#situationsOf(alert));
    return id;
  }

  /** Gives the id under which these words are known: an older one when they are no news. */
  async #addAdvice(id: string, { alert, advice }: StatedAlert): Promise<string> {
    const key = seriesKey(alert.sender, advice?.series ?? '');
    const series = await this.#seriesOf(key);
    const sentAt = Math.min(alert.sent.at ?? this.#recorded.at, this.#recorded.at);
    const standing = await standingOf(
      { alert, advice, trust: this.#trust, state: this.#stateOf(alert), sentAt },
      series,
    );
    if (standing.same !== null) return standing.same;
    const { before, after } = standing;
    // What began apart may end by one word: whoever was told of any of it must hear.
    const chains = new Set((before.length > 0 ? before : after.slice(0, 1)).flatMap((one) => one.situations));
    const situations = alert.references.length > 0 || chains.size === 0 ? await this.#situationsOf(alert) : [...chains];
    const own = asUpdate(alert, before);
    this.#keep(id, asAnswer({ alert: own, advice }, before), situations);
    if (mayTell(this.#trust)) for (const one of before) this.#fresh.set(one.id, { ...one, state: 'superseded' });
    this.facts.push({ subject: key, interval: always, body: { kind: 'series', alert: id, sentAt } });
    for (const { id: by } of after)
      this.facts.push({ subject: nameOf(own), interval: always, body: { kind: 'referenced', by, how: 'superseded' } });
    const entries = [{ alert: id, sentAt }, ...series.entries].toSorted((a, b) => b.sentAt - a.sentAt);
    this.#series.set(key, { ...series, entries });
    return id;
  }

  /** What the geocodes of the new alerts stand for, as it is known now. */
  async resolve(store: Store): Promise<void> {
    for (const revision of this.#fresh.values()) {
      const fact = revision.advice ? null : await resolvedFact(store, this.#tx, this.#desk, revision);
      if (fact) this.facts.push(fact);
    }
  }

  async #seriesOf(key: string): Promise<Series> {
    const known = this.#series.get(key);
    if (known) return known;
    const { seq, at: valid } = this.#recorded;
    const load = async (id: string): Promise<Revision | null> => {
      const kept = this.#fresh.get(id) ?? this.#loaded.get(id);
      if (kept !== undefined) return kept;
      const [view = null] = await alertsById(this.#tx, this.#desk, { valid, seq }, [id]);
      this.#loaded.set(id, view);
      return view;
    };
    return { entries: await seriesAsOf(this.#tx, this.#desk, seq, key), load };
  }

  /** The chains an alert speaks for: those of what it references where known, else one named by the reference itself. */
  async #situationsOf(alert: CapAlert): Promise<string[]> {
    if (alert.references.length === 0) return [situationOf(nameOf(alert))];
    const names = alert.references.map(nameKey);
    const { seq, at: valid } = this.#recorded;
    const known = await alertsNamed(this.#tx, this.#desk, { valid, seq }, names);
    const byName = new Map(known.map((view) => [nameOf(view.alert), view.situation]));
    const chainOf = (name: string): string | undefined => byName.get(name) ?? this.#chains.get(name);
    return [...new Set(names.map((name) => chainOf(name) ?? situationOf(name)))];
  }

  #keep(id: string, { alert, advice }: StatedAlert, situations: string[]): void {
    const from = Math.min(alert.sent.at ?? this.#recorded.at, this.#recorded.at);
    const trust = this.#trust;
    this.facts.push(...factsOf(id, { report: this.#report, alert, advice, situations, trust }, from));
    this.#fresh.set(id, { id, alert, advice, trust, situations, state: this.#stateOf(alert) });
    this.#own.set(wordsKey(alert), id);
    const [chain] = situations;
    if (chain !== undefined && !this.#chains.has(nameOf(alert))) this.#chains.set(nameOf(alert), chain);
  }

  /** As far as it is known before anything else is: in a drill space every status counts as Actual. */
  #stateOf({ status }: CapAlert): 'in-force' | 'not-actual' {
    return status === 'Actual' || this.#desk === 'drill' ? 'in-force' : 'not-actual';
  }
}

/** Of all that an alert says, wherever in its document it stands. */
const wordsKey = ({ at: _, ...alert }: CapAlert): string => sha256(JSON.stringify(alert));

const situationOf = (name: string): string => `s-${name.slice(2)}`;

type Given = Pick<AlertBody, 'report' | 'alert' | 'situations' | 'trust'> & Pick<StatedAlert, 'advice'>;

function factsOf(id: string, { report, alert, advice, situations, trust }: Given, from: Instant): NewFact[] {
  const name = nameOf(alert);
  const references = alert.references.map(nameKey);
  const how = alert.msgType === 'Update' ? 'superseded' : alert.msgType === 'Cancel' ? 'cancelled' : null;
  // A Cancel, an Ack or an Error holds at one instant; a warning until it ends.
  const to = alert.msgType === 'Alert' || alert.msgType === 'Update' ? endOf(alert) : from;
  const base = { kind: 'alert' as const, report, alert, name, references, situations, trust };
  const facts: NewFact[] = [
    { subject: id, interval: { from, to }, body: advice ? { ...base, advice } : base },
    { subject: name, interval: always, body: { kind: 'named', alert: id } },
  ];
  if (how)
    for (const subject of references)
      facts.push({ subject, interval: always, body: { kind: 'referenced', by: id, how } });
  return facts;
}
