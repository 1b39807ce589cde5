/** One leased message: its notices opened, rendered, signed, sent and settled. Names and addresses live only inside `attempt`. */

import type { Channel, Envelope } from '../channels/channel.ts';
import { channelById } from '../channels/index.ts';
import { instructionOf } from '../core/cap/meaning.ts';
import type { AlertView, Person, WatchedPerson } from '../core/model.ts';
import type { Reply, Request } from '../core/request.ts';
import { infosCovering, matcher, type Rules } from '../match/match.ts';
import type { Http } from '../net/http.ts';
import { redact } from '../net/redact.ts';
import type { Smtp } from '../net/smtp.ts';
import { signWebhook } from '../seal/webhook.ts';
import { alertsById } from '../store/as-of.ts';
import type { Store } from '../store/open.ts';
import { isOvertaken, type Lease } from '../store/outbox/lease.ts';
import { type Ended, type Settlement, settleEach } from '../store/outbox/settle.ts';
import { infoTold } from '../store/outbox/told.ts';
import { personById } from '../store/people.ts';
import { nextTry } from './backoff.ts';
import { besideOf } from './beside.ts';
import type { Breaker } from './breaker.ts';
import { deadLetterOf } from './dead-letter.ts';

export interface Delivering {
  readonly store: Store;
  readonly desk: string;
  readonly deskName: string;
  readonly rules: Rules;
  /** Where the desk itself is woken, by channel id. */
  readonly deskAddresses: Readonly<Record<string, string>>;
  readonly deskChannels: readonly string[];
  /** Settings of each channel by its id. */
  readonly settings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly http: Http;
  readonly smtp: Smtp;
  readonly breaker: Breaker;
  readonly random: () => number;
  /** A bug in here must not hold up the other notices: it is reported and the notice tried again. */
  readonly onBug: (error: unknown) => void;
  readonly observe: (channel: string, outcome: Settlement['outcome']) => void;
}

/** Tries one leased message, of one notice or of a letter's, and commits how it went for each. */
export async function deliver(d: Delivering, lease: Lease): Promise<void> {
  const ended = await tried(d, lease);
  // One message counts once for each way it ended.
  for (const outcome of new Set(ended.map(({ settlement }) => settlement.outcome))) d.observe(lease.channel, outcome);
  await settleEach(d.store, ended, (first, also) => deadLetterOf(first, also, d.store.clock.now(), d.deskChannels));
}

const expired = {
  state: 'expired',
  outcome: 'expired',
  words: 'Its time ran out before it could be sent.',
  dueAt: null,
} as const;
const replaced = (words: string): Settlement => ({ state: 'replaced', outcome: 'replaced', words, dueAt: null });
const refused = (words: string): Settlement => ({ state: 'refused', outcome: 'refused', words, dueAt: null });

/** A bug in one notice of a letter must not hold up the others: then each goes alone. */
async function tried(d: Delivering, lease: Lease): Promise<Ended[]> {
  try {
    return await attempt(d, lease);
  } catch (error) {
    d.onBug(error);
    if (lease.also.length === 0)
      return later(d, [lease], 'The desk failed while preparing it; its log says why.', null);
    const ended: Ended[] = [];
    for (const part of [lease, ...lease.also]) ended.push(...(await tried(d, { ...part, also: [] })));
    return ended;
  }
}

