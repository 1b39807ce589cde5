/**
 * Which code has run: counted by V8 itself, in this process. Only what is loaded after the start is counted. V8 names the ranges
 * of a function that did not run; what is news is a part of them that did.
 */
import { type Profiler, Session } from 'node:inspector';

type Range = readonly [start: number, end: number];

export class Coverage {
  readonly #session = new Session();
  /** By function: what of it never ran, in order and apart. */
  readonly #never = new Map<string, readonly Range[]>();
  readonly #within: RegExp;

  /** Counts in files whose URL matches. */
  constructor(within: RegExp) {
    this.#within = within;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Functions that ran, and parts of them that never did. */
  get size(): readonly [functions: number, unreached: number] {
    return [this.#never.size, [...this.#never.values()].reduce((sum, ranges) => sum + ranges.length, 0)];
  }

  /** Whether code ran since the last question that never had; `keep` says whether it counts as known from now on. */
  hasNews(keep: boolean): boolean {
    let isNews = false;
    for (const { url, functions } of this.#take())
      if (this.#within.test(url))
        for (const { ranges } of functions) isNews = this.#hasNews(url, ranges, keep) || isNews;
    return isNews;
  }

  #hasNews(url: string, ranges: readonly Profiler.CoverageRange[], keep: boolean): boolean {
    const [whole] = ranges;
    if (!whole || whole.count === 0) return false;
    const key = `${url} ${whole.startOffset}`;
    const before = this.#never.get(key);
    if (before?.length === 0) return false;
    const now = ranges.filter(({ count }) => count === 0).map((one): Range => [one.startOffset, one.endOffset]);
    const left = before ? common(before, now) : now;
    const isNews = !before || lengthOf(left) < lengthOf(before);
    if (isNews && keep) this.#never.set(key, left);
    return isNews;
  }

  #take(): readonly Profiler.ScriptCoverage[] {
    let taken: readonly Profiler.ScriptCoverage[] = [];
    // Within one process the answer is there when `post` returns.
    this.#session.post('Profiler.takePreciseCoverage', (error, answer) => {
      if (error) throw error;
      taken = answer.result;
    });
    return taken;
  }

  stop(): void {
    this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }
}

const lengthOf = (ranges: readonly Range[]): number => ranges.reduce((sum, [start, end]) => sum + end - start, 0);

const common = (one: readonly Range[], other: readonly Range[]): readonly Range[] =>
  one.flatMap(([start, end]) =>
    other.map(([from, to]): Range => [Math.max(start, from), Math.min(end, to)]).filter(([from, to]) => from < to),
  );
