/** A few lines to the relay, kept and used again. Waiting for one has a limit, and each use one over waiting, connecting and sending. */
import type { Clock, Instant } from '../core/time/time.ts';
import { second } from '../core/time/time.ts';
import { NoReplyError } from './no-reply.ts';
import type { Line } from './smtp-line.ts';

/** A line that lay longer than this is asked whether it still lives before a mail is trusted to it. */
const freshMs = second;

export interface LinesSettings {
  readonly clock: Clock;
  /** Lines at once. */
  readonly most: number;
  readonly totalMs: number;
  /** Longest wait for a free line. */
  readonly waitMs: number;
  /** Opens a new line; `onCut` is told how to stop while it is opening. */
  readonly open: (onCut: Cut['onCut']) => Promise<Line>;
}

export class Lines {
  readonly #settings: LinesSettings;
  readonly #idle: { line: Line; since: Instant }[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #cuts = new Set<Cut>();
  #busy = 0;
  #closed = false;

  constructor(settings: LinesSettings) {
    this.#settings = settings;
  }

  /** What `work` says over a line of its own. Rejects with its error, or with a NoReplyError when it was cut. */
  async use(work: (line: Line) => Promise<string>): Promise<string> {
    if (this.#closed) throw closing();
    const { clock, totalMs } = this.#settings;
    const cut = createCut();
    const done = new AbortController();
    this.#cuts.add(cut);
    void clock.wait(totalMs, done.signal).then(() => {
      if (!done.signal.aborted) cut.now(new NoReplyError('timeout', `No final word in ${totalMs} ms.`));
    });
    try {
      await this.#takeSlot(cut.happens);
      return await Promise.race([cut.happens, this.#attempt(work, cut)]).finally(() => this.#freeSlot());
    } finally {
      done.abort();
      this.#cuts.delete(cut);
    }
  }

  /** Cuts what is under way and ends what lies idle; nothing is sent any more. */
  close(): void {
    this.#closed = true;
    for (const cut of [...this.#cuts]) cut.now(closing());
    for (const { line } of this.#idle.splice(0)) line.end('quit');
  }

  async #attempt(work: (line: Line) => Promise<string>, cut: Cut): Promise<string> {
    const line = (await this.#livingLine(cut)) ?? (await this.#settings.open(cut.onCut));
    cut.onCut(() => line.end('cut'));
    try {
      const said = await work(line);
      this.#keep(line);
      return said;
    } catch (error) {
      // Our own "no" came before anything was said. After the relay's, a new line is simpler than putting this one right.
      if (error instanceof NoReplyError) this.#keep(line);
      else line.end('quit');
      throw error;
    }
  }

  #keep(line: Line): void {
    if (this.#closed) line.end('quit');
    else this.#idle.push({ line, since: this.#settings.clock.now() });
  }

  async #livingLine(cut: Cut): Promise<Line | null> {
    for (let kept = this.#idle.pop(); kept; kept = this.#idle.pop()) {
      const { line, since } = kept;
      cut.onCut(() => line.end('cut'));
      if (line.isOpen() && (this.#settings.clock.now() - since < freshMs || (await answers(line)))) return line;
      line.end('cut');
    }
    return null;
  }

  async #takeSlot(cutHappens: Promise<never>): Promise<void> {
    if (this.#busy < this.#settings.most) {
      this.#busy++;
      return;
    }
    const { clock, most, waitMs } = this.#settings;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const done = new AbortController();
    this.#waiting.push(resolve);
    void clock.wait(waitMs, done.signal).then(() => {
      if (!done.signal.aborted)
        reject(new NoReplyError('timeout', `All lines to the relay (${most}) were busy for ${waitMs / second} s.`));
    });
    await Promise.race([promise, cutHappens])
      .catch((reason: unknown) => {
        const place = this.#waiting.indexOf(resolve);
        if (place >= 0) this.#waiting.splice(place, 1);
        else this.#freeSlot(); // it was given to us in the moment we were cut
        throw reason;
      })
      .finally(() => done.abort());
  }

  #freeSlot(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#busy--;
  }
}

const closing = (): NoReplyError => new NoReplyError('cut', 'The desk is closing.');

const answers = (line: Line): Promise<boolean> =>
  line.reset().then(
    () => true,
    () => false,
  );

/** A stop from outside. */
interface Cut {
  /** Rejects with the reason when it comes; never resolves. */
  readonly happens: Promise<never>;
  now(reason: NoReplyError): void;
  /** How to stop what is being done; the latest counts, and it is done at once when the cut came first. */
  readonly onCut: (stop: () => void) => void;
}

function createCut(): Cut {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {}); // nobody may be listening any more
  let stop = (): void => {};
  let happened = false;
  return {
    happens: promise,
    now(reason) {
      happened = true;
      reject(reason);
      stop();
    },
    onCut(next) {
      stop = next;
      if (happened) next();
    },
  };
}
