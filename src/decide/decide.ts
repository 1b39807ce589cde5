/** New facts → matches → notices and outbox rows, in one transaction each, in recorded order. */
import { type FactOf, isFact } from '../core/fact.ts';
import { type AlertView, mayTell, type Notice, type Reason, type WatchedPerson } from '../core/model.ts';
import { day, type Instant } from '../core/time/time.ts';
import type { Occasion, Rules } from '../match/match.ts';
import { alertsAsOf, alertsById } from '../store/as-of.ts';
import { lockDecider, moveDecider, namesakesOf, nextUndecided, undecidedFacts } from '../store/decider.ts';
import { lastTold, type NewNotice, replaceQueued, writeNotices } from '../store/notices.ts';
import type { Store, Tx } from '../store/open.ts';
import { sha256 } from '../store/reports.ts';
import { appendFacts, takeRecorded, transact } from '../store/transact.ts';
import { judge, type Word } from './judge.ts';
import { nameTwice, unconfirmed, unreadable, type Wake } from './wakes.ts';
import type { WatchList } from './watch-list.ts';

export interface Deciding {
  readonly store: Store;
  readonly desk: string;
  readonly rules: Rules;
  readonly watch: WatchList;
  /** Channels on which the desk itself is woken; empty when none is set up: then its page alone says so. */
  readonly deskChannels: readonly string[];
}

/** Decides the next commit that asks for it. false when there is nothing to decide. */
export async function decideNext(d: Deciding): Promise<boolean> {
  return transact(d.store, async (tx) => {
    const decider = await lockDecider(tx, d.desk);
    const seq = await nextUndecided(tx, d.desk, decider.seq);
    // After the facts were seen: so the list is at least as new as they are.
    const people = await d.watch.refresh();
    const now = Math.max(d.store.clock.now(), decider.at);
    if (seq !== null) {
      await decideCommit(d, tx, seq, now, people);
      await moveDecider(tx, d.desk, { seq });
      return true;
    }
    const arrived = [...people.values()].filter(({ person }) => {
      const { from } = person.stay;
      return from !== null && from > decider.at && from <= now;
    });
    if (arrived.length === 0) return false;
    await decideArrivals(d, tx, Number.MAX_SAFE_INTEGER, now, arrived, 'arrival');
    await moveDecider(tx, d.desk, { at: now });
    return true;
  });
}

async function decideCommit(
  d: Deciding,
  tx: Tx,
  seq: number,
  now: Instant,
  people: ReadonlyMap<string, WatchedPerson>,
): Promise<void> {
  const facts = await undecidedFacts(tx, d.desk, seq);
  for (const fact of facts) if (isFact(fact, 'reading')) await decideReading(d, tx, fact, now);
  const ofAlerts = facts.filter((fact) => isFact(fact, 'alert') || isFact(fact, 'trust'));
  const touched = new Set(ofAlerts.map((fact) => fact.subject));
  const views = await alertsById(tx, d.desk, { valid: now, seq }, [...touched]);
  const everybody = [...people.values()];
  for (const view of views) {
    const isNew = facts.some((fact) => fact.subject === view.id && isFact(fact, 'alert'));
    await decideAlert(d, tx, { view, seq, now, people: everybody, occasion: 'new', isNew });
  }
  const moved = facts.filter((fact) => isFact(fact, 'person'));
  const concerned = (arrival: boolean): WatchedPerson[] =>
    moved.filter((fact) => isArrival(fact) === arrival).flatMap((fact) => people.get(fact.subject) ?? []);
  await decideArrivals(d, tx, seq, now, concerned(true), 'arrival');
  await decideArrivals(d, tx, seq, now, concerned(false), 'new');
}

/** A report without an alert and with an error is one that nobody could read: a person must. */
async function decideReading(d: Deciding, tx: Tx, { subject, body }: FactOf<'reading'>, now: Instant): Promise<void> {
  const error = body.findings.find(({ severity }) => severity === 'error');
  if (body.alerts.length > 0 || !error) return;
  const { code, sentence } = unreadable(subject, body.reader, error.message);
  const recorded = await takeRecorded(d.store, tx, d.desk);
  const notice = wakeOf(d.desk, noticeId(d.desk, 'desk', subject, code), subject, null, sentence, now);
  const wakes = await writeNotices(tx, recorded, [{ notice, channels: d.deskChannels }]);
  const decision = { kind: 'decision' as const, decided: recorded.seq, notices: 0, wakes };
  await appendFacts(tx, d.desk, recorded, [{ subject, interval: { from: now, to: null }, body: decision }]);
}

const isArrival = (fact: FactOf<'person'>): boolean => fact.body.change === 'listed' || fact.body.change === 'moved';

/** People who came, moved, or can be reached in another way: every warning in force is looked at for them. */
async function decideArrivals(
  d: Deciding,
  tx: Tx,
  seq: number,
  now: Instant,
  people: readonly WatchedPerson[],
  occasion: Occasion,
): Promise<void> {
  if (people.length === 0) return;
  const views = await alertsAsOf(tx, d.desk, { valid: now, seq });
  for (const view of views.filter(({ state }) => state === 'in-force'))
    await decideAlert(d, tx, { view, seq, now, people, occasion, isNew: false, quiet: true });
}

