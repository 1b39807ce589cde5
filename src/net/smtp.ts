/**
 * The only outgoing mail: one recipient per envelope, a few lines to one relay that are kept and used again. The relay's
 * final word is the reply; a "no" to the desk itself is never taken for a "no" to the recipient.
 */
import type { Socket } from 'node:net';
import { isRefusal } from '../core/refusal.ts';
import type { Reply, SendLimits, SmtpRequest } from '../core/request.ts';
import { type Clock, type Instant, second } from '../core/time/time.ts';
import { type GuardRules, guardAddress } from './guard.ts';
import { composeMail } from './mime.ts';
import { NoReplyError, noReplyOf } from './no-reply.ts';
import { pinned } from './pinned.ts';
import { redact } from './redact.ts';
import type { SmtpRelay } from './relay.ts';
import { type Line, openLine } from './smtp-line.ts';

export { parseRelay, type SmtpRelay } from './relay.ts';

export interface SmtpLimits {
  /** From the call to the relay's final word, waiting for a free line included. */
  readonly totalMs: number;
  /** Longest silence of the relay, and how long an unused line is kept. */
  readonly silenceMs: number;
}

export const smtpLimits: SmtpLimits = { totalMs: 60 * second, silenceMs: 50 * second };

export interface SmtpSettings extends GuardRules {
  readonly relay: SmtpRelay | null;
  readonly clock: Clock;
  /** Lines at once. */
  readonly connections?: number;
  /** How we call ourselves in EHLO; null leaves it to the machine's name. */
  readonly ehloName?: string | null;
  readonly limits?: Partial<SmtpLimits>;
}

export interface Smtp {
  /** Never rejects. */
  send(mail: SmtpRequest, limits?: SendLimits): Promise<Reply>;
  /** Whether the relay lets us in, without sending anything: code 250, or what stands in the way. */
  check(): Promise<Reply>;
  /** Ends all lines; what is under way is cut. */
  close(): Promise<void>;
}

export function createSmtp(settings: SmtpSettings): Smtp {
  const { relay, clock } = settings;
  if (!relay) {
    const reply: Reply = { via: 'none', error: 'not-configured', words: 'This desk has no mail relay yet.' };
    return { send: async () => reply, check: async () => reply, close: async () => {} };
  }
  const lines = createLines(settings, relay);
  const secrets = [relay.user ?? '', relay.password ?? ''];
  return {
    async send(mail, limits) {
      const composed = await composeMail(mail, clock.now());
      const own = [...secrets, mail.to];
      if (isRefusal(composed)) return { via: 'none', error: 'forbidden', words: redact(composed.refused, own) };
      return lines.use(own, async (line) => {
        if (limits && clock.now() >= limits.notAfter)
          throw new NoReplyError('expired', 'Its time ran out before it could be sent.');
        return line.send(composed, mail.messageId);
      });
    },
    check: () => lines.use(secrets, (line) => line.reset().then(() => '250 The relay lets us in.')),
    close: async () => lines.close(),
  };
}

interface Lines {
  use(secrets: readonly string[], work: (line: Line) => Promise<string>): Promise<Reply>;
  close(): void;
}

/** A line that lay longer than this is asked whether it still lives before a mail is trusted to it. */
const freshMs = second;

