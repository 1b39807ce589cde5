/**
 * The life of alerts: which revision of each chain is the current one at a time, and why. An Update takes the place of what it names,
 * a Cancel ends it, an expiry ends it (CAP 1.2, msgType, references, expires). What nobody ends goes on: absence from a feed ends nothing.
 */
import type { Finding } from '../../finding.ts';
import type { Instant } from '../../time/time.ts';
import { endOf } from '../meaning.ts';
import type { CapAlert, Reference } from '../model.ts';
import { chainsOf, inOrder, isWarning, type Linked } from './chains.ts';
import { doubtsOf, namesakesOf } from './doubts.ts';
import { incidentsOf } from './incidents.ts';
import { nameKey, referenceTo } from './name.ts';

/** One Alert or Update of a chain, and how long it holds. */
export interface Revision {
  readonly alert: CapAlert;
  /** When it was sent; null when that can't be read, and then it counts as sent before all others. */
  readonly from: Instant | null;
  /** When it ended: it does not hold at this moment any more. null when no end is known. */
  readonly to: Instant | null;
  readonly ended: 'updated' | 'cancelled' | 'expired' | null;
  /** The first alert that ended it; null for one that expired or stands. */
  readonly endedBy: CapAlert | null;
}

/** Alerts that speak for one thing: tied by the references of updates and cancels. */
export interface Chain {
  /** The name of its first alert, as a reference writes it: `sender,identifier,sent`. */
  readonly id: string;
  /** In the order they were sent; at the same second an Update after an Alert. Empty when only a Cancel or an answer is known. */
  readonly revisions: readonly Revision[];
  readonly cancels: readonly CapAlert[];
  /** Ack and Error: they change nothing. */
  readonly answers: readonly CapAlert[];
  /** Alerts that its members name and that are not among those given: earlier ones that were not received. */
  readonly unknown: readonly Reference[];
  /** Names of incidents that its alerts state. Chains of one incident are told apart all the same. */
  readonly incidents: readonly string[];
  /** Every doubt, with its place in the alert that raises it. */
  readonly findings: readonly Finding[];
}

export interface RevisionOptions {
  /**
   * Whether `by` may end `ended`, which it names and is sent after. Unless stated: an alert of the same sender and the same status, so
   * that no stranger silences a warning and no exercise a real one.
   */
  readonly mayEnd?: (by: CapAlert, ended: CapAlert) => boolean;
}

const sameSender = (by: CapAlert, ended: CapAlert): boolean => by.sender === ended.sender && by.status === ended.status;

/** Any order of arrival, and any number of copies, gives the same chains, in the order of their first alerts. Never throws. */
export function revisionOf(
  alerts: readonly CapAlert[],
  { mayEnd = sameSender }: RevisionOptions = {},
): readonly Chain[] {
  const all = inOrder(alerts);
  const namesakes = namesakesOf(all);
  return chainsOf(all, mayEnd).map((linked) => ({
    id: idOf(linked),
    revisions: livesOf(linked),
    cancels: linked.alerts.filter((alert) => !isWarning(alert)),
    answers: linked.answers,
    unknown: [...new Map(linked.unknown.map(({ reference }) => [nameKey(reference), reference])).values()],
    incidents: [...new Set(linked.alerts.flatMap(incidentsOf))],
    findings: doubtsOf(linked, namesakes),
  }));
}

function idOf({ alerts, answers }: Linked): string {
  const [first] = [...alerts, ...answers];
  return first ? [first.sender, first.identifier, first.sent.text].join(',') : '';
}

function livesOf({ alerts, links }: Linked): readonly Revision[] {
  const first = new Map<CapAlert, CapAlert>();
  for (const { by, to, isEnd } of links) if (isEnd && !first.has(to)) first.set(to, by);
  return alerts.filter(isWarning).map((alert) => lifeOf(alert, first.get(alert) ?? null));
}

