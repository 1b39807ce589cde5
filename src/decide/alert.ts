/** One alert, decided within a transaction: whom it concerns given what each was told, and what is written because of it. */
import { type AlertView, mayTell, type Notice, type WatchedPerson } from '../core/model.ts';
import { day, type Instant } from '../core/time/time.ts';
import { matcher, type Occasion, type Rules } from '../match/match.ts';
import { alertsAsOf, alertsById, alertsReferencedBy, revisionBefore } from '../store/as-of.ts';
import { namesakesOf } from '../store/decider.ts';
import { type NewNotice, replaceQueued, writeNotices } from '../store/notices.ts';
import type { Store, Tx } from '../store/open.ts';
import { lastTold, type Told } from '../store/outbox/told.ts';
import { sha256 } from '../store/reports.ts';
import { appendFacts, takeRecorded } from '../store/transact.ts';
import { judge, type Verdict, type Word } from './judge.ts';
import { endsNothing, nameTwice, type Wake } from './wakes.ts';
import type { WatchList } from './watch-list.ts';

export interface Deciding {
  readonly store: Store;
  readonly desk: string;
  readonly rules: Rules;
  readonly watch: WatchList;
  /** Channels on which the desk itself is woken; empty when none is set up: then its page alone says so. */
  readonly deskChannels: readonly string[];
}

export interface Question {
  readonly view: AlertView;
  readonly seq: number;
  readonly now: Instant;
  readonly people: readonly WatchedPerson[];
  readonly occasion: Occasion;
  /** The alert itself came with this commit. */
  readonly isNew: boolean;
  /** Asked because of people, not of the alert: wakes are about them alone, and nothing is recorded when nothing follows. */
  readonly aboutPeople: boolean;
  /** Chains beyond the alert's own whose people it may concern. */
  readonly beside?: readonly string[];
}

/** Gives the first words to people it was asked about: they are not written, but go with others in one letter. */
export async function decideAlert(d: Deciding, tx: Tx, q: Question): Promise<readonly Word[]> {
  const { words: all, replaced, wakes } = await verdictOn(d, tx, q);
  const firstWords = all.filter(({ kind }) => q.aboutPeople && kind === 'alert');
  const words = all.filter((word) => !firstWords.includes(word));
  const about = q.aboutPeople
    ? wakes.filter((wake) => isAboutPeople(wake, q))
    : [...wakes, ...(await aboutAlert(d, tx, q))];
  if (!q.aboutPeople || all.length > 0 || about.length > 0) await replaceQueued(tx, d.desk, replaced, q.now);
  if (!q.aboutPeople || words.length > 0 || about.length > 0) await write(d, tx, q, words, about);
  if (q.view.state === 'cancelled' && !q.aboutPeople) await decideEnders(d, tx, q);
  return firstWords;
}

/** What the alert means for the people asked about, given what each was told before. Writes nothing. */
export async function verdictOn(d: Deciding, tx: Tx, q: Question): Promise<Verdict> {
  const { view } = q;
  const situations = [...view.situations, ...(q.beside ?? [])];
  const concerned = q.aboutPeople ? q.people.map(({ id }) => id) : null;
  const told = mayTell(view.trust) ? await lastTold(tx, d.desk, situations, concerned) : [];
  const revisions = await revisionsOf(
    d,
    tx,
    q,
    told.flatMap(({ alert, heard }) => (heard ? [alert, heard.alert] : [alert])),
  );
  const predecessor = await revisionBefore(tx, d.desk, { valid: q.now, seq: q.seq }, view);
  const verdict = judge({ ...q, rules: d.rules, told: byPerson(told), revisions, predecessor });
  return { ...verdict, words: await withoutFalseEnds(d, tx, q, verdict.words) };
}

function byPerson(told: readonly Told[]): Map<string, Told[]> {
  const map = new Map<string, Told[]>();
  for (const one of told) map.set(one.person, [...(map.get(one.person) ?? []), one]);
  return map;
}

const isAboutPeople = ({ code }: Wake, { occasion }: Question): boolean =>
  code === 'no-channel' || ((code === 'unplaced' || code === 'near-edge') && occasion === 'arrival');

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
    wanted = [...new Set(views.flatMap((view) => view.enders))].filter((id) => !found.has(id));
  }
  return found;
}

