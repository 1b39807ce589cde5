/**
 * Mutates documents, keeps each that reaches new code, and looks for one that breaks what must hold: one process, one seed, the
 * same faults each time. Prints a report as JSON; `fuzz.test.ts` starts it.
 */
import { Script } from 'node:vm';
import { Chance } from './chance.ts';
import { Coverage } from './coverage.ts';
import { mutate } from './mutate.ts';

export interface Fuzzed {
  readonly seed: number;
  readonly runs: number;
  /** Documents that mutations began with, and those kept since because they reached new code. */
  readonly began: number;
  readonly kept: number;
  /** Functions that ran; parts of them that did not, after the first documents and at the end. */
  readonly reached: { readonly functions: number; readonly unreachedAtFirst: number; readonly unreached: number };
  readonly slowestMs: number;
  readonly faults: readonly Fault[];
}

export interface Fault {
  readonly what: string;
  /** The shortest document found that does it; base64 where it is no UTF-8. */
  readonly document: string;
}

/** What is tried: a module that says what does not hold of a document, and the documents to begin with. */
export interface Target {
  /** URLs of the files whose code counts. */
  readonly within: RegExp;
  /** Loads the code, once its blocks are counted. */
  load(): Promise<(document: Uint8Array) => string | null>;
  corpus(): Promise<readonly Uint8Array[]>;
  /** More of these, which are drawn once in four times. */
  often?(): Promise<readonly Uint8Array[]>;
}

/** On a thread of its own time; waiting for the machine does not count. */
const mostMs = 1_000;
/** Milliseconds: what takes longer than this is stopped, whoever waits. */
const stuckMs = 5_000;
/** Kinds that are told; the search goes on, as what one fault is may hide another. */
const mostFaults = 40;
/** Shortening takes time. */
const mostShortened = 8;
/** Asking what was reached takes longer than a run, so one question is for several; who it was is asked again when there is news. */
const batch = 8;

export async function fuzz({ within, load, corpus, often }: Target, seed: number, runs: number): Promise<Fuzzed> {
  const coverage = new Coverage(within);
  const trial = new Trial(await load());
  const special = (await often?.()) ?? [];
  const documents = [...(await corpus()), ...special];
  for (const document of documents) trial.run(document);
  coverage.hasNews(true);
  const began = documents.length;
  const [, unreachedAtFirst] = coverage.size;
  const chance = new Chance(seed);
  for (let done = 0; done < runs; done += batch) {
    const mutants = Array.from({ length: Math.min(batch, runs - done) }, () => {
      // Half of them go on from what reached new code last.
      const recent = documents.slice(Math.max(began, documents.length - 64));
      const others = special.length > 0 && chance.oneIn(2) ? special : documents;
      return mutate(chance.of(recent.length > 0 && chance.oneIn(2) ? recent : others), chance.of(documents), chance);
    });
    for (const mutant of mutants) trial.run(mutant);
    if (!coverage.hasNews(false)) continue;
    for (const mutant of mutants) {
      trial.run(mutant);
      if (coverage.hasNews(true)) documents.push(mutant);
    }
  }
  coverage.stop();
  const [functions, unreached] = coverage.size;
  const reached = { functions, unreachedAtFirst, unreached };
  const kept = documents.length - began;
  return { seed, runs, began, kept, reached, slowestMs: Math.round(trial.slowestMs), faults: trial.faults };
}

/** Runs documents, and keeps what is wrong with them, each kind of fault once. */
class Trial {
  readonly faults: Fault[] = [];
  slowestMs = 0;
  readonly #judge: (document: Uint8Array) => string | null;
  readonly #kinds = new Set<string>();

  constructor(judge: (document: Uint8Array) => string | null) {
    this.#judge = judge;
  }

  run(document: Uint8Array): void {
    const what = this.#faultOf(document, true);
    if (what === null) return;
    const kind = kindOf(what);
    if (this.#kinds.has(kind) || this.faults.length >= mostFaults) return;
    this.#kinds.add(kind);
    const least = this.faults.length < mostShortened ? this.#shortened(document, kind) : document;
    this.faults.push({ what: this.#faultOf(least, false) ?? what, document: shown(least) });
  }

  #faultOf(document: Uint8Array, counts: boolean): string | null {
    const begin = process.threadCpuUsage();
    const fault = judged(() => this.#judge(document));
    const { user, system } = process.threadCpuUsage(begin);
    const ms = (user + system) / 1_000;
    if (counts) this.slowestMs = Math.max(this.slowestMs, ms);
    return fault ?? (ms > mostMs ? `slow: ${Math.round(ms)} ms for ${document.length} bytes` : null);
  }

  /** Halves are taken out, then quarters, and so on, as long as the same fault stays. */
  #shortened(document: Uint8Array, kind: string): Uint8Array {
    let least = document;
    const begin = process.threadCpuUsage().user;
    const isTime = (): boolean => process.threadCpuUsage().user - begin < mostShortening;
    for (let size = least.length >> 1; size >= 1 && isTime(); size >>= 1)
      for (let at = 0; at < least.length && isTime(); ) {
        const without = new Uint8Array(Buffer.concat([least.subarray(0, at), least.subarray(at + size)]));
        const what = this.#faultOf(without, false);
        if (what !== null && kindOf(what) === kind) least = without;
        else at += size;
      }
    return least;
  }
}

/** Microseconds for one document; a short one is nicer, and no more. */
const mostShortening = 3_000_000;

/** Faults that differ by their words alone are one: what stands behind a colon or in quotes comes from the document. */
function kindOf(what: string): string {
  const [, error, at] = /^throws (\w+)[\s\S]*?(\bat [^\n]*)?$/.exec(what) ?? [];
  return error === undefined ? (what.split(/[:“]/, 1)[0] ?? '').replace(/\d+/g, '0') : `throws ${error} ${at ?? ''}`;
}

let pending: () => string | null = () => null;
const judgeNow = new Script('globalThis.judgePending()');
Object.assign(globalThis, { judgePending: () => pending() });

/** What is wrong, or what was thrown, or that it had to be stopped. */
function judged(judge: () => string | null): string | null {
  pending = judge;
  try {
    return judgeNow.runInThisContext({ timeout: stuckMs }) as string | null;
  } catch (thrown) {
    if (!(thrown instanceof Error)) return `throws ${String(thrown)}`;
    const at = /\bat .*/.exec(thrown.stack ?? '')?.[0] ?? '';
    return `throws ${thrown.name}: ${thrown.message} ${at}`;
  }
}

const mostShown = 4_000;
function shown(document: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(document);
  const isText = Buffer.from(text).equals(document);
  return (isText ? text : Buffer.from(document).toString('base64')).slice(0, mostShown);
}

/** By name, as the tests ask for them. */
const targets: Readonly<Record<string, () => Promise<{ readonly target: Target }>>> = {
  cap: () => import('./target.ts'),
  signatures: () => import('./signatures.ts'),
  planted: () => import('./planted.ts'),
};

const [name = '', seed = '1', runs = '0'] = process.argv.slice(2);
const chosen = targets[name];
if (chosen) process.stdout.write(JSON.stringify(await fuzz((await chosen()).target, Number(seed), Number(runs))));