function lifeOf(alert: CapAlert, first: CapAlert | null): Revision {
  const ended = first?.sent.at ?? null;
  const expires = endOf(alert);
  const from = alert.sent.at;
  if (expires !== null && (ended === null || expires <= ended))
    return { alert, from, to: expires, ended: 'expired', endedBy: null };
  if (first === null || ended === null) return { alert, from, to: null, ended: null, endedBy: null };
  return { alert, from, to: ended, ended: first.msgType === 'Cancel' ? 'cancelled' : 'updated', endedBy: first };
}

/** How a chain stands at a moment. */
export interface Current {
  /** `not-yet`: nothing of it was sent by then. `none`: it holds no warning at all. */
  readonly state: 'in-force' | 'cancelled' | 'expired' | 'not-yet' | 'none';
  /** The newest revision in force; null when none is. */
  readonly alert: CapAlert | null;
  /** Others in force that no later one took the place of: whoever sent them did not say which one holds. */
  readonly beside: readonly CapAlert[];
  /** One sentence for a person. */
  readonly because: string;
}

/** The one current revision of a chain at `at`, by all that is known of the chain now. */
export function currentAt(chain: Chain, at: Instant): Current {
  const { revisions, cancels } = chain;
  const sent = revisions.filter(({ from }) => from === null || from <= at);
  const standing = sent.filter(({ to }) => to === null || at < to).map(({ alert }) => alert);
  const current = standing.at(-1);
  if (current) {
    const beside = standing.slice(0, -1);
    return { state: 'in-force', alert: current, beside, because: whyStanding(current, beside, sent) };
  }
  const over = (state: Exclude<Current['state'], 'in-force'>, because: string): Current => ({
    state,
    alert: null,
    beside: [],
    because,
  });
  // What another took the place of did not end the chain.
  const last = sent
    .filter(({ ended }) => ended !== 'updated')
    .reduce<Revision | null>((one, next) => (one && (one.to ?? at) > (next.to ?? at) ? one : next), null);
  if (last) {
    const { alert, ended, endedBy } = last;
    if (ended === 'expired') return over('expired', `${called(alert)} expired, and nothing took its place.`);
    return over('cancelled', `${called(alert)} was cancelled by ${endedBy ? called(endedBy) : 'its issuer'}.`);
  }
  if (revisions.length > 0) return over('not-yet', 'Nothing of it had been sent by then.');
  if (cancels.length > 0 && !cancels.some(({ sent }) => sent.at === null || sent.at <= at))
    return over('not-yet', 'Nothing of it had been sent by then.');
  if (cancels.length > 0) return over('cancelled', whyAlone(chain));
  return over('none', 'There is no warning in it, only answers to one.');
}

/** Of a chain that holds cancels and nothing that they ended. */
function whyAlone({ cancels, unknown }: Chain): string {
  const own = new Set(cancels.map((alert) => nameKey(referenceTo(alert))));
  const all = cancels.flatMap(({ references }) => references.map(nameKey));
  if (all.length === 0) return 'Only a cancel is known, and it names no alert.';
  const named = all.filter((name) => !own.has(name));
  if (named.length === 0) return 'Only a cancel is known, and it names no alert but itself.';
  const missing = new Set(unknown.map(nameKey));
  if (named.every((name) => missing.has(name))) return 'Only a cancel is known, and none of the alerts that it names.';
  return named.some((name) => missing.has(name))
    ? 'Only a cancel is in it: some of what it names is not known, and none of the rest is an alert that it may end.'
    : 'Only a cancel is in it, and nothing that it names is an alert that it may end.';
}

function whyStanding(current: CapAlert, beside: readonly CapAlert[], sent: readonly Revision[]): string {
  const others = beside.length > 0 ? ` Beside it nothing ended ${beside.map(called).join(', ')}.` : '';
  const before = sent.filter(({ endedBy }) => endedBy === current).map(({ alert }) => called(alert));
  if (before.length > 0)
    return `${called(current)} took the place of ${before.join(', ')}, and nothing ended it.${others}`;
  return `Nothing ended ${called(current)}.${others}`;
}

const called = ({ msgType, identifier }: CapAlert): string => `${msgType} “${identifier}”`;