async function attempt(d: Delivering, lease: Lease): Promise<Ended[]> {
  const parts = [lease, ...lease.also];
  const channel = channelById(lease.channel);
  if (!channel) return each(parts, refused('This desk has no such channel any more.'));
  const { opened, left } = await openAll(d, parts, channel);
  const [first, ...also] = opened.map(({ envelope }) => envelope);
  if (!first) return left;
  const leases = opened.map((part) => part.lease);
  const request = channel.render(also.length > 0 ? { ...first, also } : first, d.settings[channel.id] ?? {});
  const endpoint = request.via === 'smtp' ? 'mail' : new URL(request.url).host;
  const wait = d.breaker.openUntil(endpoint, d.store.clock.now());
  if (wait !== null) {
    const words = 'The far side has not answered the last times; waiting.';
    return [...left, ...later(d, leases, words, wait - d.store.clock.now())];
  }
  const reply = await send(d, request, leases);
  if (reply.via === 'none' && reply.error === 'expired') return [...left, ...overOrAgain(d, leases)];
  // What we refused to send by ourselves says nothing about the far side.
  const isOurs = reply.via === 'none' && (reply.error === 'forbidden' || reply.error === 'not-configured');
  if (!isOurs) d.breaker.report(endpoint, reply.via !== 'none', d.store.clock.now());
  const outcome = channel.judge(reply);
  const words = redact(outcome.words, secretsOf(first.person, first.address));
  if (outcome.kind === 'retry') return [...left, ...later(d, leases, words, outcome.afterMs)];
  return [...left, ...each(leases, { state: outcome.kind, outcome: outcome.kind, words, dueAt: null })];
}

const each = (leases: readonly Lease[], settlement: Settlement): Ended[] =>
  leases.map((lease) => ({ lease, settlement }));

/** They share one message, so they wait for one moment. */
function later(d: Delivering, leases: readonly Lease[], words: string, afterMs: number | null): Ended[] {
  const chance = d.random();
  return leases.map((lease) => {
    const dueAt = nextTry(d.store.clock.now(), lease.attempt, afterMs, lease.notice.expiresAt, () => chance);
    return { lease, settlement: { state: dueAt === null ? 'dead' : 'queued', outcome: 'retry', words, dueAt } };
  });
}

/** The time of one of them ran out just before the first byte: the others go at once, without it. */
function overOrAgain(d: Delivering, leases: readonly Lease[]): Ended[] {
  const now = d.store.clock.now();
  const again = 'Part of its letter ran out before it could be sent; the rest goes again.';
  const isOver = ({ notice }: Lease): boolean => now >= notice.expiresAt || leases.length === 1;
  return leases.map((lease) => ({
    lease,
    settlement: isOver(lease) ? expired : { state: 'queued', outcome: 'retry', words: again, dueAt: now },
  }));
}

interface Opened {
  readonly lease: Lease;
  readonly envelope: Envelope;
}

/** Opens each notice of a message; in `left` those that end without being sent. */
async function openAll(d: Delivering, parts: readonly Lease[], channel: Channel) {
  const opened: Opened[] = [];
  const left: Ended[] = [];
  for (const lease of parts) {
    const envelope = await openOne(d, lease, channel);
    if ('state' in envelope) left.push({ lease, settlement: envelope });
    else opened.push({ lease, envelope });
  }
  return { opened, left };
}

async function openOne(d: Delivering, lease: Lease, channel: Channel): Promise<Envelope | Settlement> {
  const { notice } = lease;
  if (d.store.clock.now() >= notice.expiresAt) return expired;
  const envelope = await open(d, lease, channel);
  if ('state' in envelope || notice.kind === 'wake' || !(await isOvertaken(d.store, notice))) return envelope;
  return replaced('A later revision took its place.');
}