function createLines(settings: SmtpSettings, relay: SmtpRelay): Lines {
  const { clock, connections = 5 } = settings;
  const limits = { ...smtpLimits, ...settings.limits };
  const idle: { line: Line; since: Instant }[] = [];
  const waiting: (() => void)[] = [];
  const cuts = new Set<Cuttable['cut']>();
  let busy = 0;
  let closed = false;

  const freeSlot = (): void => {
    const next = waiting.shift();
    if (next) next();
    else busy--;
  };
  const takeSlot = async (isCut: Promise<never>): Promise<void> => {
    if (busy < connections) {
      busy++;
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push(resolve);
    await Promise.race([promise, isCut]).catch((reason: unknown) => {
      const place = waiting.indexOf(resolve);
      if (place >= 0) waiting.splice(place, 1);
      else freeSlot(); // it was given to us in the moment we were cut
      throw reason;
    });
  };

  const take = async (onSocket: (socket: Socket) => void, onLine: (line: Line) => void): Promise<Line> => {
    for (let kept = idle.pop(); kept; kept = idle.pop()) {
      const { line, since } = kept;
      onLine(line);
      if (!line.isOpen()) continue;
      const lives =
        clock.now() - since < freshMs ||
        (await line.reset().then(
          () => true,
          () => false,
        ));
      if (lives) return line;
      line.end('cut');
    }
    const guarded = await guardAddress({ host: bracketed(relay.host), port: relay.port }, settings);
    if ('refused' in guarded) throw new NoReplyError(guarded.error, guarded.refused);
    const { silenceMs } = limits;
    const { ehloName = null } = settings;
    return openLine({ relay, lookup: pinned(guarded.addresses), silenceMs, ehloName }, onSocket);
  };

  const attempt = async (work: (line: Line) => Promise<string>, cuttable: Cuttable): Promise<string> => {
    const line = await take(
      (socket) => cuttable.onCut(() => socket.destroy()),
      (l) => cuttable.onCut(() => l.end('cut')),
    );
    cuttable.onCut(() => line.end('cut'));
    try {
      const said = await work(line);
      if (closed) line.end('quit');
      else idle.push({ line, since: clock.now() });
      return said;
    } catch (error) {
      if (error instanceof NoReplyError && !closed) idle.push({ line, since: clock.now() });
      else line.end('quit'); // in the middle of a transaction: a new line is simpler than a reset
      throw error;
    }
  };

  return {
    async use(secrets, work) {
      if (closed) return { via: 'none', error: 'cut', words: 'The desk is closing.' };
      const cuttable = createCuttable();
      cuts.add(cuttable.cut);
      const done = new AbortController();
      void clock.wait(limits.totalMs, done.signal).then(() => {
        if (!done.signal.aborted) cuttable.cut(new NoReplyError('timeout', `No final word in ${limits.totalMs} ms.`));
      });
      try {
        await takeSlot(cuttable.isCut);
        const said = await Promise.race([cuttable.isCut, attempt(work, cuttable)]).finally(freeSlot);
        return { via: 'smtp', code: codeOf(said), words: redact(said, secrets) };
      } catch (error) {
        return failureOf(error, secrets);
      } finally {
        done.abort();
        cuts.delete(cuttable.cut);
      }
    },
    close() {
      closed = true;
      for (const cut of [...cuts]) cut(new NoReplyError('cut', 'The desk is closing.'));
      for (const { line } of idle.splice(0)) line.end('quit');
    },
  };
}

interface Cuttable {
  /** Rejects with the reason when it is cut; never resolves. */
  readonly isCut: Promise<never>;
  readonly cut: (reason: NoReplyError) => void;
  /** What to do to stop the work; the latest counts, and it is done at once when the cut came first. */
  onCut(stop: () => void): void;
}

function createCuttable(): Cuttable {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  let stop = (): void => {};
  let isCut = false;
  return {
    isCut: promise,
    cut(reason) {
      isCut = true;
      reject(reason);
      stop();
    },
    onCut(next) {
      stop = next;
      if (isCut) next();
    },
  };
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);
const codeOf = (said: string): number => Number(/^\d{3}/.exec(said)?.[0] ?? 0);

/** Commands in which the relay speaks about the recipient or the mail; a "no" to any other is about the desk. */
const aboutTheMail = /^(RCPT|DATA)/;

function failureOf(error: unknown, secrets: readonly string[]): Reply {
  const { responseCode, response, command } = error as { responseCode?: number; response?: string; command?: string };
  if (error instanceof NoReplyError || !responseCode || !response) return noReplyOf(error, secrets);
  if (responseCode >= 500 && !aboutTheMail.test(command ?? ''))
    return {
      via: 'none',
      error: 'not-configured',
      words: redact(`The relay does not let the desk in: ${response}`, secrets),
    };
  return { via: 'smtp', code: responseCode, words: redact(response, secrets) };
}
