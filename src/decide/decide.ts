/** New facts → matches → notices and outbox rows, in one transaction each, in recorded order. */
import { type Fact, type FactOf, isFact } from '../core/fact.ts';
import type { AlertView, WatchedPerson } from '../core/model.ts';
import type { Instant } from '../core/time/time.ts';
import type { Occasion } from '../match/match.ts';
import { alertsAsOf, alertsById } from '../store/as-of.ts';
import { lockDecider, moveDecider, nextUndecided, undecidedFacts } from '../store/decider.ts';
import { writeNotices } from '../store/notices.ts';
import type { Tx } from '../store/open.ts';
import { appendFacts, takeRecorded, transact } from '../store/transact.ts';
import { type Deciding, decideAlert, noticeId, wakeOf } from './alert.ts';
import {
  isUnreadable,
  wakeOfContrary,
  wakeOfFirstReadings,
  wakeOfListedPlaces,
  wakeOfPlaces,
  wakeOfUnconfirmed,
} from './baseline.ts';
import { type FirstWord, writeLetters } from './letters.ts';
import { calledDrill, readInPart, undecided, unreadable, type Wake } from './wakes.ts';

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
    await decidePeople(d, tx, Number.MAX_SAFE_INTEGER, now, arrived, 'arrival');
    await moveDecider(tx, d.desk, { at: now });
    return true;
  });
}

/**
 * Passes over a commit that can't be decided, and wakes the desk: the warnings behind it must not wait for a bug to be mended. Gives its
 * number, or null when there is none left to pass over.
 */
export async function passOver(d: Deciding): Promise<number | null> {
  return transact(d.store, async (tx) => {
    const decider = await lockDecider(tx, d.desk);
    const seq = await nextUndecided(tx, d.desk, decider.seq);
    if (seq === null) return null;
    const subjects = (await undecidedFacts(tx, d.desk, seq)).map(({ subject }) => subject);
    await wakeAbout(d, tx, subjects[0] ?? '', undecided(seq, subjects), seq, d.store.clock.now());
    await moveDecider(tx, d.desk, { seq });
    return seq;
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
  await decideAlerts(d, tx, seq, now, facts, [...people.values()]);
  const places = facts.filter((fact) => isFact(fact, 'place') && fact.body.change !== 'unlisted');
  await wakeOfListedPlaces(
    d,
    tx,
    places.map(({ subject }) => subject),
    { seq, now },
  );
  const moved = facts.filter((fact) => isFact(fact, 'person'));
  const concerned = (arrival: boolean): WatchedPerson[] =>
    moved.filter((fact) => isArrival(fact) === arrival).flatMap((fact) => people.get(fact.subject) ?? []);
  await decidePeople(d, tx, seq, now, concerned(true), 'arrival');
  await decidePeople(d, tx, seq, now, concerned(false), 'new');
}

async function decideAlerts(
  d: Deciding,
  tx: Tx,
  seq: number,
  now: Instant,
  facts: readonly Fact[],
  people: readonly WatchedPerson[],
): Promise<void> {
  const touches = (fact: Fact): boolean => isFact(fact, 'alert') || isFact(fact, 'trust') || isFact(fact, 'resolved');
  const touched = facts.filter(touches).map(({ subject }) => subject);
  const views = await alertsById(tx, d.desk, { valid: now, seq }, touched);
  const isNew = ({ id }: AlertView): boolean => facts.some((fact) => fact.subject === id && isFact(fact, 'alert'));
  for (const view of views)
    await decideAlert(d, tx, { view, seq, now, people, occasion: 'new', isNew: isNew(view), aboutPeople: false });
  await wakeOfUnconfirmed(d, tx, views.filter(isNew), { seq, now });
  await wakeOfFirstReadings(d, tx, views, { seq, now });
  await wakeOfContrary(d, tx, views, { seq, now });
  await wakeOfPlaces(d, tx, views, { seq, now });
}

/**
 * Findings that say that some of a document was lost or is somewhere else, that a word of its issuer was not understood, or that
 * it is not meant.
 */
const lost = /\.(?:level\.unknown|too-many|cut|unread|drill)$/;

/** A report without an alert and with an error is one that nobody could read, and of others a part may be lost: a person must look. */
async function decideReading(
  d: Deciding,
  tx: Tx,
  { subject, body, recorded }: FactOf<'reading'>,
  now: Instant,
): Promise<void> {
  const error = body.findings.find(({ severity }) => severity === 'error');
  // An error in an alert stands on that alert's page; in prose nobody can say how far it reaches.
  const gap = (body.prose ? error : undefined) ?? body.findings.find(({ code }) => lost.test(code));
  const wake =
    error && isUnreadable(body)
      ? unreadable(subject, body.reader, error.message)
      : gap && (gap.code.endsWith('.drill') ? calledDrill : readInPart)(subject, body.reader, gap.message);
  if (wake) await wakeAbout(d, tx, subject, wake, recorded.seq, now);
}

async function wakeAbout(d: Deciding, tx: Tx, subject: string, wake: Wake, seq: number, now: Instant): Promise<void> {
  const recorded = await takeRecorded(d.store, tx, d.desk);
  const notice = wakeOf(d.desk, noticeId(d.desk, 'desk', subject, wake.code), subject, null, wake, now);
  const wakes = await writeNotices(tx, recorded, [{ notice, channels: d.deskChannels }]);
  const body = { kind: 'decision' as const, decided: seq, notices: 0, wakes };
  await appendFacts(tx, d.desk, recorded, [{ subject, interval: { from: now, to: null }, body }]);
}

const isArrival = (fact: FactOf<'person'>): boolean => fact.body.change === 'listed' || fact.body.change === 'moved';

/** People who came, moved, or can be reached in another way: every warning in force is looked at for them. */
async function decidePeople(
  d: Deciding,
  tx: Tx,
  seq: number,
  now: Instant,
  people: readonly WatchedPerson[],
  occasion: Occasion,
): Promise<void> {
  if (people.length === 0) return;
  const views = await alertsAsOf(tx, d.desk, { valid: now, seq });
  const firstWords: FirstWord[] = [];
  for (const view of views.filter(({ state }) => state === 'in-force')) {
    const question = { view, seq, now, people, occasion, isNew: false, aboutPeople: true };
    firstWords.push(...(await decideAlert(d, tx, question)).map((word) => ({ view, word })));
  }
  await writeLetters(d, tx, firstWords, { seq, now });
}