interface Question {
  readonly view: AlertView;
  readonly seq: number;
  readonly now: Instant;
  readonly people: readonly WatchedPerson[];
  readonly occasion: Occasion;
  /** The alert itself came with this commit. */
  readonly isNew: boolean;
  /** About people: no wake about the alert as such, and no record when nothing follows. */
  readonly quiet?: boolean;
}

async function decideAlert(d: Deciding, tx: Tx, q: Question): Promise<void> {
  const { view, now } = q;
  const told = mayTell(view.trust) ? await lastTold(tx, d.desk, view.situations) : [];
  const revisions = await revisionsOf(
    d,
    tx,
    q,
    told.map((t) => t.alert),
  );
  const verdict = judge({
    ...q,
    rules: d.rules,
    told: new Map(told.map((t) => [t.person, t])),
    revisions,
  });
  const wakes = q.quiet
    ? verdict.wakes.filter(({ code }) => code === 'no-channel')
    : [...verdict.wakes, ...(await newcomer(d, tx, q))];
  if (q.quiet && verdict.words.length === 0 && wakes.length === 0) return;
  await replaceQueued(tx, d.desk, verdict.replaced);
  const recorded = await takeRecorded(d.store, tx, d.desk);
  // Somebody who was told and whose channels are gone since can't be told of a cancel either.
  const words = verdict.words.filter(({ person }) => person.person.channels.length > 0);
  const notices = await writeNotices(
    tx,
    recorded,
    words.map((word) => noticeFor(d.desk, view, word, now)),
  );
  const woken = await writeNotices(
    tx,
    recorded,
    wakes.map((wake) => wakeNotice(d, view, wake, now)),
  );
  const body = { kind: 'decision' as const, decided: q.seq, notices, wakes: woken };
  await appendFacts(tx, d.desk, recorded, [{ subject: view.id, interval: { from: now, to: null }, body }]);
}

/** The revisions named and whatever ended each in turn: somebody may know only an early revision of a chain that was cancelled late. */
async function revisionsOf(
  d: Deciding,
  tx: Tx,
  q: Question,
  named: readonly string[],
): Promise<Map<string, AlertView>> {
  const found = new Map<string, AlertView>();
  let wanted = [...new Set(named)];
  while (wanted.length > 0) {
    const views = await alertsById(tx, d.desk, { valid: q.now, seq: q.seq }, wanted);
    for (const view of views) found.set(view.id, view);
    wanted = [...new Set(views.flatMap((view) => view.endedBy ?? []))].filter((id) => !found.has(id));
  }
  return found;
}

/** What the desk must know of an alert that just came. */
async function newcomer(d: Deciding, tx: Tx, q: Question): Promise<Wake[]> {
  if (!q.isNew) return [];
  const { view } = q;
  const wakes: Wake[] = [];
  // Somebody may have vouched for it meanwhile; then there is nothing left to ask.
  const [latest] = await alertsById(tx, d.desk, { valid: q.now, seq: Number.MAX_SAFE_INTEGER }, [view.id]);
  if (view.alert.status === 'Actual' && latest && !mayTell(latest.trust)) wakes.push(unconfirmed(view));
  if ((await namesakesOf(tx, d.desk, view.id, view.recorded.seq)).length > 0) wakes.push(nameTwice(view));
  return wakes;
}

const noticeId = (...parts: readonly string[]): string => `n-${sha256(parts.join('\n')).slice(0, 32)}`;

function noticeFor(desk: string, view: AlertView, word: Word, now: Instant): NewNotice {
  const { person, kind, info, before, why, changes, urgent, expiresAt } = word;
  const situation = view.situation;
  const id = noticeId(desk, person.id, situation, view.id, kind);
  const notice: Notice = {
    id,
    desk,
    person: person.id,
    situation,
    alert: view.id,
    info,
    before,
    kind,
    why,
    changes,
    urgent,
    madeAt: now,
    expiresAt,
    sentence: null,
  };
  return { notice, channels: person.person.channels.map(({ channel }) => channel) };
}

function wakeNotice(d: Deciding, view: AlertView, wake: Wake, now: Instant): NewNotice {
  const id = noticeId(d.desk, 'desk', view.situation, view.id, wake.code);
  const notice = wakeOf(d.desk, id, view.situation, view.id, wake.sentence, now);
  // Known by its reason, so that a page can tell when somebody has seen to it.
  const why: Reason[] = wake.code === 'unconfirmed' ? [{ code: 'unverified', trust: view.trust }] : [];
  return { notice: { ...notice, why }, channels: d.deskChannels };
}

/** A message to the desk itself. */
function wakeOf(
  desk: string,
  id: string,
  situation: string,
  alert: string | null,
  sentence: string,
  now: Instant,
): Notice {
  return {
    id,
    desk,
    person: 'desk',
    situation,
    alert,
    info: null,
    before: null,
    kind: 'wake',
    why: [],
    changes: [],
    urgent: true,
    madeAt: now,
    expiresAt: now + day,
    sentence,
  };
}