/** Opens all that the notice says, or says how it ends without being sent. */
async function open(d: Delivering, { notice }: Lease, channel: Channel): Promise<Envelope | Settlement> {
  const base = { notice, deskName: d.deskName, alert: null, before: null };
  if (notice.person === 'desk') {
    const address = d.deskAddresses[channel.id];
    return address ? { ...base, person: null, address } : refused('The desk has no address on this channel any more.');
  }
  const watched = await personById(d.store, d.desk, notice.person);
  if (!watched) return replaced('The person was taken off the watch list.');
  const { person } = watched;
  const address = person.channels.find((own) => own.channel === channel.id)?.address;
  if (!address) {
    const settlement = refused('The person has no address on this channel any more.');
    return { ...settlement, alsoTry: person.channels.map((own) => own.channel) };
  }
  const ids = [notice.alert, notice.before].filter((id) => id !== null);
  const asOf = { valid: d.store.clock.now(), seq: Number.MAX_SAFE_INTEGER };
  const views = await alertsById(d.store.db, d.desk, asOf, ids);
  const view = views.find(({ id }) => id === notice.alert);
  if (!view) throw new Error(`notice ${notice.id} speaks for an alert that is not in the store`);
  const earlier = views.find(({ id }) => id === notice.before);
  const isAfter = notice.kind === 'update' || notice.kind === 'cancel';
  const info = isAfter && earlier ? await infoTold(d.store, d.desk, notice.person, earlier.id) : null;
  const told = earlier && info !== null ? { told: { info, advice: earlier.advice } } : {};
  const { alert, advice, trust } = view;
  const envelope = { ...base, person, address, alert, advice, trust, before: earlier?.alert ?? null, ...told };
  const now = notice.kind === 'alert' || notice.kind === 'update' ? stillTrue(d, envelope, view, watched) : envelope;
  if ('state' in now || !isEnd(now)) return now;
  const beside = await besideOf(d, now, watched);
  return beside.length > 0 ? { ...now, beside } : now;
}

/** A word that something is over. */
function isEnd({ notice, alert }: Envelope): boolean {
  const said = alert?.infos[notice.info ?? 0];
  return (
    notice.kind === 'cancel' || (notice.kind === 'update' && said !== undefined && instructionOf(said) === 'all-clear')
  );
}

/**
 * Time has passed since the decision: the warning may have ended and the person moved. An info that has expired meanwhile gives way to
 * another that still covers them.
 */
function stillTrue(d: Delivering, envelope: Envelope, view: AlertView, watched: WatchedPerson): Envelope | Settlement {
  if (view.state === 'expired') return expired;
  if (view.state !== 'in-force') return replaced(`The warning is ${view.state}.`);
  // That it is over is as true where they have gone to.
  if (isEnd(envelope)) return envelope;
  const match = matcher(view, d.store.clock.now(), d.rules, 'arrival')(watched);
  const codes = match.why.map(({ code }) => code);
  const isPlaced = !codes.some((code) => whereUnknown.has(code));
  if (codes.includes('gone') || (match.info === null && isPlaced))
    return replaced('The person is not inside the area any more.');
  const { info } = envelope.notice;
  const covering = infosCovering(view, watched.person, d.store.clock.now());
  // It was said of an area that nobody could place: they may be in it as before.
  const isOpen = match.why.some((reason) => reason.code === 'area-unresolved' && reason.info === info);
  if (match.info === null || isOpen || (info !== null && covering.includes(info))) return envelope;
  // Where they are now only standing advice holds, which is not sent.
  if (codes.includes('standing')) return replaced('The person is not inside the area any more.');
  return { ...envelope, notice: { ...envelope.notice, info: match.info, why: match.why } };
}

const whereUnknown: ReadonlySet<string> = new Set(['no-position', 'old-position', 'not-there-yet', 'near-edge']);

/** The last look at the clock is inside net/, just before the bytes are written. */
function send(d: Delivering, request: Request, leases: readonly Lease[]): Promise<Reply> {
  const limits = { notAfter: Math.min(...leases.map(({ notice }) => notice.expiresAt)) };
  if (request.via === 'smtp') return d.smtp.send(request, limits);
  const headers = request.sign
    ? signWebhook(
        d.store.sealer.webhookSecret(d.desk, leases[0]?.notice.person ?? ''),
        request.sign.id,
        d.store.clock.now(),
        request.body ?? '',
      )
    : {};
  return d.http.send(request, headers, limits);
}

const secretsOf = (person: Person | null, address: string): string[] =>
  person ? [person.name, person.ref, ...person.channels.map((channel) => channel.address)] : [address];