/** Nobody is told that they are out of it, or that it is over, while another revision of the chain still covers them. */
async function withoutFalseEnds(d: Deciding, tx: Tx, q: Question, words: readonly Word[]): Promise<readonly Word[]> {
  const isEnd = ({ kind }: Word): boolean => kind === 'left' || kind === 'cancel';
  if (!words.some(isEnd)) return words;
  const { view, now, seq } = q;
  const chain = [...view.situations, ...(q.beside ?? [])];
  const beside = (await alertsAsOf(tx, d.desk, { valid: now, seq })).filter(
    (other) =>
      other.id !== view.id &&
      other.state === 'in-force' &&
      mayTell(other.trust) &&
      other.situations.some((situation) => chain.includes(situation)),
  );
  const matchers = beside.map((other) => matcher(other, now, d.rules, 'arrival'));
  return words.filter((word) => !isEnd(word) || !matchers.some((match) => match(word.person).show));
}

/** What the desk must know of the alert as such. */
async function aboutAlert(d: Deciding, tx: Tx, q: Question): Promise<Wake[]> {
  const { view, now, seq } = q;
  const wakes: Wake[] = [];
  // Prose has no identifier of its own: under one stamp stands a correction.
  if (q.isNew && !view.advice && (await namesakesOf(tx, d.desk, view.id, view.recorded.seq)).length > 0)
    wakes.push(nameTwice(view));
  if (view.state !== 'not-actual' && view.alert.msgType === 'Cancel' && mayTell(view.trust)) {
    const ended = await alertsReferencedBy(tx, d.desk, { valid: now, seq }, view);
    if (!ended.some(({ enders }) => enders.includes(view.id))) wakes.push(endsNothing(view));
  }
  return wakes;
}

/** An update that was cancelled before it came: who knows only what it took the place of must hear of the cancel. */
async function decideEnders(d: Deciding, tx: Tx, q: Question): Promise<void> {
  const enders = await alertsById(tx, d.desk, { valid: q.now, seq: q.seq }, q.view.enders);
  for (const view of enders.filter(({ alert }) => alert.msgType === 'Cancel'))
    await decideAlert(d, tx, { ...q, view, isNew: false, beside: q.view.situations });
}

async function write(d: Deciding, tx: Tx, q: Question, words: readonly Word[], wakes: readonly Wake[]): Promise<void> {
  const recorded = await takeRecorded(d.store, tx, d.desk);
  const notices = await writeNotices(
    tx,
    recorded,
    words.map((word) => noticeFor(d.desk, q, word)),
  );
  const woken = await writeNotices(
    tx,
    recorded,
    wakes.map((wake) => wakeNotice(d, q, wake)),
  );
  const body = { kind: 'decision' as const, decided: q.seq, notices, wakes: woken };
  await appendFacts(tx, d.desk, recorded, [{ subject: q.view.id, interval: { from: q.now, to: null }, body }]);
}

export const noticeId = (...parts: readonly (string | number)[]): string =>
  `n-${sha256(parts.join('\n')).slice(0, 32)}`;

export function noticeFor(desk: string, { view, now }: Pick<Question, 'view' | 'now'>, word: Word): NewNotice {
  const { person, situation, kind, info, before, why, changes, urgent, expiresAt, isStronger } = word;
  const notice: Notice = {
    id: noticeId(desk, person.id, situation, view.id, kind, ...(isStronger ? [info ?? 0] : [])),
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

/** Cases that are about people: other people, once more is known of the area, are another case. */
const aboutSomebody: readonly Wake['code'][] = ['unplaced', 'near-edge', 'no-channel', 'reshaped'];

/** One alert wakes the desk once for each case; people who come later are a case of their own. */
function wakeNotice(d: Deciding, { view, now, seq, aboutPeople }: Question, wake: Wake): NewNotice {
  const about = aboutPeople ? [seq] : aboutSomebody.includes(wake.code) ? [wake.sentence] : [];
  const id = noticeId(d.desk, 'desk', view.situation, view.id, wake.code, ...about);
  return { notice: wakeOf(d.desk, id, view.situation, view.id, wake, now), channels: d.deskChannels };
}

/** What anybody can cause by handing things in does not ride in the lane of urgent warnings. */
const notUrgent: readonly Wake['code'][] = ['unconfirmed', 'unreadable', 'twice', 'baseline', 'all-clear'];

/** A message to the desk itself. */
export function wakeOf(
  desk: string,
  id: string,
  situation: string,
  alert: string | null,
  wake: Wake,
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
    urgent: !notUrgent.includes(wake.code),
    madeAt: now,
    expiresAt: now + day,
    sentence: wake.sentence,
  };
}
